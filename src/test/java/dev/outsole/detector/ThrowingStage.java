package dev.outsole.detector;

import dev.outsole.work.Thrown;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.types.StructType;

/** The stage of a throwing detector. */
final class ThrowingStage extends Estimator<ThrowingModel> {
    private static final long serialVersionUID = 1;

    private final ThrowingDetectors.Place place;
    private final Thrown thrown;

    ThrowingStage(ThrowingDetectors.Place place, Thrown thrown) {
        this.place = place;
        this.thrown = thrown;
    }

    @Override
    public String uid() {
        return "throwing";
    }

    @Override
    public ThrowingModel fit(Dataset<?> dataset) {
        switch (place) {
            case FIT -> thrown.sneakily();
            case FIT_TASK -> {
                Thrown inTask = thrown;
                dataset.toDF().javaRDD().foreach(row -> inTask.sneakily());
            }
            default -> {}
        }
        return new ThrowingModel(place, thrown);
    }

    @Override
    public StructType transformSchema(StructType schema) {
        return schema;
    }

    @Override
    public ThrowingStage copy(ParamMap extra) {
        return this;
    }
}
