package dev.outsole.spark;

import dev.outsole.UserError;
import dev.outsole.idx.IdxSource;
import java.io.IOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/** Finds the files of an MNIST-like data set in a folder. */
public final class IdxFolder {

    private IdxFolder() {}

    /**
     * The files of a folder.
     *
     * @throws UserError if one is missing, or there are two for one purpose
     */
    public static IdxSource find(Configuration hadoop, String folder) {
        Path path = HadoopPaths.of(folder);
        try {
            List<String> names = HadoopPaths.within(HadoopPaths.fileSystem(path, hadoop), path).stream()
                    .map(Path::getName)
                    .filter(name -> !LeftBehind.is(name))
                    .toList();
            return IdxSource.among(folder, names);
        } catch (IOException e) {
            throw new UserError(folder + " can't be read (" + e.getMessage() + "): name another place with --data", e);
        }
    }
}
