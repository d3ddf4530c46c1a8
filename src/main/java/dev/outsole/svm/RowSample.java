package dev.outsole.svm;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** A seeded sample of rows without replacement: Floyd's algorithm, each subset equally likely (Bentley and Floyd 1987). */
final class RowSample {

    private RowSample() {}

    /** {@code size} of the numbers from 0 to {@code total}, ascending; all of them if there are no more. */
    static int[] of(int total, int size, long seed) {
        if (size >= total) {
            return IntStream.range(0, total).toArray();
        }
        SplittableRandom random = new SplittableRandom(seed);
        boolean[] taken = new boolean[total];
        for (int i = total - size; i < total; i++) {
            int drawn = random.nextInt(i + 1);
            taken[taken[drawn] ? i : drawn] = true;
        }
        return IntStream.range(0, total).filter(i -> taken[i]).toArray();
    }
}
