package dev.outsole.tensor;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A stage's numbers as a file in the format safetensors (https://github.com/huggingface/safetensors): the length of the header in 8 bytes, the
 * {@linkplain TensorHeader header}, then all entries of all tensors, everything little-endian. Floats {@code x} of which few differ are in two
 * tensors, bytes {@code x} and floats {@code x.values}: an entry is {@code x.values[x[i]]}.
 */
public final class TensorFile {
    /** What it is called in a stage's folder. */
    public static final String NAME = "numbers.safetensors";

    private static final String VALUES = ".values";
    /** As the format has it. */
    private static final long LONGEST_HEADER = 100_000_000;

    private TensorFile() {}

    /** Writes a stage's numbers; the stream stays open. */
    public static void write(OutputStream out, StageNumbers numbers) throws IOException {
        SortedMap<String, Tensor> tensors = packed(numbers.tensors());
        TensorHeader header = TensorHeader.of(numbers.kind(), tensors);
        byte[] json = header.json();
        out.write(Tensor.memory(1, Long.BYTES).putLong(json.length).array());
        out.write(json);
        for (TensorHeader.Entry entry : header.entries()) {
            out.write(Objects.requireNonNull(tensors.get(entry.name())).bytes().array());
        }
    }

    private static SortedMap<String, Tensor> packed(Map<String, Tensor> tensors) {
        SortedMap<String, Tensor> packed = new TreeMap<>(tensors);
        tensors.forEach((name, tensor) -> {
            Palette.of(tensor).ifPresent(palette -> {
                packed.put(name, palette.codes());
                packed.put(name + VALUES, palette.values());
            });
        });
        return packed;
    }

    /**
     * Reads a stage's numbers, and closes the stream.
     *
     * @throws IOException if it is no such file, or a damaged one
     */
    public static StageNumbers read(InputStream stream) throws IOException {
        try (DataInputStream in = new DataInputStream(stream)) {
            long length = Long.reverseBytes(in.readLong());
            if (length < 0 || length > LONGEST_HEADER) {
                throw new IOException("no safetensors file: its header would have " + length + " bytes");
            }
            TensorHeader header = TensorHeader.parse(bytes(in, (int) length));
            Map<String, Tensor> tensors = new LinkedHashMap<>();
            for (TensorHeader.Entry entry : header.entries()) {
                ByteBuffer bytes =
                        ByteBuffer.wrap(bytes(in, (int) entry.bytes())).order(ByteOrder.LITTLE_ENDIAN);
                tensors.put(entry.name(), new Tensor(entry.type(), entry.shape(), bytes));
            }
            if (in.read() >= 0) {
                throw new IOException("there are bytes behind the last tensor");
            }
            return new StageNumbers(header.kind(), unpacked(tensors));
        }
    }

    /** A header may promise more than there is: memory is taken for what is read. */
    private static byte[] bytes(InputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the file breaks off");
        }
        return bytes;
    }

    private static Map<String, Tensor> unpacked(Map<String, Tensor> tensors) throws IOException {
        Map<String, Tensor> unpacked = new LinkedHashMap<>(tensors);
        for (String name : tensors.keySet()) {
            if (name.endsWith(VALUES)) {
                String codes = name.substring(0, name.length() - VALUES.length());
                unpacked.put(codes, new Palette(present(tensors, codes), present(tensors, name)).floats());
                unpacked.remove(name);
            }
        }
        return unpacked;
    }

    private static Tensor present(Map<String, Tensor> tensors, String name) throws IOException {
        Tensor tensor = tensors.get(name);
        if (tensor == null || tensor.type() != (name.endsWith(VALUES) ? Tensor.Type.F32 : Tensor.Type.U8)) {
            throw new IOException(name + " is missing");
        }
        return tensor;
    }
}
