package dev.outsole.model;

import dev.outsole.autoencoder.TrainedNetwork;
import dev.outsole.distance.DistanceLimit;
import dev.outsole.gaussian.GaussianFunction;
import dev.outsole.gaussian.Whitening;
import dev.outsole.image.ImageShape;
import dev.outsole.neighbour.ExpectedDistance;
import dev.outsole.neighbour.NeighbourFunction;
import dev.outsole.neighbour.NeighbourRows;
import dev.outsole.neighbour.PreparedImages;
import dev.outsole.pixel.PixelFeatures;
import dev.outsole.svm.DecisionFunction;
import dev.outsole.tensor.StageNumbers;
import dev.outsole.tensor.Tensor;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Which arrays each kind of stage is saved as: there and back. */
public final class StageForm {
    static final String AUTOENCODER = "autoencoder";
    static final String ONE_CLASS_SVM = "one_class_svm";
    static final String PIXEL_FEATURES = "pixel_features";
    static final String NEAREST_NEIGHBOURS = "nearest_neighbours";
    static final String GAUSSIAN = "gaussian";
    static final String ERROR_LIMIT = "error_limit";

    private StageForm() {}

    /** Of an autoencoder: {@code layer_sizes}, and {@code parameters} in DL4J's order. */
    public static StageNumbers of(TrainedNetwork network) {
        return new StageNumbers(
                AUTOENCODER,
                Map.of("layer_sizes", Tensor.of(network.layerSizes()), "parameters", Tensor.of(network.parameters())));
    }

    public static TrainedNetwork network(StageNumbers numbers) {
        return new TrainedNetwork(numbers.ints("layer_sizes"), numbers.floats("parameters"));
    }

    /** Of a one-class SVM with m support vectors: {@code gamma_rho}, {@code coefficients [m]}, {@code support_vectors [m × d]}. */
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
                Map.of(
                        "gamma_rho", Tensor.of(function.gamma(), function.rho()),
                        "coefficients", Tensor.of(coefficients),
                        "support_vectors", Tensor.of(vectors, count, width)));
    }

    public static DecisionFunction decisionFunction(StageNumbers numbers) {
        float[] flat = numbers.floats("support_vectors");
        double[] coefficients = numbers.doubles("coefficients");
        int width = flat.length / coefficients.length;
        float[][] vectors = new float[coefficients.length][];
        for (int i = 0; i < vectors.length; i++) {
            vectors[i] = Arrays.copyOfRange(flat, i * width, (i + 1) * width);
        }
        double[] gammaRho = numbers.doubles("gamma_rho");
        return new DecisionFunction(gammaRho[0], gammaRho[1], vectors, coefficients);
    }

    /** Of a pixel transform: {@code height_width}, and {@code preparation}: square root or not (1 or 0), blur radius, gradient weight. */
    public static StageNumbers of(PixelFeatures pixels) {
        return new StageNumbers(PIXEL_FEATURES, tensors(pixels));
    }

    private static Map<String, Tensor> tensors(PixelFeatures pixels) {
        return Map.of(
                "height_width",
                Tensor.of(pixels.shape().height(), pixels.shape().width()),
                "preparation",
                Tensor.of(pixels.squareRoot() ? 1.0 : 0, pixels.blurRadius(), pixels.gradientWeight()));
    }

    public static PixelFeatures pixelFeatures(StageNumbers numbers) {
        int[] shape = numbers.ints("height_width");
        double[] preparation = numbers.doubles("preparation");
        return new PixelFeatures(
                new ImageShape(shape[0], shape[1]), preparation[0] == 1, (int) preparation[1], preparation[2]);
    }

    /**
     * Of nearest neighbours: {@code k_width}, {@code intercept_slope}, and the training rows {@code [n × d]}, block by block, {@code rows_00000}
     * and on; or the images that they are made of, {@code images_00000} and on, {@code [n × height × width]}, with the arrays of a pixel
     * transform.
     */
    public static StageNumbers of(NeighbourFunction function) {
        NeighbourRows rows = function.rows();
        SortedMap<String, Tensor> tensors = new TreeMap<>(rows.images()
                .map(images -> Blocks.of(images, tensors(images.preparation())))
                .orElseGet(() -> Blocks.of(rows)));
        tensors.put("k_width", Tensor.of(function.k(), rows.dimension()));
        tensors.put(
                "intercept_slope",
                Tensor.of(function.expected().intercept(), function.expected().slope()));
        return new StageNumbers(NEAREST_NEIGHBOURS, tensors);
    }

    public static NeighbourFunction neighbourFunction(StageNumbers numbers) {
        int[] kWidth = numbers.ints("k_width");
        double[] line = numbers.doubles("intercept_slope");
        NeighbourRows rows = Blocks.areImages(numbers)
                ? NeighbourRows.of(new PreparedImages(pixelFeatures(numbers), Blocks.images(numbers)))
                : NeighbourRows.of(kWidth[1], Blocks.rows(numbers));
        return new NeighbourFunction(rows, kWidth[0], new ExpectedDistance(line[0], line[1]));
    }

    /** Of a Gaussian: {@code mean [d]}, {@code log_limit}, and {@code whitening} (the transpose's rows from the diagonal on, {@code [d (d + 1) / 2]}). */
    public static StageNumbers of(GaussianFunction function) {
        return new StageNumbers(
                GAUSSIAN,
                Map.of(
                        "whitening", Tensor.of(function.whitening().triangle()),
                        "mean", Tensor.of(function.whitening().mean()),
                        "log_limit", Tensor.of(function.limit().log())));
    }

    public static GaussianFunction gaussian(StageNumbers numbers) {
        return new GaussianFunction(
                new Whitening(numbers.doubles("mean"), numbers.floats("whitening")), limit(numbers));
    }

    /** Of a limit of reconstruction errors: {@code log_limit}. */
    public static StageNumbers of(DistanceLimit limit) {
        return new StageNumbers(ERROR_LIMIT, Map.of("log_limit", Tensor.of(limit.log())));
    }

    public static DistanceLimit limit(StageNumbers numbers) {
        return new DistanceLimit(numbers.doubles("log_limit")[0]);
    }
}
