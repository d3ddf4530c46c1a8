package dev.outsole.spark;

import dev.outsole.svm.DecisionFunction;
import dev.outsole.svm.OneClassSvmTrainer;
import dev.outsole.svm.SolverOptions;
import dev.outsole.svm.SvmOptions;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.DefaultParamsReader;
import org.apache.spark.ml.util.DefaultParamsWritable;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.types.StructType;

/**
 * One-class support vector machine with an RBF kernel (Schölkopf et al. 2001) as a Spark ML estimator. It learns from normal rows
 * alone; the fit takes place on the driver, which all training rows are brought to.
 */
public final class OneClassSvm extends Estimator<OneClassSvmModel>
        implements OneClassSvmParams, ForeseenFit, DefaultParamsWritable {
    private static final long serialVersionUID = 1;

    private static final int COPIES = 3;

    private final String uid;
    private final Declared declared;

    public OneClassSvm() {
        this(Identifiable$.MODULE$.randomUID("oneClassSvm"));
    }

    /** For Spark, which makes a stage again under its old uid. */
    public OneClassSvm(String uid) {
        this.uid = uid;
        this.declared = new Declared(this);
        setDefault(declared.featuresCol, "features");
        setDefault(declared.decisionCol, "decision_value");
        setDefault(declared.predictionCol, "prediction");
        setDefault(declared.nu, SvmOptions.DEFAULT.nu());
        setDefault(declared.gamma, SvmOptions.DEFAULT.gamma().toString());
        setDefault(declared.tol, SvmOptions.DEFAULT.tolerance());
        setDefault(declared.shrinking, SolverOptions.DEFAULT.shrinking());
        setDefault(declared.cacheMb, SolverOptions.DEFAULT.cacheMb());
        setDefault(declared.maxRows, SolverOptions.DEFAULT.maxRows());
        setDefault(declared.sample, SvmOptions.DEFAULT.sample());
        setDefault(declared.seed, SvmOptions.DEFAULT.seed());
    }

    @Override
    public String uid() {
        return uid;
    }

    @Override
    public Declared declared() {
        return declared;
    }

    public OneClassSvm setFeaturesCol(String value) {
        set(declared.featuresCol, value);
        return this;
    }

    public OneClassSvm setDecisionCol(String value) {
        set(declared.decisionCol, value);
        return this;
    }

    public OneClassSvm setPredictionCol(String value) {
        set(declared.predictionCol, value);
        return this;
    }

    public OneClassSvm setNu(double value) {
        set(declared.nu, value);
        return this;
    }

    public OneClassSvm setGamma(String value) {
        set(declared.gamma, value);
        return this;
    }

    public OneClassSvm setTol(double value) {
        set(declared.tol, value);
        return this;
    }

    public OneClassSvm setShrinking(boolean value) {
        set(declared.shrinking, value);
        return this;
    }

    public OneClassSvm setCacheMb(int value) {
        set(declared.cacheMb, value);
        return this;
    }

    public OneClassSvm setMaxRows(int value) {
        set(declared.maxRows, value);
        return this;
    }

    /** Learns from so many rows, drawn at random; 0: from all. */
    public OneClassSvm setSample(int value) {
        set(declared.sample, value);
        return this;
    }

    public OneClassSvm setSeed(long value) {
        set(declared.seed, value);
        return this;
    }

    /** Sets every hyperparameter. */
    public OneClassSvm setOptions(SvmOptions options) {
        return setNu(options.nu())
                .setGamma(options.gamma().toString())
                .setTol(options.tolerance())
                .setShrinking(options.computing().shrinking())
                .setCacheMb(options.computing().cacheMb())
                .setMaxRows(options.computing().maxRows())
                .setSample(options.sample())
                .setSeed(options.seed());
    }

    /** Rows as they come, once more as the vectors that are kept, and serialized on their way here. */
    @Override
    public void foresee(FitOutlook outlook) {
        int rows = svmOptions().rowsToLearnFrom(outlook.rows()).length;
        outlook.width(getFeaturesCol()).ifPresent(width -> {
            double bytes = (double) Float.BYTES * rows * width;
            String what = "one-class SVM: " + rows + " training rows of " + width + " features";
            outlook.requireResult(what, bytes);
            outlook.requireDriver(what, COPIES * bytes);
        });
    }

    @Override
    public OneClassSvmModel fit(Dataset<?> dataset) {
        transformSchema(dataset.schema());
        SvmOptions options = svmOptions();
        TableSize available = TableSize.of(dataset.toDF(), getFeaturesCol());
        int[] wanted = options.rowsToLearnFrom(available.count());
        DecisionFunction function = DriverFits.takeTurn(
                new TableSize(wanted.length, available.width()),
                () -> OneClassSvmTrainer.fit(Features.collect(dataset.toDF(), getFeaturesCol(), wanted), options));
        JobMetrics.current().modelTrained();
        OneClassSvmSummary summary = new OneClassSvmSummary(wanted.length, available.count());
        return copyValues(new OneClassSvmModel(uid, function, summary).setParent(this), ParamMap.empty());
    }

    @Override
    public StructType transformSchema(StructType schema) {
        return outputSchema(schema);
    }

    @Override
    public OneClassSvm copy(ParamMap extra) {
        return defaultCopy(extra);
    }

    public static OneClassSvm load(String path) {
        return read().load(path);
    }

    /** Where Spark's {@code Pipeline.load} looks. */
    public static MLReader<OneClassSvm> read() {
        return new DefaultParamsReader<>();
    }
}
