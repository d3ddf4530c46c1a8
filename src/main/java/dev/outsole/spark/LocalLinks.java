package dev.outsole.spark;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;

/** Symbolic links of a local disk, which Hadoop follows without a word. Other file systems have none as far as Hadoop goes. */
final class LocalLinks {
    private final boolean local;
    private final Optional<java.nio.file.Path> root;
    private final Set<java.nio.file.Path> entered = new HashSet<>();

    private LocalLinks(boolean local, Optional<java.nio.file.Path> root) {
        this.local = local;
        this.root = root;
    }

    /** @param root the folder that is listed */
    static LocalLinks of(FileSystem files, Path root) throws IOException {
        boolean local = files instanceof LocalFileSystem || files instanceof RawLocalFileSystem;
        return new LocalLinks(local, local ? Optional.of(on(root).toRealPath()) : Optional.empty());
    }

    private static java.nio.file.Path on(Path path) {
        return java.nio.file.Path.of(path.toUri().getPath());
    }

    boolean isLink(Path path) {
        return local && Files.isSymbolicLink(on(path));
    }

    /** Whether it is a pipe, a socket or a device: to read it could take forever. */
    boolean isNoFile(Path path) {
        return local && !Files.isRegularFile(on(path));
    }

    /** Whether a folder is to be listed: it was not yet, and isn't one that the link, or all that is listed, lies in. */
    boolean enter(Path folder) throws IOException {
        if (!local) {
            return true;
        }
        java.nio.file.Path real = on(folder).toRealPath();
        java.nio.file.Path above = on(new Path(folder, "..")).toRealPath();
        boolean leadsUp = isLink(folder)
                && !root.equals(Optional.of(real))
                && (above.startsWith(real) || root.orElseThrow().startsWith(real));
        return !leadsUp && entered.add(real);
    }

    /** Links in a folder whose target doesn't exist, or is the link itself. Hadoop doesn't list them. */
    List<Path> leadingNowhere(Path folder) throws IOException {
        List<Path> broken = new ArrayList<>();
        if (local) {
            try (DirectoryStream<java.nio.file.Path> all = Files.newDirectoryStream(on(folder))) {
                for (java.nio.file.Path path : all) {
                    if (!Files.exists(path) && Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                        broken.add(new Path(
                                folder, new Path(null, null, path.getFileName().toString())));
                    }
                }
            }
        }
        return broken;
    }
}
