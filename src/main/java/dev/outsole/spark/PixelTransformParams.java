package dev.outsole.spark;

import dev.outsole.UserError;
import dev.outsole.image.ImageShape;
import dev.outsole.pixel.PixelFeatures;
import java.io.Serializable;
import org.apache.spark.ml.param.BooleanParam;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamValidators;
import org.apache.spark.ml.param.Params;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Parameters of {@link PixelTransform}. Spark finds them by the methods that return a {@link Param}. */
public interface PixelTransformParams extends Params {

    /** The parameters themselves. Spark wants the same objects at every call, made after the stage's uid is set. */
    final class Declared implements Serializable {
        private static final long serialVersionUID = 1;

        final Param<String> featuresCol;
        final Param<String> outputCol;
        final Param<String> complexityCol;
        final IntParam height;
        final IntParam width;
        final BooleanParam squareRoot;
        final IntParam blurRadius;
        final DoubleParam gradientWeight;

        Declared(Params parent) {
            featuresCol = new Param<>(
                    parent,
                    "featuresCol",
                    "images: bytes (scaled by 1/255), array<float>, array<double> or vector of entries in [0, 1]");
            outputCol = new Param<>(parent, "outputCol", "output: features (array<float>)");
            complexityCol =
                    new Param<>(parent, "complexityCol", "output: total variation of the image (double); empty: none");
            height = new IntParam(parent, "height", "pixels of an image from top to bottom", ParamValidators.gtEq(1));
            width = new IntParam(parent, "width", "pixels of an image from side to side", ParamValidators.gtEq(1));
            squareRoot = new BooleanParam(parent, "squareRoot", "whether to take each pixel's square root");
            blurRadius = new IntParam(
                    parent, "blurRadius", "radius of the binomial blur in pixels; 0: none", ParamValidators.gtEq(0));
            gradientWeight = new DoubleParam(
                    parent,
                    "gradientWeight",
                    "weight of the gradient histograms behind the pixels; 0: none",
                    ParamValidators.gtEq(0));
        }
    }

    /** See {@link Declared}; for the stage alone. */
    Declared declared();

    default Param<String> featuresCol() {
        return declared().featuresCol;
    }

    default Param<String> outputCol() {
        return declared().outputCol;
    }

    default Param<String> complexityCol() {
        return declared().complexityCol;
    }

    default IntParam height() {
        return declared().height;
    }

    default IntParam width() {
        return declared().width;
    }

    default BooleanParam squareRoot() {
        return declared().squareRoot;
    }

    default IntParam blurRadius() {
        return declared().blurRadius;
    }

    default DoubleParam gradientWeight() {
        return declared().gradientWeight;
    }

    default String getFeaturesCol() {
        return getOrDefault(featuresCol());
    }

    default String getOutputCol() {
        return getOrDefault(outputCol());
    }

    default String getComplexityCol() {
        return getOrDefault(complexityCol());
    }

    /** Whether complexity is measured. */
    default boolean hasComplexityCol() {
        return !getComplexityCol().isEmpty();
    }

    /**
     * The parameters as a value.
     *
     * @throws UserError if there is no shape of images, or none of this kind
     */
    default PixelFeatures pixelFeatures() {
        if (!isDefined(height()) || !isDefined(width())) {
            throw new UserError("pixel transform: height and width of the images aren't set");
        }
        return new PixelFeatures(
                new ImageShape((int) getOrDefault(height()), (int) getOrDefault(width())),
                (boolean) getOrDefault(squareRoot()),
                (int) getOrDefault(blurRadius()),
                (double) getOrDefault(gradientWeight()));
    }

    /** Checks the features column and adds the output columns. */
    default StructType outputSchema(StructType schema) {
        Features.of(schema, getFeaturesCol());
        StructType prepared = Columns.append(
                schema,
                DataTypes.createStructField(
                        getOutputCol(), DataTypes.createArrayType(DataTypes.FloatType, false), false));
        return hasComplexityCol()
                ? Columns.append(prepared, DataTypes.createStructField(getComplexityCol(), DataTypes.DoubleType, false))
                : prepared;
    }
}
