package dev.outsole.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** The Java programs of a page of documentation, compiled and run with this build. */
public final class DocumentedPrograms {
    private static final Pattern PROGRAM =
            Pattern.compile("```java\\R(.*?public final class (\\w+).*?)```", Pattern.DOTALL);

    private final Path classes;

    /** Compiles all programs of the page with the one jar and Spark. */
    DocumentedPrograms(Path page, Path classes) throws IOException {
        this(page, classes, name -> true, jar() + File.pathSeparator + sparkJars(""));
    }

    /** Compiles the classes of these names. */
    private DocumentedPrograms(Path page, Path classes, Predicate<String> wanted, String classPath) throws IOException {
        this.classes = Files.createDirectories(classes);
        Matcher programs = PROGRAM.matcher(Files.readString(page));
        List<String> command = new ArrayList<>(List.of("-d", classes.toString(), "-cp", classPath));
        while (programs.find()) {
            if (wanted.test(programs.group(2))) {
                Path source = classes.resolve(programs.group(2) + ".java");
                command.add(Files.writeString(source, programs.group(1)).toString());
            }
        }
        int failed = ToolProvider.getSystemJavaCompiler().run(null, null, null, command.toArray(String[]::new));
        assertThat(failed).as("javac %s", command).isZero();
    }

    /** All but the tests, packed into a jar as the page says. */
    public static Path jar(Path page, Path folder) throws IOException {
        Path classes = folder.resolve("classes");
        new DocumentedPrograms(
                page, classes, name -> !name.endsWith("Test"), jar() + File.pathSeparator + sparkJars(""));
        Matcher services = Pattern.compile("echo (\\S+) > classes/(META-INF/services/\\S+)")
                .matcher(Files.readString(page));
        assertThat(services.find()).isTrue();
        Path file = classes.resolve(services.group(2));
        Files.createDirectories(file.getParent());
        Files.writeString(file, services.group(1) + "\n");
        String jar = folder.resolve("documented.jar").toString();
        int failed = java.util.spi.ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(System.out, System.err, "--create", "--file", jar, "-C", classes.toString(), ".");
        assertThat(failed).isZero();
        return Path.of(jar);
    }

    /** The tests, compiled with what the tests of this build have, and this jar. */
    static Path tests(Path page, Path folder, Path jar) throws IOException {
        Path classes = folder.resolve("test-classes");
        String classPath = jar + File.pathSeparator + System.getProperty("java.class.path");
        new DocumentedPrograms(page, classes, name -> name.endsWith("Test"), classPath);
        return classes;
    }

    /** With the one jar and Jackson; gives what it printed. */
    String runWithoutSpark(String program, String... arguments) throws IOException, InterruptedException {
        return run(List.of("-cp", classPath(sparkJars("/jackson-(databind|core|annotations)-"))), program, arguments);
    }

    /** On an embedded Spark. */
    String runWithSpark(String program, String... arguments) throws IOException, InterruptedException {
        List<String> options = new ArrayList<>(List.of("-Dspark.master=local[1]", "-Dspark.ui.enabled=false"));
        for (String name : List.of("java.nio", "sun.nio.ch", "java.lang", "java.lang.invoke", "java.util")) {
            options.add("--add-opens=java.base/" + name + "=ALL-UNNAMED");
        }
        options.add("--add-opens=java.base/java.util.concurrent=ALL-UNNAMED");
        options.add("--add-opens=java.base/sun.security.action=ALL-UNNAMED");
        options.addAll(List.of("-cp", classPath(sparkJars(""))));
        return run(options, program, arguments);
    }

    private static String run(List<String> options, String program, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add(program);
        command.addAll(List.of(arguments));
        Path err = Files.createTempFile("program", ".err");
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(err.toFile());
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(Files.readString(err)).isZero();
        Files.delete(err);
        return out;
    }

    private String classPath(String libraries) throws IOException {
        return String.join(File.pathSeparator, classes.toString(), jar(), libraries);
    }

    private static String jar() throws IOException {
        try (Stream<Path> built = Files.list(Path.of("target"))) {
            return built.filter(file -> file.toString().endsWith("-all.jar"))
                    .findFirst()
                    .orElseThrow()
                    .toString();
        }
    }

    /** Those of the embedded Spark whose path has this in it. */
    private static String sparkJars(String pattern) throws IOException {
        Pattern wanted = Pattern.compile(pattern);
        return String.join(
                File.pathSeparator,
                Stream.of(Files.readString(Path.of("target/embedded.classpath"))
                                .strip()
                                .split(File.pathSeparator))
                        .map(jar -> "target/" + jar)
                        .filter(wanted.asPredicate())
                        .toList());
    }
}
