package dev.outsole.spark;

import java.util.Locale;
import java.util.Set;

/** Names of files and folders that are hidden, or that programs leave behind where users keep their files. */
final class LeftBehind {
    private static final Set<String> NAMES = Set.of(
            // macOS in archives; what else it leaves begins with a dot
            "__macosx",
            "icon\r",
            // Windows
            "thumbs.db",
            "ehthumbs.db",
            "desktop.ini",
            "$recycle.bin",
            "system volume information",
            // disks that Synology and QNAP share
            "@eadir",
            "@tmp",
            "#recycle",
            "@recycle",
            // file systems of Unix
            "lost+found",
            // Hadoop and Spark
            "_success",
            "_temporary");

    private LeftBehind() {}

    static boolean is(String name) {
        return name.startsWith(".") || NAMES.contains(name.toLowerCase(Locale.ROOT));
    }
}
