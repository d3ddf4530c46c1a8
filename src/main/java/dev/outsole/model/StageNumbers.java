package dev.outsole.model;

import dev.outsole.autoencoder.TrainedNetwork;
import dev.outsole.distance.DistanceLimit;
import dev.outsole.gaussian.GaussianFunction;
import dev.outsole.gaussian.Whitening;
import dev.outsole.image.ImageShape;
import dev.outsole.neighbour.ExpectedDistance;
import dev.outsole.neighbour.NeighbourBlock;
import dev.outsole.neighbour.NeighbourFunction;
import dev.outsole.neighbour.NeighbourRows;
import dev.outsole.pixel.PixelFeatures;
import dev.outsole.svm.DecisionFunction;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What a fitted stage has learnt, as plain arrays by name; not copied, since they are large.
 *
 * @param kind tells {@link Step} what they are
 */
public record StageNumbers(String kind, SortedMap<String, float[]> floats, SortedMap<String, double[]> doubles) {
    static final String AUTOENCODER = "autoencoder";
    static final String ONE_CLASS_SVM = "one_class_svm";
    static final String PIXEL_FEATURES = "pixel_features";
    static final String NEAREST_NEIGHBOURS = "nearest_neighbours";
    static final String GAUSSIAN = "gaussian";
    static final String ERROR_LIMIT = "error_limit";

    /** Of an autoencoder: {@code layer_sizes}, and {@code parameters} in DL4J's order. */
    public static StageNumbers of(TrainedNetwork network) {
        double[] sizes =
                Arrays.stream(network.layerSizes()).mapToDouble(size -> size).toArray();
        return new StageNumbers(
                AUTOENCODER,
                new TreeMap<>(Map.of("parameters", network.parameters())),
                new TreeMap<>(Map.of("layer_sizes", sizes)));
    }

    TrainedNetwork network() {
        int[] sizes = Arrays.stream(doubles("layer_sizes"))
                .mapToInt(size -> (int) size)
                .toArray();
        return new TrainedNetwork(sizes, floats("parameters"));
    }

    /** Of a one-class SVM: {@code gamma_rho}, {@code coefficients}, and {@code support_vectors} one after the other. */
    public static StageNumbers of(DecisionFunction function) {
        int count = function.supportVectorCount();
        int width = function.dimension();
        float[] vectors = new float[Math.multiplyExact(count, width)];
        for (int i = 0; i < count; i++) {
            System.arraycopy(function.supportVector(i), 0, vectors, i * width, width);
        }
        double[] coefficients =
                IntStream.range(0, count).mapToDouble(function::coefficient).toArray();
        return new StageNumbers(
                ONE_CLASS_SVM,
                new TreeMap<>(Map.of("support_vectors", vectors)),
                new TreeMap<>(Map.of(
                        "gamma_rho", new double[] {function.gamma(), function.rho()}, "coefficients", coefficients)));
    }

    DecisionFunction decisionFunction() {
        double[] coefficients = doubles("coefficients");
        float[] flat = floats("support_vectors");
        int width = flat.length / coefficients.length;
        float[][] vectors = new float[coefficients.length][];
        for (int i = 0; i < vectors.length; i++) {
            vectors[i] = Arrays.copyOfRange(flat, i * width, (i + 1) * width);
        }
        double[] gammaRho = doubles("gamma_rho");
        return new DecisionFunction(gammaRho[0], gammaRho[1], vectors, coefficients);
    }

    /** Of a pixel transform: {@code height_width}, and {@code preparation}: square root or not (1 or 0), blur radius, gradient weight. */
    public static StageNumbers of(PixelFeatures pixels) {
        ImageShape shape = pixels.shape();
        double[] preparation = {pixels.squareRoot() ? 1 : 0, pixels.blurRadius(), pixels.gradientWeight()};
        return new StageNumbers(
                PIXEL_FEATURES,
                new TreeMap<>(),
                new TreeMap<>(Map.of(
                        "height_width", new double[] {shape.height(), shape.width()}, "preparation", preparation)));
    }

    PixelFeatures pixelFeatures() {
        double[] shape = doubles("height_width");
        double[] preparation = doubles("preparation");
        return new PixelFeatures(
                new ImageShape((int) shape[0], (int) shape[1]),
                preparation[0] == 1,
                (int) preparation[1],
                preparation[2]);
    }

    /** Of nearest neighbours: {@code k_width}, {@code intercept_slope}, and the training rows, block by block, {@code rows_00000} and on. */
    public static StageNumbers of(NeighbourFunction function) {
        SortedMap<String, float[]> rows = new TreeMap<>();
        for (NeighbourBlock block : function.rows().blocks()) {
            rows.put(String.format(Locale.ROOT, "rows_%05d", rows.size()), block.entries());
        }
        return new StageNumbers(
                NEAREST_NEIGHBOURS,
                rows,
                new TreeMap<>(Map.of(
                        "k_width",
                        new double[] {function.k(), function.rows().dimension()},
                        "intercept_slope",
                        new double[] {
                            function.expected().intercept(), function.expected().slope()
                        })));
    }

    NeighbourFunction neighbourFunction() {
        double[] kWidth = doubles("k_width");
        double[] line = doubles("intercept_slope");
        return new NeighbourFunction(
                NeighbourRows.of((int) kWidth[1], List.copyOf(floats.values())),
                (int) kWidth[0],
                new ExpectedDistance(line[0], line[1]));
    }

    /** Of a Gaussian: {@code mean}, {@code log_limit}, and {@code whitening} (the transpose's rows from the diagonal on). */
    public static StageNumbers of(GaussianFunction function) {
        return new StageNumbers(
                GAUSSIAN,
                new TreeMap<>(Map.of("whitening", function.whitening().triangle())),
                new TreeMap<>(Map.of("mean", function.whitening().mean(), "log_limit", new double[] {
                    function.limit().log()
                })));
    }

    GaussianFunction gaussian() {
        return new GaussianFunction(new Whitening(doubles("mean"), floats("whitening")), limit());
    }

    /** Of a limit of reconstruction errors: {@code log_limit}. */
    public static StageNumbers of(DistanceLimit limit) {
        return new StageNumbers(
                ERROR_LIMIT, new TreeMap<>(), new TreeMap<>(Map.of("log_limit", new double[] {limit.log()})));
    }

    DistanceLimit limit() {
        return new DistanceLimit(doubles("log_limit")[0]);
    }

    private float[] floats(String name) {
        return present(floats, name);
    }

    private double[] doubles(String name) {
        return present(doubles, name);
    }

    private <T> T present(SortedMap<String, T> arrays, String name) {
        T array = arrays.get(name);
        if (array == null) {
            throw new IllegalStateException("stage " + kind + " has no " + name);
        }
        return array;
    }
}
