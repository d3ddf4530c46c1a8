package dev.outsole.submit;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A project folder for one test: copies of the real scripts, a few settings, and a folder of programs that is the
 * whole PATH. Among them only harmless tools are real; Java and spark-submit are stand-ins that print their arguments.
 */
final class FakeProject {

    /** The project under test. */
    static final Path REAL = Path.of(System.getProperty("user.dir"));

    private static final List<String> TOOLS = List.of(
            "bash cat chmod cksum cut date dirname env find flock grep gzip id locale mkdir mktemp mv readlink rm sed sleep sort tail"
                    .split(" "));

    /** What native code for this machine is named by. */
    static final String PLATFORM = (System.getProperty("os.name").startsWith("Mac") ? "macosx" : "linux")
            + (System.getProperty("os.arch").equals("aarch64") ? "-arm64" : "-x86_64");

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

    /** Where this machine's Javas are installed: at first there is no such folder. */
    final Path javas;

    private final Path user;

    private FakeProject(Path temporary) {
        home = temporary.resolve("project");
        programs = temporary.resolve("programs");
        javas = temporary.resolve("javas");
        user = temporary.resolve("user");
    }

    /** Without build and data. */
    static FakeProject bare(Path temporary) throws IOException {
        FakeProject project = new FakeProject(temporary);
        project.copy("submit/outsole");
        try (Stream<Path> parts = Files.list(REAL.resolve("submit/launcher"))) {
            for (Path part : parts.toList()) {
                project.copy("submit/launcher/" + part.getFileName());
            }
        }
        Path java = project.home.resolve("submit/launcher/java.bash");
        String javas = "'" + project.javas.toString().replace("'", "'\\''") + "'";
        Files.writeString(java, Files.readString(java).replace("/usr/lib/jvm", javas));
        Files.createDirectories(project.user);
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

    /** With a jar of these sources, and with data. */
    static FakeProject ready(Path temporary) throws IOException {
        FakeProject project = bare(temporary);
        for (String part : List.of("train", "t10k")) {
            project.write("data/fashion-mnist/" + part + "-images-idx3-ubyte.gz", "");
            project.write("data/fashion-mnist/" + part + "-labels-idx1-ubyte.gz", "");
        }
        project.write("target/embedded.classpath", "spark/one.jar:spark/two.jar\n");
        project.write("target/outsole-1.0-all.jar", "");
        project.noteBuild();
        return project;
    }

    /** As the archive holds it: what a build makes, without the sources. */
    static FakeProject release(Path temporary) throws IOException {
        FakeProject project = ready(temporary);
        Files.move(project.home.resolve("target"), project.home.resolve("lib"));
        Files.delete(project.home.resolve("pom.xml"));
        Files.delete(project.home.resolve("src/main/Some.java"));
        return project;
    }

    /** As Maven does when it has built these sources. */
    void noteBuild() {
        Path sources = home.resolve("submit/launcher/sources.bash");
        for (List<String> step : List.of(List.of("note"), List.of("keep", "outsole-1.0-all.jar", PLATFORM))) {
            Shell.Result noted = shell().run(sources, step.toArray(String[]::new));
            if (noted.exitCode() != 0) {
                throw new IllegalStateException(noted.err());
            }
        }
    }

    /** In a shell like a user's, at the project's folder. */
    Shell shell() {
        return new Shell(home, Map.of("PATH", programs.toString(), "HOME", user.toString()));
    }

    Shell.Result launch(String... arguments) {
        return shell().run(launcher(), arguments);
    }

    /** The class path of an embedded run. */
    String classPath() {
        return Stream.of("outsole-1.0-all.jar", "spark/one.jar", "spark/two.jar")
                .map(jar -> home.resolve("target").resolve(jar).toString())
                .collect(Collectors.joining(":"));
    }

    /** Where native code is unpacked. */
    Path nativeFolder() {
        return user.resolve(".cache/outsole");
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

    /** A Spark home that fits, whose spark-submit does as {@code script} says. */
    static Path spark(Path folder, String script) throws IOException {
        return spark(folder, "2.12-3.5.9", script);
    }

    /** A Spark home of these versions of Scala and Spark. */
    static Path spark(Path folder, String versions, String script) throws IOException {
        Files.createDirectories(folder.resolve("jars"));
        Files.writeString(folder.resolve("jars/spark-core_" + versions + ".jar"), "");
        return installation(folder, "spark-submit", script);
    }

    /** A JDK as installers leave it, that tells its version by its file alone. */
    static Path jdk(Path folder, String version) throws IOException {
        installation(folder, "java", tellingArguments());
        installation(folder, "javac", "");
        Files.writeString(folder.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
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
                echo "OUTSOLE_CONFIG=$OUTSOLE_CONFIG"
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
