package dev.outsole.spark;

import dev.outsole.UserError;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Optional;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkConf;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.apache.spark.util.Utils;

/**
 * Files that {@code spark-submit --files} sends along with a driver that runs on the cluster. YARN and Kubernetes put them into the
 * driver's working folder; standalone leaves them where they are, and only names them, by URIs, in {@code spark.files}.
 */
public final class ShippedFiles {

    private ShippedFiles() {}

    /**
     * The file of this name: as it stands, or else among those sent along.
     *
     * @throws UserError if one that was sent along can't be read
     */
    public static File find(String name) {
        File here = new File(name);
        if (here.exists()) {
            return here;
        }
        SparkConf conf = new SparkConf();
        Optional<Path> shipped = Arrays.stream(conf.get("spark.files", "").split(",", -1))
                .filter(file -> !file.isEmpty())
                .map(file -> new Path(Utils.resolveURI(file)))
                .filter(file -> file.getName().equals(name))
                .findFirst();
        return shipped.map(file -> local(file, conf)).orElse(here);
    }

    private static File local(Path shipped, SparkConf conf) {
        try {
            FileSystem files = shipped.getFileSystem(SparkHadoopUtil.get().newConfiguration(conf));
            if (files instanceof LocalFileSystem local) {
                return local.pathToFile(shipped);
            }
            File copy = Files.createTempDirectory("outsole")
                    .resolve(shipped.getName())
                    .toFile();
            copy.deleteOnExit();
            files.copyToLocalFile(shipped, new Path(copy.toURI()));
            return copy;
        } catch (IOException e) {
            throw new UserError(
                    "settings file " + shipped + " can't be read (" + e.getMessage() + "): name another with --config",
                    e);
        }
    }
}
