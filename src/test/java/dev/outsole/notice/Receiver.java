package dev.outsole.notice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A webhook of the test's own, which takes every message. */
public final class Receiver implements AutoCloseable {
    /** Nobody may ever see it. */
    public static final String SECRET = "/services/T0/secret";

    private final List<JsonNode> messages = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    public Receiver() throws IOException {
        ObjectMapper json = new ObjectMapper();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(SECRET, exchange -> {
            messages.add(json.readTree(exchange.getRequestBody().readAllBytes()));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    /** What a program is told by. */
    public Map<String, String> environment() {
        return Map.of(
                "OUTSOLE_NOTIFY_URL", "http://127.0.0.1:" + server.getAddress().getPort() + SECRET);
    }

    /** All that have come, the first first. */
    public List<JsonNode> messages() {
        return List.copyOf(messages);
    }

    /** The last one that has come. */
    public JsonNode last() {
        return messages.get(messages.size() - 1);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
