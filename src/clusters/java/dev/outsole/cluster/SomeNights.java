package dev.outsole.cluster;

import static dev.outsole.cluster.Command.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outsole.cli.Launcher;
import java.util.List;

/** A few nights whose history and run directories are in a cluster's own storage: added, refused, replaced, and old runs removed. */
final class SomeNights {
    private static final String[] NIGHT = {"nightly", "--detectors=pixels", "--normal=sandal", "--abnormal=sneaker"};
    /** Of somebody who has just taken it. */
    private static final String LOCK = "/history/_lock/000000000700.json";

    private final String root;
    private final Submission submission;
    private final Files files;

    /** Runs a command against the cluster. */
    interface Submission {
        Launcher.Result submit(String... command) throws Exception;
    }

    /** The storage, as somebody else sees it. Paths begin at its root with a slash. */
    interface Files {
        /** All files below the root. */
        List<String> all() throws Exception;

        void createEmpty(String path) throws Exception;

        void delete(String path) throws Exception;
    }

    /** @param root of the storage, with the image table in {@code table} */
    SomeNights(String root, Submission submission, Files files) {
        this.root = root;
        this.submission = submission;
        this.files = files;
    }

    void assertTheyAreKept() throws Exception {
        assertThat(passed("2026-11-21")).contains("with too little history");
        String first = runs(files.all()).get(0);
        assertThat(mistaken("2026-11-21")).contains("2026-11-21 already");

        passed("2026-11-21", "--replace");
        assertThat(runs(files.all())).hasSize(2).contains(first);

        files.createEmpty(LOCK);
        assertThat(mistaken("2026-11-22")).contains("busy with a run that is just starting");
        files.delete(LOCK);

        passed("2026-11-22", "--retain=1");
        List<String> left = files.all();
        assertThat(runs(left)).hasSize(1).doesNotContain(first);
        assertThat(left.stream().filter(file -> file.startsWith("/history/")))
                .containsExactlyInAnyOrder(
                        "/history/latest.html",
                        "/history/nights/2026-11-21.parquet",
                        "/history/nights/2026-11-22.parquet");
    }

    private static List<String> runs(List<String> files) {
        return files.stream()
                .filter(file -> file.startsWith("/nights/"))
                .map(file -> file.split("/")[2])
                .distinct()
                .toList();
    }

    private String passed(String date, String... more) throws Exception {
        Launcher.Result night = run(date, more);
        assertThat(night.exitCode()).as(night.err()).isZero();
        return night.out();
    }

    private String mistaken(String date) throws Exception {
        Launcher.Result night = run(date);
        assertThat(night.exitCode()).as(night.err()).isEqualTo(2);
        return night.err();
    }

    private Launcher.Result run(String date, String... more) throws Exception {
        String[] placed = with(
                NIGHT,
                "--table=" + root + "/table",
                "--history=" + root + "/history",
                "--output=" + root + "/nights",
                "--date=" + date);
        return submission.submit(with(placed, more));
    }
}
