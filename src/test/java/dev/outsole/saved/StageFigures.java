package dev.outsole.saved;

import dev.outsole.spark.AutoencoderModel;
import dev.outsole.spark.ErrorLimitModel;
import dev.outsole.spark.GaussianDistanceModel;
import dev.outsole.spark.NearestNeighboursModel;
import dev.outsole.spark.OneClassSvmModel;
import dev.outsole.spark.PixelTransform;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.param.ParamPair;
import org.apache.spark.ml.param.Params;
import scala.collection.JavaConverters;

/**
 * All that a fitted stage is, to the last bit.
 *
 * @param uid of the stage
 * @param parameters each with its value, in the order of their names
 * @param numbers SHA-256 of what it has learnt, as big-endian doubles one after the other
 */
record StageFigures(String uid, String parameters, String numbers) {

    static StageFigures of(Transformer stage) {
        return new StageFigures(stage.uid(), parameters(stage), sha256(learnt(stage)));
    }

    static String parameters(Params stage) {
        return JavaConverters.seqAsJavaList(stage.extractParamMap().toSeq()).stream()
                .map((ParamPair<?> pair) ->
                        pair.param().name() + "=" + pair.param().jsonEncode(cast(pair.value())))
                .sorted()
                .toList()
                .toString();
    }

    @SuppressWarnings("unchecked")
    private static <T> T cast(Object value) {
        return (T) value;
    }

    private static double[] learnt(Transformer stage) {
        if (stage instanceof AutoencoderModel model) {
            DoubleStream sizes = Arrays.stream(model.network().layerSizes()).asDoubleStream();
            return DoubleStream.concat(sizes, doubles(model.network().parameters()))
                    .toArray();
        }
        if (stage instanceof OneClassSvmModel model) {
            var function = model.decisionFunction();
            DoubleStream vectors = IntStream.range(0, function.supportVectorCount())
                    .boxed()
                    .flatMapToDouble(i -> DoubleStream.concat(
                            DoubleStream.of(function.coefficient(i)), doubles(function.supportVector(i))));
            return DoubleStream.concat(DoubleStream.of(function.gamma(), function.rho()), vectors)
                    .toArray();
        }
        if (stage instanceof NearestNeighboursModel model) {
            var function = model.neighbourFunction();
            DoubleStream rows = function.rows().blocks().stream().flatMapToDouble(block -> doubles(block.entries()));
            return DoubleStream.concat(
                            DoubleStream.of(
                                    function.k(),
                                    function.expected().intercept(),
                                    function.expected().slope(),
                                    function.rows().dimension()),
                            rows)
                    .toArray();
        }
        if (stage instanceof GaussianDistanceModel model) {
            var whitening = model.function().whitening();
            return DoubleStream.concat(
                            DoubleStream.of(model.function().limit().log()),
                            DoubleStream.concat(Arrays.stream(whitening.mean()), doubles(whitening.triangle())))
                    .toArray();
        }
        if (stage instanceof ErrorLimitModel model) {
            return new double[] {model.limit().log()};
        }
        if (stage instanceof PixelTransform) {
            return new double[0];
        }
        throw new IllegalArgumentException("say what a " + stage.getClass().getSimpleName() + " has learnt");
    }

    private static DoubleStream doubles(float[] floats) {
        return IntStream.range(0, floats.length).mapToDouble(i -> floats[i]);
    }

    private static String sha256(double[] numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Double.BYTES);
        bytes.asDoubleBuffer().put(numbers);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
