package dev.outsole.neighbour;

import dev.outsole.blas.NativeFloats;
import dev.outsole.blas.Sgemm;
import dev.outsole.image.ImageShape;
import dev.outsole.pixel.PixelFeatures;
import dev.outsole.svm.BenchRows;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The 5 nearest of 6,000 sandals to each of 10,000 test images, in batches as the stage has them; and the bare matrix products of that. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4)
@Measurement(iterations = 5)
@Fork(1)
public class NeighbourBenchmark {
    private static final int BATCH = 1024;
    private static final int K = 5;
    private static final PixelFeatures GRADIENTS = new PixelFeatures(new ImageShape(28, 28), true, 1, 4);

    /** Rows and queries. */
    @State(Scope.Benchmark)
    public static class Images {
        private NeighbourRows rows;
        private float[][] test;
        private float[][] one;

        @Setup
        public void prepare() {
            rows = new NeighbourRows(BenchRows.PIXELS.training());
            test = BenchRows.PIXELS.test();
            one = Arrays.copyOf(test, 1);
        }
    }

    /** The matrices of one product. */
    @State(Scope.Thread)
    public static class Product {
        private static final int QUERIES = NeighbourSearch.QUERIES;
        private static final int ROWS = NeighbourSearch.ROWS;
        private final int width = 784;
        private final NativeFloats queries = filled(QUERIES * width);
        private final NativeFloats rows = filled(ROWS * width);
        private final NativeFloats products = filled(QUERIES * ROWS);

        private static NativeFloats filled(int length) {
            float[] values = new float[length];
            Arrays.fill(values, 0.5f);
            NativeFloats memory = new NativeFloats(length);
            memory.put(0, values, 0, length);
            return memory;
        }

        void multiply(int many, int count) {
            Sgemm.multiply(
                    false, true, many, count, width, -2, queries, 0, width, rows, 0, width, 0, products, 0, count);
        }
    }

    @Benchmark
    public double[][] searchOurs(Images images) {
        double[][] all = new double[images.test.length][];
        for (int from = 0; from < all.length; from += BATCH) {
            float[][] batch = Arrays.copyOfRange(images.test, from, Math.min(from + BATCH, all.length));
            try (NeighbourSearch search = NeighbourSearch.of(batch, images.rows.dimension(), K)) {
                images.rows.blocks().forEach(search::in);
                System.arraycopy(search.distances(), 0, all, from, batch.length);
            }
        }
        return all;
    }

    @Benchmark
    public void searchProduct(Product product) {
        for (int query = 0; query < 10_000; query += Product.QUERIES) {
            for (int row = 0; row < 6_000; row += Product.ROWS) {
                product.multiply(Math.min(Product.QUERIES, 10_000 - query), Math.min(Product.ROWS, 6_000 - row));
            }
        }
    }

    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @Warmup(iterations = 2, time = 1)
    @Measurement(iterations = 3, time = 1)
    public double[][] oneImage(Images images) {
        return images.rows.distances(images.one, K);
    }

    @Benchmark
    public float[][] gradients(Images images) {
        return Arrays.stream(images.test).map(GRADIENTS::of).toArray(float[][]::new);
    }
}
