package dev.outsole.autoencoder;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
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
 * The reference network on images of 784 pixels, all on one core: a training step of ours, of DL4J's, and the bare matrix products of
 * one; and the same for encoding.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class AutoencoderBenchmark {
    private static final int PIXELS = 784;
    private static final int IMAGES = 1024;

    /** What both benchmarks work with. */
    private static final class Reference {
        final AutoencoderOptions options = AutoencoderOptions.DEFAULT;
        final int[] sizes = NetworkDefinition.layerSizes(PIXELS, options);
        final Layout layout = Layout.of(sizes);
        final float[] parameters = NetworkDefinition.initialParameters(PIXELS, options);
        final float[][] images = images();

        /** Half of the pixels black, as about in Fashion-MNIST. */
        private static float[][] images() {
            SplittableRandom random = new SplittableRandom(1);
            float[][] images = new float[IMAGES][PIXELS];
            for (float[] image : images) {
                for (int j = 0; j < PIXELS; j++) {
                    image[j] = Math.max(0, 2 * (float) random.nextDouble() - 1);
                }
            }
            return images;
        }
    }

    /** Training. */
    @State(Scope.Thread)
    public static class Training {
        @Param({"32", "128"})
        public int batch;

        private float[][] images;
        private TrainingStep step;
        private MultiLayerNetwork dl4j;
        private INDArray[] batches;
        private BareProducts products;
        private int layers;
        private int next;

        @Setup
        public void prepare() {
            Reference reference = new Reference();
            images = reference.images;
            step = new TrainingStep(
                    reference.layout,
                    reference.options.workerLearningRate(),
                    batch,
                    TrainingState.initial(reference.parameters));
            dl4j = new MultiLayerNetwork(NetworkDefinition.training(PIXELS, reference.options));
            dl4j.init();
            batches = new INDArray[IMAGES / batch];
            for (int i = 0; i < batches.length; i++) {
                batches[i] = Nd4j.createFromArray(Arrays.copyOfRange(images, i * batch, (i + 1) * batch));
            }
            products = new BareProducts(reference.layout, reference.parameters, batch);
            layers = reference.layout.count();
        }

        private int next() {
            next = (next + 1) % batches.length;
            return next;
        }
    }

    /** Encoding. */
    @State(Scope.Thread)
    public static class Encoding {
        private static final int BATCH = 256;

        private float[][] images;
        private TrainedNetwork network;
        private BareProducts products;
        private int layers;

        @Setup
        public void prepare() {
            Reference reference = new Reference();
            images = Arrays.copyOf(reference.images, BATCH);
            network = new TrainedNetwork(reference.sizes, reference.parameters);
            products = new BareProducts(reference.layout, reference.parameters, BATCH);
            layers = reference.layout.encoderLayers();
        }
    }

    @Benchmark
    public double stepOurs(Training training) {
        return training.step.run(training.images, training.next() * training.batch, training.batch);
    }

    @Benchmark
    public void stepDl4j(Training training) {
        INDArray batch = training.batches[training.next()];
        training.dl4j.fit(batch, batch);
    }

    @Benchmark
    public void stepProducts(Training training) {
        training.products.forward(training.layers);
        training.products.backward();
    }

    @Benchmark
    public float[][] encodeOurs(Encoding encoding) {
        return encoding.network.encode(encoding.images);
    }

    @Benchmark
    public void encodeProducts(Encoding encoding) {
        encoding.products.forward(encoding.layers);
    }
}
