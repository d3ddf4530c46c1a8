package dev.outsole.jpeg;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A scan's header (T.81 B.2.3).
 *
 * @param first the first coefficient that it has, in the order of coding
 * @param last the last one
 * @param high the bit that was the lowest one coded before, or 0 in the first scan of these coefficients
 * @param low the lowest bit that it codes
 */
record Scan(List<Part> parts, int first, int last, int high, int low) {

    /** A component in it, and the numbers of its Huffman tables. */
    record Part(Coefficients component, int dcTable, int acTable) {}

    static Scan read(byte[] segment, List<Coefficients> components) throws IOException {
        int count = segment.length == 0 ? 0 : segment[0];
        if (count < 1 || count > 4 || segment.length < 4 + 2 * count) {
            throw new IOException("a scan header that is cut off");
        }
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int tables = segment[2 + 2 * i] & 0xff;
            parts.add(new Part(named(segment[1 + 2 * i] & 0xff, components), tables >> 4 & 3, tables & 3));
        }
        int bits = segment[3 + 2 * count] & 0xff;
        return new Scan(List.copyOf(parts), segment[1 + 2 * count], segment[2 + 2 * count], bits >> 4, bits & 15);
    }

    private static Coefficients named(int id, List<Coefficients> components) throws IOException {
        return components.stream()
                .filter(one -> one.component.id() == id)
                .findFirst()
                .orElseThrow(() -> new IOException("a scan of a component that there isn't"));
    }

    /** Checks what a progressive scan has. */
    void check() throws IOException {
        boolean band = first == 0 ? last == 0 : parts.size() == 1 && first <= last;
        if (!band || first < 0 || last > 63 || low > 13 || (high != 0 && high != low + 1)) {
            throw new IOException("a scan of coefficients that no file has");
        }
    }
}
