package dev.outsole.spark;

import dev.outsole.work.Attempt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * Reads Parquet, and is the one place that does. Spark takes the paths that it reads for patterns, so that a folder called {@code [a]} would not
 * be found, and {@code *} would be every folder: here a path is that path, whatever characters it has. A file that has vanished or is damaged is
 * an error here, even where the cluster's settings have Spark leave it out.
 */
public final class ParquetFiles {
    private static final Pattern SPECIAL = Pattern.compile("[\\[\\]{}*?\\\\]");

    private ParquetFiles() {}

    /** The rows of files or folders that have this schema. */
    public static Dataset<Row> read(SparkSession spark, StructType schema, Path... paths) {
        return read(spark, spark.read().schema(schema), paths);
    }

    /** The rows of a file or folder, with the schema that its files have. */
    public static Dataset<Row> read(SparkSession spark, Path path) {
        return read(spark, spark.read(), path);
    }

    private static Dataset<Row> read(SparkSession spark, DataFrameReader reader, Path... paths) {
        Configuration hadoop = spark.sparkContext().hadoopConfiguration();
        String[] escaped =
                Arrays.stream(paths).map(path -> escaped(path, hadoop)).toArray(String[]::new);
        return Attempt.of(() -> reader.option("ignoreMissingFiles", false)
                        .option("ignoreCorruptFiles", false)
                        .parquet(escaped))
                .orThrow();
    }

    /** The pattern that stands for this path alone. A relative one is made whole first: the working folder has a name, too. */
    private static String escaped(Path path, Configuration hadoop) {
        try {
            Path whole = HadoopPaths.fileSystem(path, hadoop).makeQualified(path);
            return SPECIAL.matcher(whole.toString()).replaceAll("\\\\$0");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
