package dev.outsole.spark;

import dev.outsole.UserError;
import java.io.IOException;
import java.time.Duration;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The right to write an output, such as a run directory: a {@link Lease} in a folder beside it, {@code .NAME.lock}, which is there while a
 * run lives. It is taken before any work is done, so that the second of two runs ends at once.
 */
public final class OutputLease {
    /** Tests have shorter ones. */
    static final Duration LENGTH = Duration.ofSeconds(Long.getLong("outsole.lease-seconds", 600));

    private OutputLease() {}

    /**
     * Takes the right, and removes what runs that have died left beside the output.
     *
     * @throws UserError if another run has the right, or nothing can be written there
     */
    public static Lease take(Configuration hadoop, Path wanted) {
        try {
            FileSystem files = HadoopPaths.fileSystem(wanted, hadoop);
            Path target = files.makeQualified(wanted);
            if (target.isRoot()) {
                throw new UserError(wanted + " is the root of its storage: name a folder in it");
            }
            Lease lease = take(hadoop, wanted, target);
            new Leftovers(hadoop, files, target.getParent()).remove(target.getName(), lease);
            return lease;
        } catch (IOException e) {
            throw unwritable(wanted, e);
        }
    }

    static UserError unwritable(Path wanted, IOException e) {
        String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
        return new UserError(
                "can't write to " + wanted + " (" + reason + "): choose a folder that can be written to", e);
    }

    private static Lease take(Configuration hadoop, Path wanted, Path target) throws IOException {
        try {
            return Lease.take(hadoop, folder(target), target.getName(), LENGTH);
        } catch (UserError e) {
            throw new UserError(wanted + " is " + e.getMessage(), e);
        }
    }

    private static Path folder(Path target) {
        return folder(target.getParent(), target.getName());
    }

    static Path folder(Path parent, String name) {
        return new Path(parent, "." + name + ".lock");
    }
}
