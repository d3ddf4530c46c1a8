package dev.outsole.spark;

import dev.outsole.svm.Gamma;
import dev.outsole.svm.SolverOptions;
import dev.outsole.svm.SvmOptions;
import java.io.Serializable;
import org.apache.spark.ml.param.BooleanParam;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.LongParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamValidators;
import org.apache.spark.ml.param.Params;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Parameters that {@link OneClassSvm} and {@link OneClassSvmModel} share. Spark finds them by the methods that return a {@link Param}. */
public interface OneClassSvmParams extends Params {

    /** The parameters themselves. Spark wants the same objects at every call, made after the stage's uid is set. */
    @SuppressWarnings("checkstyle:VisibilityModifier")
    final class Declared implements Serializable {
        private static final long serialVersionUID = 1;

        final Param<String> featuresCol;
        final Param<String> decisionCol;
        final Param<String> predictionCol;
        final DoubleParam nu;
        final Param<String> gamma;
        final DoubleParam tol;
        final BooleanParam shrinking;
        final IntParam cacheMb;
        final IntParam maxRows;
        final IntParam sample;
        final LongParam seed;

        Declared(Params parent) {
            featuresCol = new Param<>(
                    parent,
                    "featuresCol",
                    "features: image bytes (scaled by 1/255), array<float>, array<double> or vector");
            decisionCol = new Param<>(parent, "decisionCol", "output: decision value, higher is more normal (double)");
            predictionCol = new Param<>(
                    parent,
                    "predictionCol",
                    "output: 1.0 if the decision value is above 0 (normal), else 0.0 (abnormal)");
            nu = new DoubleParam(
                    parent,
                    "nu",
                    "upper bound on the share of training rows outside, lower bound on the share of support vectors, in (0, 1]",
                    ParamValidators.inRange(0, 1, false, true));
            gamma = new Param<>(
                    parent,
                    "gamma",
                    "RBF kernel width: 'scale' = 1 / (d · var(X)), 'auto' = 1 / d, or a positive number");
            tol = new DoubleParam(parent, "tol", "tolerance of the stopping criterion, > 0", ParamValidators.gt(0));
            shrinking = new BooleanParam(
                    parent,
                    "shrinking",
                    "whether the solver leaves out variables that seem settled: faster on many rows");
            cacheMb = new IntParam(
                    parent,
                    "cacheMb",
                    "MiB of memory on the driver for kernel rows of all fits, outside the heap, >= 1",
                    ParamValidators.gtEq(1));
            maxRows = new IntParam(
                    parent,
                    "maxRows",
                    "most rows to learn from, >= 2: time grows with the square",
                    ParamValidators.gtEq(2));
            sample = new IntParam(
                    parent,
                    "sample",
                    "learn from so many rows, drawn at random, >= 2; 0: from all",
                    ParamValidators.gtEq(0));
            seed = new LongParam(parent, "seed", "seed of the sample");
        }
    }

    /** See {@link Declared}; for the stages alone. */
    Declared declared();

    default Param<String> featuresCol() {
        return declared().featuresCol;
    }

    default Param<String> decisionCol() {
        return declared().decisionCol;
    }

    default Param<String> predictionCol() {
        return declared().predictionCol;
    }

    default DoubleParam nu() {
        return declared().nu;
    }

    default Param<String> gamma() {
        return declared().gamma;
    }

    default DoubleParam tol() {
        return declared().tol;
    }

    default BooleanParam shrinking() {
        return declared().shrinking;
    }

    default IntParam cacheMb() {
        return declared().cacheMb;
    }

    default IntParam maxRows() {
        return declared().maxRows;
    }

    default IntParam sample() {
        return declared().sample;
    }

    default LongParam seed() {
        return declared().seed;
    }

    default String getFeaturesCol() {
        return getOrDefault(featuresCol());
    }

    default String getDecisionCol() {
        return getOrDefault(decisionCol());
    }

    default String getPredictionCol() {
        return getOrDefault(predictionCol());
    }

    default double getNu() {
        return (double) getOrDefault(nu());
    }

    default String getGamma() {
        return getOrDefault(gamma());
    }

    default double getTol() {
        return (double) getOrDefault(tol());
    }

    /** The parameters as the algorithm's options. */
    default SvmOptions svmOptions() {
        return new SvmOptions(
                getNu(),
                Gamma.parse(getGamma()),
                getTol(),
                new SolverOptions((boolean) getOrDefault(shrinking()), (int) getOrDefault(cacheMb()), (int)
                        getOrDefault(maxRows())),
                (int) getOrDefault(sample()),
                (long) getOrDefault(seed()));
    }

    /** Checks the features column and adds the two output columns. */
    default StructType outputSchema(StructType schema) {
        Features.of(schema, getFeaturesCol());
        return Columns.append(
                schema,
                DataTypes.createStructField(getDecisionCol(), DataTypes.DoubleType, false),
                DataTypes.createStructField(getPredictionCol(), DataTypes.DoubleType, false));
    }
}
