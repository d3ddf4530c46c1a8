package dev.outsole.spark;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Lists the files of a folder and the folders below it: each folder once, also where links lead to it, and none that a link lies in. */
final class FileListing {
    private final FileSystem fileSystem;
    private final LocalLinks links;
    private final Deque<Path> linked = new ArrayDeque<>();
    private final TreeSet<Path> files = new TreeSet<>();
    private final SortedMap<Path, String> unreadable = new TreeMap<>();
    private long leftOut;

    private FileListing(FileSystem fileSystem, Path path) throws IOException {
        this.fileSystem = fileSystem;
        this.links = LocalLinks.of(fileSystem, path);
    }

    /**
     * What a path holds: itself if it is a file.
     *
     * @throws java.io.FileNotFoundException if it doesn't exist
     */
    static InputFiles of(FileSystem fileSystem, Path path) throws IOException {
        if (!fileSystem.getFileStatus(path).isDirectory()) {
            return new InputFiles(List.of(path), new TreeMap<>(), 0);
        }
        FileListing listing = new FileListing(fileSystem, path);
        listing.walk(path);
        while (!listing.linked.isEmpty()) { // real folders are seen first, so that files are named by where they lie
            listing.walk(listing.linked.remove());
        }
        return new InputFiles(List.copyOf(listing.files), listing.unreadable, listing.leftOut);
    }

    private void walk(Path folder) throws IOException {
        if (!links.enter(folder)) {
            return;
        }
        for (Path broken : links.leadingNowhere(folder)) {
            take(broken, "a link that leads nowhere");
        }
        for (FileStatus status : sorted(folder)) {
            Path path = status.getPath();
            if (LeftBehind.is(path.getName())) {
                leftOut += count(status);
            } else if (!status.isDirectory()) {
                take(path, links.isNoFile(path) ? "neither a file nor a folder" : "");
            } else if (links.isLink(path)) {
                linked.add(path);
            } else {
                walk(path);
            }
        }
    }

    private void take(Path path, String reason) {
        if (LeftBehind.is(path.getName())) {
            leftOut++;
        } else if (reason.isEmpty()) {
            files.add(path);
        } else {
            unreadable.put(path, reason);
        }
    }

    private FileStatus[] sorted(Path folder) throws IOException {
        FileStatus[] all = fileSystem.listStatus(folder);
        Arrays.sort(all);
        return all;
    }

    /** Files in something that is left out. A folder that can't be looked into counts as one. */
    private long count(FileStatus status) {
        if (!status.isDirectory() || links.isLink(status.getPath())) {
            return 1;
        }
        try {
            long count = 0;
            for (FileStatus inside : fileSystem.listStatus(status.getPath())) {
                count += count(inside);
            }
            return count;
        } catch (IOException e) {
            return 1;
        }
    }
}
