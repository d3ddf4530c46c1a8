package dev.outsole.spark;

import dev.outsole.svm.Gamma;
import dev.outsole.svm.SvmOptions;
import java.io.Serializable;
import org.apache.spark.ml.param.DoubleParam;
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
                    "upper bound on the share of training rows outside, lower bound on the share of support vectors, in (0, 1)",
                    ParamValidators.inRange(0, 1, false, false));
            gamma = new Param<>(
                    parent,
                    "gamma",
                    "RBF kernel width: 'scale' = 1 / (d · var(X)), 'auto' = 1 / d, or a positive number");
            tol = new DoubleParam(parent, "tol", "tolerance of the stopping criterion, > 0", ParamValidators.gt(0));
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
        return new SvmOptions(getNu(), Gamma.parse(getGamma()), getTol());
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
