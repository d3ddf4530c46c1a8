package dev.outsole.spark;

import dev.outsole.neighbour.NeighbourOptions;
import java.io.Serializable;
import org.apache.spark.ml.param.DoubleArrayParam;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamValidators;
import org.apache.spark.ml.param.Params;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Parameters that {@link NearestNeighbours} and {@link NearestNeighboursModel} share. Spark finds them by the methods that return a
 * {@link Param}.
 */
public interface NearestNeighboursParams extends Params {

    /** The parameters themselves. Spark wants the same objects at every call, made after the stage's uid is set. */
    final class Declared implements Serializable {
        private static final long serialVersionUID = 1;

        final Param<String> featuresCol;
        final Param<String> complexityCol;
        final Param<String> imageCol;
        final DoubleArrayParam preparation;
        final Param<String> decisionCol;
        final Param<String> predictionCol;
        final IntParam k;
        final DoubleParam contamination;

        Declared(Params parent) {
            featuresCol = new Param<>(
                    parent,
                    "featuresCol",
                    "features: image bytes (scaled by 1/255), array<float>, array<double> or vector");
            complexityCol = new Param<>(
                    parent,
                    "complexityCol",
                    "how complex an image is (a number from 0 on), to judge its distances by; empty: without");
            imageCol = new Param<>(
                    parent,
                    "imageCol",
                    "images (bytes) that the features were made of, for a saved model to keep instead");
            preparation = new DoubleArrayParam(
                    parent,
                    "preparation",
                    "how: height, width, square root (1 or 0), blur radius, gradient weight; as a PixelTransform has"
                            + " it");
            decisionCol = new Param<>(parent, "decisionCol", "output: decision value, higher is more normal (double)");
            predictionCol = new Param<>(
                    parent,
                    "predictionCol",
                    "output: 1.0 if the decision value is above 0 (normal), else 0.0 (abnormal)");
            k = new IntParam(parent, "k", "neighbours whose distances are averaged, >= 1", ParamValidators.gtEq(1));
            contamination = new DoubleParam(
                    parent,
                    "contamination",
                    "share of the training rows that the decision value's sign calls abnormal, in [0, 1)",
                    ParamValidators.inRange(0, 1, true, false));
        }
    }

    /** See {@link Declared}; for the stages alone. */
    Declared declared();

    default Param<String> featuresCol() {
        return declared().featuresCol;
    }

    default Param<String> complexityCol() {
        return declared().complexityCol;
    }

    default Param<String> imageCol() {
        return declared().imageCol;
    }

    default DoubleArrayParam preparation() {
        return declared().preparation;
    }

    default Param<String> decisionCol() {
        return declared().decisionCol;
    }

    default Param<String> predictionCol() {
        return declared().predictionCol;
    }

    default IntParam k() {
        return declared().k;
    }

    default DoubleParam contamination() {
        return declared().contamination;
    }

    default String getFeaturesCol() {
        return getOrDefault(featuresCol());
    }

    default String getComplexityCol() {
        return getOrDefault(complexityCol());
    }

    default String getDecisionCol() {
        return getOrDefault(decisionCol());
    }

    default String getPredictionCol() {
        return getOrDefault(predictionCol());
    }

    default int getK() {
        return (int) getOrDefault(k());
    }

    default double getContamination() {
        return (double) getOrDefault(contamination());
    }

    /** The parameters as the algorithm's options. */
    default NeighbourOptions neighbourOptions() {
        return new NeighbourOptions(getK(), getContamination());
    }

    /** Checks the input columns and adds the two output columns. */
    default StructType outputSchema(StructType schema) {
        Features.of(schema, getFeaturesCol());
        Complexities.of(schema, getComplexityCol());
        return Columns.append(
                schema,
                DataTypes.createStructField(getDecisionCol(), DataTypes.DoubleType, false),
                DataTypes.createStructField(getPredictionCol(), DataTypes.DoubleType, false));
    }
}
