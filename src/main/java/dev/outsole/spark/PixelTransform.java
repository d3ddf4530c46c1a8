package dev.outsole.spark;

import dev.outsole.model.StageForm;
import dev.outsole.pixel.PixelFeatures;
import dev.outsole.tensor.StageNumbers;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.DefaultParamsReader;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * Prepares images for comparison as a Spark ML transformer: square roots, blur and gradients as {@link PixelFeatures} has them and, if wanted,
 * a measure of how complex an image is. There is nothing to learn.
 */
public final class PixelTransform extends Transformer implements PixelTransformParams, StoredStage, ForeseenFit {
    private static final long serialVersionUID = 1;

    private final String uid;
    private final Declared declared;

    public PixelTransform() {
        this(Identifiable$.MODULE$.randomUID("pixelTransform"));
    }

    /** For Spark, which makes a stage again under its old uid. */
    public PixelTransform(String uid) {
        this.uid = uid;
        this.declared = new Declared(this);
        setDefault(declared.featuresCol, "features");
        setDefault(declared.outputCol, "prepared");
        setDefault(declared.complexityCol, "");
        setDefault(declared.squareRoot, false);
        setDefault(declared.blurRadius, 0);
        setDefault(declared.gradientWeight, 0.0);
    }

    @Override
    public String uid() {
        return uid;
    }

    @Override
    public Declared declared() {
        return declared;
    }

    public PixelTransform setFeaturesCol(String value) {
        set(declared.featuresCol, value);
        return this;
    }

    public PixelTransform setOutputCol(String value) {
        set(declared.outputCol, value);
        return this;
    }

    /** Measures complexity too; empty: not. */
    public PixelTransform setComplexityCol(String value) {
        set(declared.complexityCol, value);
        return this;
    }

    public PixelTransform setHeight(int value) {
        set(declared.height, value);
        return this;
    }

    public PixelTransform setWidth(int value) {
        set(declared.width, value);
        return this;
    }

    public PixelTransform setSquareRoot(boolean value) {
        set(declared.squareRoot, value);
        return this;
    }

    public PixelTransform setBlurRadius(int value) {
        set(declared.blurRadius, value);
        return this;
    }

    public PixelTransform setGradientWeight(double value) {
        set(declared.gradientWeight, value);
        return this;
    }

    /** Sets the images' shape and all that is made of them. */
    public PixelTransform setPixelFeatures(PixelFeatures features) {
        return setHeight(features.shape().height())
                .setWidth(features.shape().width())
                .setSquareRoot(features.squareRoot())
                .setBlurRadius(features.blurRadius())
                .setGradientWeight(features.gradientWeight());
    }

    @Override
    public StageNumbers numbers() {
        return StageForm.of(pixelFeatures());
    }

    @Override
    public void foresee(FitOutlook outlook) {
        outlook.setWidth(getOutputCol(), pixelFeatures().length());
    }

    @Override
    public Dataset<Row> transform(Dataset<?> dataset) {
        PixelFeatures features = pixelFeatures();
        BatchMap.Function function =
                hasComplexityCol() ? images -> measured(features, images) : images -> prepared(features, images);
        return BatchMap.append(dataset, transformSchema(dataset.schema()), getFeaturesCol(), function);
    }

    private static Object[][] measured(PixelFeatures features, float[][] images) {
        Object[][] columns = new Object[images.length][];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = new Object[] {features.of(images[i]), features.complexity(images[i])};
        }
        return columns;
    }

    private static Object[][] prepared(PixelFeatures features, float[][] images) {
        Object[][] columns = new Object[images.length][];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = new Object[] {features.of(images[i])};
        }
        return columns;
    }

    @Override
    public StructType transformSchema(StructType schema) {
        return outputSchema(schema);
    }

    @Override
    public PixelTransform copy(ParamMap extra) {
        return defaultCopy(extra);
    }

    public static PixelTransform load(String path) {
        return read().load(path);
    }

    /** Where Spark's {@code Pipeline.load} looks. */
    public static MLReader<PixelTransform> read() {
        return new DefaultParamsReader<>();
    }
}
