package dev.outsole.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.outsole.spark.TestSession;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may use whom. The rules are tried on known violations as well, for a rule that sees nothing holds always. */
class ArchitectureTest {
    private static final String ROOT = "dev.outsole";
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    /** What each package may use of Outsole, besides itself and the mistakes in the package above all, such as {@link dev.outsole.UserError}. */
    private static final Map<String, List<String>> MAY_USE = Map.ofEntries(
            Map.entry("image", List.of()),
            Map.entry("work", List.of("secret")),
            Map.entry("memory", List.of()),
            Map.entry("idx", List.of("image", "work")),
            Map.entry("jpeg", List.of()),
            Map.entry("png", List.of()),
            Map.entry("raster", List.of("image", "jpeg", "png")),
            Map.entry("pixel", List.of("image")),
            Map.entry("blas", List.of()),
            Map.entry("svm", List.of("blas", "memory", "work")),
            Map.entry("neighbour", List.of("blas", "image", "pixel", "distance")),
            Map.entry("tune", List.of("image", "pixel", "neighbour")),
            Map.entry("autoencoder", List.of("blas")),
            Map.entry("distance", List.of()),
            Map.entry("gaussian", List.of("blas", "distance")),
            Map.entry("detector", List.of("image", "pixel", "svm", "neighbour", "autoencoder", "spark")),
            Map.entry("metric", List.of()),
            Map.entry("result", List.of("metric")),
            Map.entry("json", List.of()),
            Map.entry("secret", List.of()),
            Map.entry("tensor", List.of()),
            Map.entry("tensor.legacy", List.of("tensor")),
            Map.entry(
                    "model",
                    List.of(
                            "image",
                            "pixel",
                            "svm",
                            "neighbour",
                            "autoencoder",
                            "distance",
                            "gaussian",
                            "json",
                            "tensor")),
            Map.entry("sweep", List.of("image", "metric", "result")),
            Map.entry("history", List.of("image", "sweep")),
            Map.entry("notice", List.of("history", "json", "work", "secret")),
            Map.entry("report", List.of("image", "metric", "result", "sweep", "history", "json")),
            Map.entry("report.page", List.of("image", "metric", "result", "sweep", "history", "json")),
            Map.entry(
                    "config",
                    List.of("image", "raster", "svm", "neighbour", "autoencoder", "sweep", "history", "secret")),
            Map.entry(
                    "spark",
                    List.of(
                            "image",
                            "idx",
                            "blas",
                            "pixel",
                            "svm",
                            "neighbour",
                            "autoencoder",
                            "distance",
                            "gaussian",
                            "model",
                            "tensor",
                            "raster",
                            "metric",
                            "result",
                            "work",
                            "memory",
                            "json")),
            Map.entry("spark.legacy", List.of("tensor", "json")),
            Map.entry(
                    "job",
                    List.of(
                            "config",
                            "image",
                            "idx",
                            "svm",
                            "autoencoder",
                            "neighbour",
                            "tune",
                            "model",
                            "detector",
                            "spark",
                            "metric",
                            "result",
                            "sweep",
                            "history",
                            "notice",
                            "report",
                            "work",
                            "json",
                            "secret")),
            Map.entry(
                    "cli",
                    List.of(
                            "job",
                            "config",
                            "neighbour",
                            "tune",
                            "detector",
                            "image",
                            "idx",
                            "spark",
                            "metric",
                            "result",
                            "sweep",
                            "history",
                            "work",
                            "notice",
                            "json",
                            "secret")));

    private static final Set<String> WITH_SPARK = Set.of("spark", "spark.legacy", "detector", "job", "cli");

    @Test
    void theRulesSeeTheProgram() {
        assertThat(MAIN).hasSizeGreaterThan(60);
        assertThat(MAIN.contain(TestSession.class)).isFalse();
    }

    @Test
    void everyPackageHasItsPlace() {
        Set<String> packages = MAIN.stream()
                .map(type -> type.getPackageName().replaceFirst("dev\\.outsole\\.?", ""))
                .collect(Collectors.toSet());
        packages.remove("");

        assertThat(packages).isEqualTo(MAY_USE.keySet());
    }

    static Stream<Arguments> directions() {
        return MAY_USE.entrySet().stream().map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    @ParameterizedTest
    @MethodSource("directions")
    void packagesUseWhatTheyMay(String name, List<String> used) {
        onlyUse(name, used).check(MAIN);
    }

    @Test
    void aWrongDirectionIsNoticed() {
        assertViolated(onlyUse("idx", List.of()), MAIN);
        assertViolated(onlyUse("spark", List.of("image", "idx", "blas", "svm", "autoencoder", "result")), MAIN);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(MAIN);
    }

    @Test
    void thePurePackagesKnowNoSpark() {
        String[] pure = MAY_USE.keySet().stream()
                .filter(name -> !WITH_SPARK.contains(name))
                .map(ArchitectureTest::qualified)
                .toArray(String[]::new);

        noSparkIn(pure).check(MAIN);
        assertViolated(noSparkIn(qualified("spark")), MAIN);
    }

    @Test
    void librariesStayWhereTheyAreAtHome() {
        assertAtHome("org.deeplearning4j..", "autoencoder", "spark");
        assertAtHome("org.nd4j..", "autoencoder", "spark");
        assertAtHome("org.bytedeco..", "blas");
        assertAtHome("com.sun.jna..", "blas");
        assertAtHome("dev.ludovic.netlib..", "gaussian");
        assertAtHome("com.typesafe.config..", "config");
        assertAtHome("com.fasterxml.jackson..", "json", "metric", "model", "tensor", "result", "sweep", "spark");
        assertAtHome("org.knowm.xchart..", "report");
        assertAtHome("org.apache.batik..", "report");
        assertAtHome("freemarker..", "report.page");
        assertAtHome("picocli..", "cli");
        assertAtHome("com.twelvemonkeys..", "raster");
    }

    @Test
    void mainAloneEndsTheProgram() {
        ArchRule rule = noClasses().should().callMethodWhere(describe("ends the JVM", ArchitectureTest::endsTheJvm));

        List<String> violations = rule.evaluate(MAIN).getFailureReport().getDetails();
        assertThat(violations)
                .satisfiesExactlyInAnyOrder(
                        violation -> assertThat(violation).contains("dev.outsole.cli.Main.end("),
                        violation -> assertThat(violation).contains("dev.outsole.spark.ForeignExit.fail("));
    }

    @Test
    void nothingSetsASparkMaster() {
        ArchRule rule = noClasses().should().callMethodWhere(describe("sets a master", ArchitectureTest::setsAMaster));

        rule.check(MAIN);
        assertViolated(rule, new ClassFileImporter().importClasses(TestSession.class));
    }

    /** Hadoop and Spark take the paths that these get for patterns; and Spark's own readers of saved stages use them. */
    @Test
    void pathsAreNotTakenForPatterns() {
        ArchRule rule = noClasses()
                .that()
                .haveNameNotMatching("dev\\.outsole\\.spark\\.ParquetFiles")
                .should()
                .callMethodWhere(describe("takes a path for a pattern", ArchitectureTest::takesAPattern));

        rule.check(MAIN);
        assertViolated(rule, new ClassFileImporter().importClasses(PatternReader.class));
    }

    /** What the rule forbids. */
    private record PatternReader(SparkSession spark) {
        long count(String path) {
            return spark.read().load(path).count();
        }
    }

    private static boolean takesAPattern(JavaCall<?> call) {
        String owner = call.getTargetOwner().getSimpleName();
        return switch (call.getName()) {
            case "globStatus", "textFile", "wholeTextFiles", "binaryFiles", "loadMetadata" -> true;
            case "read" -> owner.equals("SparkSession") || owner.equals("SQLContext");
            case "load" -> owner.equals("DataFrameReader") || owner.equals("PipelineModel");
            default -> false;
        };
    }

    private static boolean endsTheJvm(JavaCall<?> call) {
        boolean owner = call.getTargetOwner().isEquivalentTo(System.class)
                || call.getTargetOwner().isEquivalentTo(Runtime.class);
        return owner && Set.of("exit", "halt").contains(call.getName());
    }

    private static boolean setsAMaster(JavaCall<?> call) {
        return call.getTargetOwner().getPackageName().startsWith("org.apache.spark")
                && Set.of("master", "setMaster").contains(call.getName())
                && !call.getTarget().getRawParameterTypes().isEmpty();
    }

    private static ArchRule onlyUse(String name, List<String> used) {
        String[] allowed = Stream.concat(Stream.of(name), used.stream())
                .map(ArchitectureTest::qualified)
                .toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage(qualified(name))
                .should()
                .onlyDependOnClassesThat(resideOutsideOfPackage(qualified(""))
                        .or(resideInAnyPackage(allowed))
                        .or(resideInAPackage(ROOT)));
    }

    private static ArchRule noSparkIn(String... packages) {
        return noClasses()
                .that()
                .resideInAnyPackage(packages)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.spark..", "org.apache.hadoop..", "scala..", "org.deeplearning4j.spark..");
    }

    /** Nobody else uses the library, and somebody there does. */
    private static void assertAtHome(String library, String... homes) {
        String[] packages =
                Arrays.stream(homes).map(ArchitectureTest::qualified).toArray(String[]::new);
        noClasses()
                .that()
                .resideOutsideOfPackages(packages)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(MAIN);
        for (String home : packages) {
            ArchRule unused = noClasses()
                    .that()
                    .resideInAPackage(home)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(library);
            assertViolated(unused, MAIN);
        }
    }

    private static void assertViolated(ArchRule rule, JavaClasses classes) {
        assertThat(rule.evaluate(classes).hasViolation())
                .as("violated: %s", rule.getDescription())
                .isTrue();
    }

    private static String qualified(String name) {
        return name.isEmpty() ? ROOT + ".." : ROOT + "." + name + "..";
    }
}
