package dev.outsole.spark;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.CompressionCodecFactory;
import org.apache.spark.SparkContext;
import org.apache.spark.ml.param.Params;
import org.apache.spark.ml.util.DefaultParamsReader;
import org.apache.spark.ml.util.DefaultParamsReader$;
import org.apache.spark.ml.util.DefaultParamsWriter$;
import scala.Option;

/**
 * The part of a saved stage that Spark defines: class, uid and parameters as JSON. One place for its Scala calls. It is read here, not by
 * Spark, which would take the stage's path for a pattern, and run a job for it.
 */
final class StageMetadata {
    private static final String FOLDER = "metadata";

    private StageMetadata() {}

    static void save(Params stage, String path, SparkContext spark) {
        DefaultParamsWriter$.MODULE$.saveMetadata(stage, path, spark, Option.empty(), Option.empty());
    }

    /** The metadata of a stage saved in this folder, which must be of this class. */
    static DefaultParamsReader.Metadata load(String path, SparkContext spark, Class<?> type) {
        return parse(path, spark, type.getName());
    }

    /** The same of a stage of any class; it isn't loaded. */
    static DefaultParamsReader.Metadata load(String path, SparkContext spark) {
        return parse(path, spark, "");
    }

    private static DefaultParamsReader.Metadata parse(String path, SparkContext spark, String className) {
        try {
            String json = firstLine(new Path(path, FOLDER), spark.hadoopConfiguration());
            return DefaultParamsReader$.MODULE$.parseMetadata(json, className);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of the first file of a folder that has one, unpacked if it is packed, as Hadoop may be set to. */
    private static String firstLine(Path folder, Configuration hadoop) throws IOException {
        FileSystem files = folder.getFileSystem(hadoop);
        for (Path file : HadoopPaths.within(files, folder)) {
            if (file.getName().startsWith("part-")) {
                CompressionCodec codec = new CompressionCodecFactory(hadoop).getCodec(file);
                try (InputStream in = files.open(file);
                        InputStream unpacked = codec == null ? in : codec.createInputStream(in);
                        BufferedReader text =
                                new BufferedReader(new InputStreamReader(unpacked, StandardCharsets.UTF_8))) {
                    String line = text.readLine();
                    if (line != null) {
                        return line;
                    }
                }
            }
        }
        throw new FileNotFoundException(folder + " has no metadata of a stage");
    }

    /** Gives a stage the parameters it was saved with. */
    static void restore(DefaultParamsReader.Metadata metadata, Params stage) {
        metadata.getAndSetParams(stage, Option.empty());
    }
}
