package dev.outsole.svm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Neither memory nor threads change a bit of the solution. */
class SameBitsTest {

    /** 3,000 rows of the kernel take 34 MiB: with 1 MiB nearly each is computed again and again. */
    @ParameterizedTest
    @EnumSource(TestRows.class)
    void whateverTheCache(TestRows kind) {
        float[][] rows = kind.make(3000, 7);

        assertSame(fit(rows, 1), fit(rows, 1024));
        assertSame(fit(rows, 3), fit(rows, 1024));
    }

    @Test
    void whateverRunsBeside() {
        float[][] rows = TestRows.PIXELS.make(500, 8);
        DecisionFunction alone = fit(rows, 1024);

        List<DecisionFunction> together =
                IntStream.range(0, 8).parallel().mapToObj(i -> fit(rows, 1024)).toList();

        together.forEach(function -> assertSame(function, alone));
    }

    /** Each needs 12 MiB at least and 45 to keep all rows: at most three are at it together, and give back what others wait for. */
    @Test
    void whateverMemoryOthersTake() {
        float[][] rows = TestRows.PIXELS.make(3000, 7);
        DecisionFunction alone = fit(rows, 1024);

        List<DecisionFunction> together =
                IntStream.range(0, 4).parallel().mapToObj(i -> fit(rows, 40)).toList();

        together.forEach(function -> assertSame(function, alone));
    }

    /** Not always to the bit: some of OpenBLAS's kernels round by a row's place in its batch. */
    @ParameterizedTest
    @CsvSource({
        "PIXELS, 1",
        "PIXELS, 3",
        "PIXELS, 65",
        "PIXELS, 255",
        "PIXELS, 257",
        "PLANE, 1",
        "PLANE, 100",
        "DUPLICATES, 7"
    })
    void howeverRowsAreCutIntoBatches(TestRows kind, int size) {
        float[][] rows = kind.make(600, 9);
        DecisionFunction function = fit(kind.make(300, 10), 1024);

        double[] whole = function.values(rows);
        for (int from = 0; from < rows.length; from += size) {
            int to = Math.min(from + size, rows.length);
            assertThat(function.values(Arrays.copyOfRange(rows, from, to)))
                    .containsExactly(Arrays.copyOfRange(whole, from, to), within(1e-6 * function.rho()));
        }
    }

    private static DecisionFunction fit(float[][] rows, int cacheMb) {
        SolverOptions computing = new SolverOptions(true, cacheMb, 20_000);
        return OneClassSvmTrainer.fit(rows, new SvmOptions(0.4, new Gamma.Scale(), 1e-3, computing, 0, 1));
    }

    private static void assertSame(DecisionFunction actual, DecisionFunction expected) {
        assertThat(actual.rho()).isEqualTo(expected.rho());
        assertThat(coefficients(actual)).containsExactly(coefficients(expected));
    }

    private static double[] coefficients(DecisionFunction function) {
        return IntStream.range(0, function.supportVectorCount())
                .mapToDouble(function::coefficient)
                .toArray();
    }
}
