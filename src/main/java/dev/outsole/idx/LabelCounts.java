package dev.outsole.idx;

import dev.outsole.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How many images of each label a file of labels has.
 *
 * @param counts by label, from 0 to 255
 * @param sha256 of its unpacked content, in hexadecimal
 */
public record LabelCounts(List<Long> counts, String sha256) {
    private static final int LABELS = 256;

    public LabelCounts {
        counts = List.copyOf(counts);
    }

    /**
     * Reads a file and closes it.
     *
     * @param name for messages
     * @throws UserError if the file is malformed; the message names file, offset and finding
     */
    public static LabelCounts read(String name, InputStream file) throws IOException {
        try (IdxStream in = IdxStream.open(name, file)) {
            Long[] counts = IntStream.range(0, LABELS).mapToObj(label -> 0L).toArray(Long[]::new);
            int labels = in.readDimensions(1)[0];
            for (int i = 0; i < labels; i++) {
                counts[in.read(1, "label " + i)[0] & 0xff]++;
            }
            in.expectEnd();
            return new LabelCounts(List.of(counts), in.sha256());
        }
    }

    /** The largest label that occurs, or -1 without any. */
    public int largest() {
        int largest = LABELS - 1;
        while (largest >= 0 && counts.get(largest) == 0) {
            largest--;
        }
        return largest;
    }
}
