package dev.outsole.detector;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;

import dev.outsole.work.Thrown;
import org.apache.spark.ml.Model;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.MLWritable;
import org.apache.spark.ml.util.MLWriter;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The model of a throwing detector: an image's index is its decision value. */
final class ThrowingModel extends Model<ThrowingModel> implements MLWritable {
    private static final long serialVersionUID = 1;

    private final ThrowingDetectors.Place place;
    private final Thrown thrown;

    ThrowingModel(ThrowingDetectors.Place place, Thrown thrown) {
        this.place = place;
        this.thrown = thrown;
    }

    @Override
    public String uid() {
        return "throwing";
    }

    @Override
    public Dataset<Row> transform(Dataset<?> dataset) {
        switch (place) {
            case SCORE -> thrown.sneakily();
            case RANK -> ThrowingProperties.install(dataset.sparkSession().sparkContext(), " · evaluating", thrown);
            default -> {}
        }
        return dataset.toDF().withColumn("decision_value", value()).withColumn("prediction", lit(1.0));
    }

    private Column value() {
        if (place != ThrowingDetectors.Place.SCORE_TASK) {
            return col("index").cast(DataTypes.DoubleType);
        }
        Thrown inTask = thrown;
        UDF1<Integer, Double> throwing = index -> {
            inTask.sneakily();
            return 1.0;
        };
        return udf(throwing, DataTypes.DoubleType).apply(col("index"));
    }

    @Override
    public MLWriter write() {
        return new MLWriter() {
            @Override
            public void saveImpl(String path) {
                thrown.sneakily();
            }
        };
    }

    @Override
    public void save(String path) {
        thrown.sneakily();
    }

    @Override
    public StructType transformSchema(StructType schema) {
        return schema;
    }

    @Override
    public ThrowingModel copy(ParamMap extra) {
        return this;
    }
}
