package dev.outsole.submit;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

/**
 * A project folder for one test: copies of the real scripts, a few settings, and a folder of programs that is the
 * whole PATH. Among them only harmless tools are real; Java and spark-submit are stand-ins that print their arguments.
 */
final class FakeProject {

    /** The project under test. */
    static final Path REAL = Path.of(System.getProperty("user.dir"));

    private static final List<String> TOOLS = List.of(
            "bash cat cut date dirname env find flock grep gzip mkdir mktemp mv readlink rm sed tail touch".split(" "));

    private static final String SPARK_DEFAULTS = """
            # Settings for tests.
            spark.driver.memory            2g
            spark.driver.extraJavaOptions  --add-opens=java.base/java.lang=ALL-UNNAMED \\
                                           -Dfile.encoding=UTF-8
            spark.sql.shuffle.partitions = 8

            spark.app.name=Outsole test
            """;

    final Path home;
    final Path programs;

    private FakeProject(Path home, Path programs) {
        this.home = home;
        this.programs = programs;
    }

    /** Without build and data. */
    static FakeProject bare(Path temporary) throws IOException {
        FakeProject project = new FakeProject(temporary.resolve("project"), temporary.resolve("programs"));
        project.copy("submit/outsole");
        for (String part : List.of("preparation", "embedded", "settings", "cluster")) {
            project.copy("submit/launcher/" + part + ".bash");
        }
        project.copy("submit/fetch-data");
        project.copy("submit/schedule/outsole-nightly");
        project.write("pom.xml", "");
        project.write("src/main/Some.java", "");
        project.write("conf/outsole.conf", "");
        project.write("conf/spark-defaults.conf", SPARK_DEFAULTS);
        Files.createDirectories(project.programs);
        for (String tool : TOOLS) {
            project.pass(tool);
        }
        // One of the two makes checksums: GNU's or Perl's.
        project.passIfPresent("sha256sum");
        project.passIfPresent("shasum");
        project.program("java", stating("17.0.15") + tellingArguments());
        return project;
    }

    /** With a jar newer than the sources, and with data. */
    static FakeProject ready(Path temporary) throws IOException {
        FakeProject project = bare(temporary);
        for (String part : List.of("train", "t10k")) {
            project.write("data/fashion-mnist/" + part + "-images-idx3-ubyte.gz", "");
            project.write("data/fashion-mnist/" + part + "-labels-idx1-ubyte.gz", "");
        }
        project.write("target/embedded.classpath", "/jars/one.jar:/jars/two.jar\n");
        project.write("target/outsole-1.0-all.jar", "");
        return project;
    }

    /** In a shell like a user's, at the project's folder. */
    Shell shell() {
        return new Shell(home, Map.of("PATH", programs.toString()));
    }

    Shell.Result launch(String... arguments) {
        return shell().run(launcher(), arguments);
    }

    Path launcher() {
        return home.resolve("submit/outsole");
    }

    Path write(String path, String content) throws IOException {
        Path file = home.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    /** Adds a program, or puts it in the place of another. */
    void program(String name, String script) throws IOException {
        Path file = programs.resolve(name);
        Files.deleteIfExists(file);
        executable(file, script);
    }

    /** An installation at {@code folder} whose one program does as {@code script} says. */
    static Path installation(Path folder, String program, String script) throws IOException {
        Files.createDirectories(folder.resolve("bin"));
        executable(folder.resolve("bin").resolve(program), script);
        return folder;
    }

    /** The part of a stand-in for Java that answers {@code -version}. */
    static String stating(String version) {
        return "[ \"$1\" != -version ] || { echo 'openjdk version \"" + version + "\"' >&2; exit; }\n";
    }

    /** The part of a stand-in that prints the environment it is given, then its arguments, one a line. */
    static String tellingArguments() {
        return """
                echo "OUTSOLE_HOME=$OUTSOLE_HOME"
                echo "OMP_NUM_THREADS=$OMP_NUM_THREADS"
                echo "OPENBLAS_NUM_THREADS=$OPENBLAS_NUM_THREADS"
                echo "SPARK_LOCAL_IP=$SPARK_LOCAL_IP"
                printf '%s\\n' "$@"
                """;
    }

    private static void executable(Path file, String script) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void copy(String path) throws IOException {
        Path copy = home.resolve(path);
        Files.createDirectories(copy.getParent());
        Files.copy(REAL.resolve(path), copy);
    }

    private void pass(String tool) throws IOException {
        passIfPresent(tool);
        if (!Files.exists(programs.resolve(tool))) {
            throw new IllegalStateException("these tests need " + tool + " on the PATH");
        }
    }

    // By a script, not a link: JUnit warns of every link that leads out of a temporary folder.
    private void passIfPresent(String tool) throws IOException {
        for (String folder : System.getenv("PATH").split(File.pathSeparator, -1)) {
            Path found = Path.of(folder, tool);
            if (Files.isExecutable(found)) {
                program(tool, "exec '" + found + "' \"$@\"\n");
                return;
            }
        }
    }
}
