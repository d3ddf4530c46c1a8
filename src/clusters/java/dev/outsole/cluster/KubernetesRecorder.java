package dev.outsole.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stands where a Kubernetes API server would: it keeps what it is sent, by kind, and answers with the same. A pod is in the given phase
 * from the start. It runs nothing.
 */
final class KubernetesRecorder implements AutoCloseable {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Map<String, JsonNode> objects = new ConcurrentHashMap<>();
    private final HttpServer server;
    private final String phase;

    KubernetesRecorder(String phase) throws IOException {
        this.phase = phase;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "k8s://http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The object of this kind that was sent last. */
    JsonNode object(String kind) {
        return objects.get(kind);
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        JsonNode answer = body.length > 0 ? keep(MAPPER.readTree(body)) : objects.get("Pod");
        boolean watch = String.valueOf(exchange.getRequestURI().getQuery()).contains("watch=true");
        if (answer != null && watch) {
            answer = MAPPER.createObjectNode().put("type", "MODIFIED").set("object", answer);
        }
        byte[] bytes = answer == null ? new byte[0] : (answer + "\n").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("Connection", "close");
        exchange.sendResponseHeaders(answer == null ? 404 : 200, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private JsonNode keep(JsonNode sent) {
        String kind = sent.path("kind").asText();
        if (!kind.equals("DeleteOptions")) {
            ((ObjectNode) sent.get("metadata")).put("uid", "uid-" + kind).put("namespace", "default");
            if (kind.equals("Pod")) {
                ((ObjectNode) sent).putObject("status").put("phase", phase);
            }
            objects.put(kind, sent);
        }
        return sent;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
