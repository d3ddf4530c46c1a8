package dev.outsole.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outsole.UserError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.MLWritable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every stage keeps to, fitted and not: columns, copies, saving and loading, rows that are wrong. */
class EveryStageTest {
    @TempDir
    private Path folder;

    static Stream<PipelineStage> stages() {
        return Stages.all();
    }

    static Stream<Transformer> transformers() {
        return Stages.transformers();
    }

    /** Each is made without arguments, or by the fit of one that is: so the tests below leave none out. */
    @Test
    void noneIsForgotten() {
        Set<Class<?>> tried = Stages.all().map(Object::getClass).collect(Collectors.toSet());

        assertThat(tried)
                .isEqualTo(Stages.classes())
                .contains(ErrorLimit.class, ErrorLimitModel.class, PixelTransform.class, OneClassSvmModel.class)
                .hasSizeGreaterThan(10);
    }

    @ParameterizedTest
    @MethodSource("stages")
    void aMissingColumnIsNamedWithThoseThatThereAre(PipelineStage stage) {
        StructType schema = new StructType().add("pixels", DataTypes.BinaryType).add("label", DataTypes.IntegerType);

        assertThatThrownBy(() -> stage.transformSchema(schema))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(
                        " column '" + Stages.input(stage) + "' is missing; the columns are [pixels, label]");
    }

    @ParameterizedTest
    @MethodSource("stages")
    void aColumnOfAnotherTypeIsNamed(PipelineStage stage) {
        for (DataType type : List.of(DataTypes.StringType, DataTypes.createArrayType(DataTypes.IntegerType))) {
            assertThatThrownBy(() -> stage.transformSchema(new StructType().add(Stages.input(stage), type)))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining(
                            " column '" + Stages.input(stage) + "' has type " + type.simpleString() + "; it must be ");
        }
    }

    @ParameterizedTest
    @MethodSource("stages")
    void anOutputColumnThatIsThereAlreadyIsNamed(PipelineStage stage) {
        assertThat(Stages.outputs(stage)).isNotEmpty();
        for (String output : Stages.outputs(stage)) {
            StructType schema = Stages.INPUT.schema().add(output, DataTypes.DoubleType);

            assertThatThrownBy(() -> stage.transformSchema(schema))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("output column '" + output + "' exists already");
        }
    }

    @Test
    void aFitChecksItsColumnsFirst() {
        Dataset<Row> rows = TestImages.BINARY.rows(3).withColumnRenamed("features", "pixels");

        assertThat(Stages.all().filter(Estimator.class::isInstance))
                .isNotEmpty()
                .allSatisfy(stage -> assertThatThrownBy(() -> ((Estimator<?>) stage).fit(rows))
                        .isInstanceOf(UserError.class)
                        .hasMessageContaining("is missing"));
    }

    @ParameterizedTest
    @MethodSource("transformers")
    void theRowsHaveTheColumnsThatWereSaid(Transformer stage) {
        StructType said = stage.transformSchema(Stages.INPUT.schema());

        assertThat(stage.transform(Stages.INPUT).schema()).isEqualTo(said);
        assertThat(said.fieldNames()).startsWith(Stages.INPUT.columns()).containsAll(Stages.outputs(stage));
    }

    @ParameterizedTest
    @MethodSource("transformers")
    void aNullIsNamed(Transformer stage) {
        String input = Stages.input(stage);

        assertRefused(
                stage,
                when(col("index").equalTo(3), lit(null)).otherwise(col(input)),
                " column '" + input + "' ",
                "null");
    }

    /** Features of another length; an error that can't be. */
    @ParameterizedTest
    @MethodSource("transformers")
    void aRowThatIsWrongIsNamed(Transformer stage) {
        if (Stages.input(stage).equals("reconstruction_error")) {
            assertRefused(stage, lit(-1.0), "column 'reconstruction_error' holds -1.0");
            assertRefused(stage, lit(Double.NaN), "column 'reconstruction_error' holds NaN");
        } else {
            assertRefused(stage, lit(new byte[] {1, 2, 3}), " 3 ", " 6");
        }
    }

    private static void assertRefused(Transformer stage, Column input, String... finding) {
        Dataset<Row> rows = Stages.INPUT.withColumn(Stages.input(stage), input);

        assertThatThrownBy(() -> stage.transform(rows).collectAsList())
                .hasRootCauseInstanceOf(UserError.class)
                .rootCause()
                .hasMessageContainingAll(finding);
    }

    @ParameterizedTest
    @MethodSource("stages")
    void aCopyIsTheSameAndItsOwn(PipelineStage stage) {
        String output = Stages.outputs(stage).get(0);
        Param<?> param = List.of(stage.params()).stream()
                .filter(one -> stage.isDefined(one) && output.equals(stage.getOrDefault(one)))
                .findFirst()
                .orElseThrow();

        PipelineStage same = stage.copy(ParamMap.empty());
        PipelineStage other = stage.copy(ParamMap.empty());
        other.set(param.name(), "another");

        assertSame(same, stage);
        assertThat(Stages.outputs(other)).contains("another").doesNotContain(output);
        assertThat(Stages.outputs(stage)).contains(output);
    }

    /** Twice, since what was loaded may be saved again. */
    @ParameterizedTest
    @MethodSource("stages")
    void comesBackFromDiskAsItWas(PipelineStage stage) throws Exception {
        PipelineStage changed = stage.copy(ParamMap.empty());
        Stages.outputs(stage).forEach(output -> rename(changed, output));

        PipelineStage once = load(save(changed, "once"), stage.getClass());
        PipelineStage twice = load(save(once, "twice"), stage.getClass());

        assertSame(once, changed);
        assertSame(twice, changed);
        assertThat(Stages.outputs(twice)).allMatch(output -> output.startsWith("renamed "));
    }

    private static void rename(PipelineStage stage, String output) {
        for (Param<?> param : stage.params()) {
            if (stage.isDefined(param) && output.equals(stage.getOrDefault(param))) {
                stage.set(param.name(), "renamed " + output);
            }
        }
    }

    private String save(PipelineStage stage, String name) throws IOException {
        String path = folder.resolve("a stage saved " + name).toString();
        ((MLWritable) stage).save(path);
        return path;
    }

    private static PipelineStage load(String path, Class<?> type) throws ReflectiveOperationException {
        return (PipelineStage) type.getMethod("load", String.class).invoke(null, path);
    }

    private static void assertSame(PipelineStage actual, PipelineStage expected) {
        assertThat(actual).hasSameClassAs(expected).isNotSameAs(expected);
        assertThat(actual.uid()).isEqualTo(expected.uid());
        assertThat(Stages.parameters(actual)).isEqualTo(Stages.parameters(expected));
        if (expected instanceof Transformer transformer) {
            assertThat(rows((Transformer) actual)).isEqualTo(rows(transformer)).hasSize(Stages.ROWS);
        }
    }

    private static List<Row> rows(Transformer stage) {
        return stage.transform(Stages.INPUT).drop("features").orderBy("index").collectAsList();
    }
}
