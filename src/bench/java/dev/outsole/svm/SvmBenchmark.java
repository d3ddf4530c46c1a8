package dev.outsole.svm;

import dev.outsole.blas.NativeFloats;
import dev.outsole.blas.Sgemm;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The reference SVM: learning 6,000 sandals and scoring all 10,000 test images, by us and by libsvm; and the bare matrix product of the
 * scoring.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4)
@Measurement(iterations = 5)
@Fork(1)
public class SvmBenchmark {
    private static final int BATCH = 256;
    /** libsvm needs milliseconds for each: these tell enough. */
    private static final int SCORED_BY_LIBSVM = 1000;

    /** What is learnt and scored by us. */
    @State(Scope.Benchmark)
    public static class Ours {
        @Param({"PIXELS", "PLANE"})
        public BenchRows rows;

        private float[][] training;
        private float[][] test;
        private DecisionFunction function;

        @Setup
        public void prepare() {
            training = rows.training();
            test = rows.test();
            function = OneClassSvmTrainer.fit(training, SvmOptions.DEFAULT);
        }
    }

    /** The matrices of scoring pixels. */
    @State(Scope.Thread)
    public static class Product {
        private final int vectors = 3006;
        private final int width = 784;
        private final NativeFloats batch = filled(BATCH * width);
        private final NativeFloats support = filled(vectors * width);
        private final NativeFloats products = filled(BATCH * vectors);

        private static NativeFloats filled(int length) {
            float[] values = new float[length];
            Arrays.fill(values, 0.5f);
            NativeFloats memory = new NativeFloats(length);
            memory.put(0, values, 0, length);
            return memory;
        }

        void multiply() {
            Sgemm.multiply(
                    false, true, BATCH, vectors, width, 1, batch, 0, width, support, 0, width, 0, products, 0, vectors);
        }
    }

    /** The same in libsvm. */
    @State(Scope.Benchmark)
    public static class Reference {
        private float[][] training;
        private float[][] test;
        private LibSvm model;

        @Setup
        public void prepare() {
            training = BenchRows.PIXELS.training();
            test = Arrays.copyOf(BenchRows.PIXELS.test(), SCORED_BY_LIBSVM);
            // As many support vectors as the reference fit has; which ones doesn't matter for the time.
            model = LibSvm.fit(Arrays.copyOf(training, 3006), 1 - 1e-9, 0.018425341, 1e-3);
        }
    }

    @Benchmark
    public DecisionFunction fitOurs(Ours ours) {
        return OneClassSvmTrainer.fit(ours.training, SvmOptions.DEFAULT);
    }

    @Benchmark
    public double[] scoreOurs(Ours ours) {
        return ours.function.values(ours.test);
    }

    @Benchmark
    public void scoreProduct(Product product) {
        for (int i = 0; i < 10_000; i += BATCH) {
            product.multiply();
        }
    }

    @Benchmark
    @Warmup(iterations = 0)
    @Measurement(iterations = 1)
    public double fitLibsvm(Reference reference) {
        return LibSvm.fit(reference.training, 0.5, 0.018425341, 1e-3).rho();
    }

    @Benchmark
    @Warmup(iterations = 1)
    @Measurement(iterations = 1)
    public double scoreLibsvm(Reference reference) {
        return Arrays.stream(reference.test).mapToDouble(reference.model::value).sum();
    }
}
