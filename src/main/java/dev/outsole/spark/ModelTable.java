package dev.outsole.spark;

import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** Saves what a model has learnt as one file of Parquet. */
final class ModelTable {

    private ModelTable() {}

    /** The rows of a model; called where they are written. */
    interface Rows<T> extends Serializable {
        Iterator<Row> of(T model);
    }

    /** Writes the rows to a new folder. The model travels as a broadcast, since Spark wants its tasks small. */
    static <T extends Serializable> void write(
            SparkSession spark, T model, Rows<T> rows, StructType schema, String folder) {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        String unused = Sent.during(context, model, sent -> {
            FlatMapFunction<Integer, Row> made = task -> rows.of(sent.value());
            JavaRDD<Row> written = context.parallelize(List.of(0), 1).flatMap(made);
            spark.createDataFrame(written, schema).write().parquet(folder);
            return folder;
        });
    }
}
