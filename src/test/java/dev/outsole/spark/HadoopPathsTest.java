package dev.outsole.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outsole.UserError;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HadoopPathsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"runs", "my runs/of today", "/runs", "file:/runs", "hdfs://host:9000/runs", "s3a://bucket/runs"})
    void takesAnyPath(String text) {
        assertThat(HadoopPaths.of(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a:b", ":runs"})
    void refusesWhatIsNone(String text) {
        assertThatThrownBy(() -> HadoopPaths.of(text))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("'" + text + "' is no path (")
                .hasMessageEndingWith("hdfs://host/runs");
    }

    /** As HDFS has it when it doesn't know the host. */
    @Test
    void aPlaceThatCannotBeReachedIsKnownAtOnce() {
        Configuration hadoop = new Configuration(false);
        hadoop.setClass("fs.far.impl", Unreachable.class, RawLocalFileSystem.class);
        Path path = new Path("far://host/runs/run");

        assertThatThrownBy(() -> HadoopPaths.fileSystem(path, hadoop))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("UnknownHostException: host");
        assertThatThrownBy(() -> StagedDirectory.create(hadoop, path, "marker.json"))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("can't write to far://host/runs/run (")
                .hasMessageContaining("UnknownHostException: host");
        assertThatThrownBy(() -> ImageTable.exists(hadoop, "far://host/table"))
                .isInstanceOf(UserError.class)
                .hasMessageContainingAll("far://host/table", "UnknownHostException: host");
    }

    /** A file system whose host nobody knows. */
    public static final class Unreachable extends RawLocalFileSystem {
        @Override
        public void initialize(URI uri, Configuration hadoop) {
            throw new IllegalArgumentException(new UnknownHostException(uri.getHost()));
        }
    }
}
