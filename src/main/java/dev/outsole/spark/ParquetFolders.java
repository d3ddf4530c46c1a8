package dev.outsole.spark;

import static org.apache.spark.sql.functions.input_file_name;

import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** Reads folders of Parquet files that have one schema all at once: by one Spark job, however many there are. */
final class ParquetFolders {

    private ParquetFolders() {}

    /** The rows of each folder, with the schema's columns first. */
    static <K> Map<K, List<Row>> read(SparkSession spark, StructType schema, Map<K, Path> folders) throws IOException {
        if (folders.isEmpty()) {
            return Map.of();
        }
        Map<Path, List<Row>> byFolder = rows(spark, schema, folders);
        Configuration hadoop = spark.sparkContext().hadoopConfiguration();
        Map<K, List<Row>> rows = new LinkedHashMap<>();
        for (Map.Entry<K, Path> folder : folders.entrySet()) {
            Path path = folder.getValue().getFileSystem(hadoop).makeQualified(folder.getValue());
            rows.put(folder.getKey(), byFolder.getOrDefault(path, List.of()));
        }
        return rows;
    }

    private static Map<Path, List<Row>> rows(SparkSession spark, StructType schema, Map<?, Path> folders) {
        Path[] paths = folders.values().toArray(Path[]::new);
        int file = schema.size();
        Map<String, Path> folderOf = new HashMap<>();
        return ParquetFiles.read(spark, schema, paths).withColumn("file", input_file_name()).collectAsList().stream()
                .collect(Collectors.groupingBy(
                        row -> folderOf.computeIfAbsent(row.getString(file), ParquetFolders::folder)));
    }

    /** Spark names files by their URI. */
    private static Path folder(String file) {
        return new Path(URI.create(file)).getParent();
    }
}
