package dev.outsole.spark;

import dev.outsole.UserError;
import dev.outsole.image.ImageShape;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Some images of one shape, kept as Parquet.
 *
 * @param pixels one unsigned byte each, row by row, by the image's index in its split
 */
public record ImageRows(ImageShape shape, SortedMap<Integer, byte[]> pixels) {
    private static final StructType SCHEMA = new StructType()
            .add("index", DataTypes.IntegerType)
            .add("height", DataTypes.IntegerType)
            .add("width", DataTypes.IntegerType)
            .add("pixels", DataTypes.BinaryType);

    /** Rows travel inside their task, which Spark wants small. */
    private static final int BYTES_PER_FILE = 1 << 19;

    /** In place of those that may be there. */
    public void write(SparkSession spark, String path) {
        List<Row> rows = new ArrayList<>();
        pixels.forEach((index, image) -> rows.add(RowFactory.create(index, shape.height(), shape.width(), image)));
        int parts = 1 + (int) ((long) rows.size() * shape.pixels() / BYTES_PER_FILE);
        JavaRDD<Row> parted =
                JavaSparkContext.fromSparkContext(spark.sparkContext()).parallelize(rows, parts);
        spark.createDataFrame(parted, SCHEMA).write().mode(SaveMode.Overwrite).parquet(path);
    }

    /**
     * What {@link #write} wrote.
     *
     * @throws UserError if there are none
     */
    public static ImageRows read(SparkSession spark, Path path) {
        List<Row> rows = ParquetFiles.read(spark, SCHEMA, path).collectAsList();
        if (rows.isEmpty()) {
            throw new UserError(path + " has no images: the run has nothing that a report could show");
        }
        SortedMap<Integer, byte[]> pixels = new TreeMap<>();
        rows.forEach(row -> pixels.put(row.getInt(0), row.getAs(3)));
        return new ImageRows(new ImageShape(rows.get(0).getInt(1), rows.get(0).getInt(2)), pixels);
    }
}
