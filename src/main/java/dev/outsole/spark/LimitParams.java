package dev.outsole.spark;

import dev.outsole.distance.DistanceLimit;
import java.io.Serializable;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamValidators;
import org.apache.spark.ml.param.Params;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Parameters of stages that judge rows by a distance and a {@link DistanceLimit}. Spark finds them by the methods that return a {@link Param}. */
public interface LimitParams extends Params {

    /** The parameters themselves. Spark wants the same objects at every call, made after the stage's uid is set. */
    @SuppressWarnings("checkstyle:VisibilityModifier")
    final class Declared implements Serializable {
        private static final long serialVersionUID = 1;

        final Param<String> inputCol;
        final Param<String> decisionCol;
        final Param<String> predictionCol;
        final DoubleParam contamination;

        /** @param inputCol what the stage works on, declared by itself */
        Declared(Params parent, Param<String> inputCol) {
            this.inputCol = inputCol;
            decisionCol = new Param<>(parent, "decisionCol", "output: decision value, higher is more normal (double)");
            predictionCol = new Param<>(
                    parent,
                    "predictionCol",
                    "output: 1.0 if the decision value is above 0 (normal), else 0.0 (abnormal)");
            contamination = new DoubleParam(
                    parent,
                    "contamination",
                    "share of the training rows that the limit leaves outside, in [0, 1)",
                    ParamValidators.inRange(0, 1, true, false));
        }
    }

    /** See {@link Declared}; for the stages alone. */
    Declared declared();

    default Param<String> inputCol() {
        return declared().inputCol;
    }

    default Param<String> decisionCol() {
        return declared().decisionCol;
    }

    default Param<String> predictionCol() {
        return declared().predictionCol;
    }

    default DoubleParam contamination() {
        return declared().contamination;
    }

    default String getInputCol() {
        return getOrDefault(inputCol());
    }

    default String getDecisionCol() {
        return getOrDefault(decisionCol());
    }

    default String getPredictionCol() {
        return getOrDefault(predictionCol());
    }

    default double getContamination() {
        return (double) getOrDefault(contamination());
    }

    /** Adds the two output columns. */
    default StructType withOutput(StructType schema) {
        return Columns.append(
                schema,
                DataTypes.createStructField(getDecisionCol(), DataTypes.DoubleType, false),
                DataTypes.createStructField(getPredictionCol(), DataTypes.DoubleType, false));
    }
}
