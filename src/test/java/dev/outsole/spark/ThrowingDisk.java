package dev.outsole.spark;

import dev.outsole.work.Thrown;
import java.io.IOException;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

/** A local disk that throws when a file of a certain name is made or removed. Its paths start with {@code viewfs:}, since it renames as a disk does. */
public final class ThrowingDisk extends OtherDisk {
    private static volatile Optional<Plan> plan = Optional.empty();

    private record Plan(String name, Thrown thrown) {}

    public ThrowingDisk() {
        super("viewfs");
    }

    /** Lets the session know it. */
    public static void install() {
        Configuration hadoop = TestSession.hadoop();
        hadoop.setClass("fs.viewfs.impl", ThrowingDisk.class, FileSystem.class);
        hadoop.setBoolean("fs.viewfs.impl.disable.cache", true);
    }

    /** Throws at files from now on whose name has this part. */
    public static void throwAt(String name, Thrown thrown) {
        plan = Optional.of(new Plan(name, thrown));
    }

    /** Is a disk like others again. */
    public static void mend() {
        plan = Optional.empty();
    }

    /** Where a folder of the local disk is on this one. */
    public static String path(java.nio.file.Path local) {
        return "viewfs:" + local;
    }

    @Override
    public boolean delete(Path path, boolean recursive) throws IOException {
        throwAt(path);
        return super.delete(path, recursive);
    }

    private static void throwAt(Path path) {
        plan.filter(at -> path.getName().contains(at.name()))
                .ifPresent(at -> at.thrown().sneakily());
    }

    @Override
    public FSDataOutputStream create(
            Path path,
            FsPermission permission,
            boolean overwrite,
            int bufferSize,
            short replication,
            long blockSize,
            Progressable progress)
            throws IOException {
        throwAt(path);
        return super.create(path, permission, overwrite, bufferSize, replication, blockSize, progress);
    }

    @Override
    public FSDataOutputStream create(
            Path path, boolean overwrite, int bufferSize, short replication, long blockSize, Progressable progress)
            throws IOException {
        return create(path, FsPermission.getFileDefault(), overwrite, bufferSize, replication, blockSize, progress);
    }
}
