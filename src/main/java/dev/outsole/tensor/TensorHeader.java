package dev.outsole.tensor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The header of a safetensors file: what it is about, and for each tensor its type, its shape and where its bytes are.
 *
 * @param kind of stage
 * @param entries in the order of their bytes, which follow one another
 */
record TensorHeader(String kind, List<Entry> entries) {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String METADATA = "__metadata__";
    private static final String KIND = "stage";
    private static final Pattern NAME = Pattern.compile("[a-z0-9_]+(\\.values)?");

    TensorHeader {
        entries = List.copyOf(entries);
    }

    /** A tensor of this name. */
    record Entry(String name, Tensor.Type type, List<Integer> shape) {
        long bytes() {
            return type.bytes(shape);
        }
    }

    /** Wide types come first, so that every entry has the place that processors like; then by name. */
    static TensorHeader of(String kind, Map<String, Tensor> tensors) {
        return new TensorHeader(
                kind,
                tensors.entrySet().stream()
                        .map(tensor -> new Entry(
                                tensor.getKey(),
                                tensor.getValue().type(),
                                tensor.getValue().shape()))
                        .sorted(Comparator.comparing(Entry::type).thenComparing(Entry::name))
                        .toList());
    }

    /** UTF-8, filled up with spaces to a multiple of 8 bytes. */
    byte[] json() throws IOException {
        ObjectNode header = JsonNodeFactory.instance.objectNode();
        header.putObject(METADATA).put(KIND, kind);
        long offset = 0;
        for (Entry entry : entries) {
            ObjectNode node = header.putObject(entry.name());
            node.put("dtype", entry.type().name());
            entry.shape().forEach(node.putArray("shape")::add);
            node.putArray("data_offsets").add(offset).add(offset + entry.bytes());
            offset += entry.bytes();
        }
        String json = MAPPER.writeValueAsString(header);
        return (json + " ".repeat(-json.length() & 7)).getBytes(StandardCharsets.UTF_8);
    }

    /** @throws IOException if it is none, or one of numbers that no stage has */
    static TensorHeader parse(byte[] json) throws IOException {
        JsonNode header = MAPPER.readTree(json);
        List<JsonNode> offsets = new ArrayList<>();
        List<Entry> entries = new ArrayList<>();
        List<String> names = new ArrayList<>();
        header.fieldNames().forEachRemaining(names::add);
        names.remove(METADATA);
        names.sort(Comparator.comparingLong(
                name -> header.get(name).path("data_offsets").path(0).asLong()));
        for (String name : names) {
            entries.add(entry(name, header.get(name)));
            offsets.add(header.get(name).path("data_offsets"));
        }
        try {
            requireNoGaps(entries, offsets);
        } catch (ArithmeticException e) {
            throw new IOException("a tensor's shape is too large", e);
        }
        return new TensorHeader(header.path(METADATA).path(KIND).asText(), entries);
    }

    private static Entry entry(String name, JsonNode node) throws IOException {
        if (!NAME.matcher(name).matches()) {
            throw new IOException("a tensor is called '" + name + "'");
        }
        List<Integer> shape = new ArrayList<>();
        for (JsonNode length : node.path("shape")) {
            if (!length.canConvertToInt() || length.intValue() < 0) {
                throw new IOException("the shape of " + name + " has a length of " + length);
            }
            shape.add(length.intValue());
        }
        String type = node.path("dtype").asText();
        for (Tensor.Type known : Tensor.Type.values()) {
            if (known.name().equals(type)) {
                return new Entry(name, known, Collections.unmodifiableList(shape));
            }
        }
        throw new IOException(name + " holds numbers of type '" + type + "', which this version doesn't know");
    }

    private static void requireNoGaps(List<Entry> entries, List<JsonNode> offsets) throws IOException {
        long offset = 0;
        for (int i = 0; i < entries.size(); i++) {
            long end = Math.addExact(offset, entries.get(i).bytes());
            Math.toIntExact(entries.get(i).bytes());
            if (offsets.get(i).path(0).asLong(-1) != offset
                    || offsets.get(i).path(1).asLong(-1) != end) {
                throw new IOException(entries.get(i).name() + " should be at bytes " + offset + " to " + end
                        + ", but is at " + offsets.get(i));
            }
            offset = end;
        }
    }
}
