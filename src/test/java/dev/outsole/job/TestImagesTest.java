package dev.outsole.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outsole.UserError;
import dev.outsole.spark.TestSession;
import java.util.Optional;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.feature.SQLTransformer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Detectors that lose images on the way, as SQL. */
class TestImagesTest {
    private static final Dataset<Row> IMAGES =
            TestSession.spark().range(5).selectExpr("int(id) index", "int(id % 2) label", "unhex('00ff') pixels");

    @Test
    void aDetectorThatScoresEachImageOncePasses() {
        TestImages images = new TestImages(IMAGES, 5);

        assertThat(images.score("good", model("SELECT *, index / 2.0D decision_value, 1.0D prediction FROM __THIS__")))
                .extracting(score -> score.decisionValue())
                .containsExactlyInAnyOrder(0.0, 0.5, 1.0, 1.5, 2.0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SELECT *, 1D decision_value, 1D prediction FROM __THIS__ WHERE index <> 3                         | left out 1 of 5 test images, the first is 3
            SELECT *, 1D decision_value, 1D prediction FROM __THIS__ WHERE false                              | left out 5 of 5
            SELECT *, 1D decision_value, 1D prediction, explode(sequence(1, if(index = 2, 2, 1))) FROM __THIS__ | gave image 2 twice
            SELECT *, if(index = 4, double('NaN'), 1D) decision_value, 1D prediction FROM __THIS__            | gave image 4 the decision value NaN
            SELECT *, if(index = 4, 1D / 0, 1D) decision_value, 1D prediction FROM __THIS__                   | in which index, label, decision value
            SELECT *, if(index = 4, double('-Infinity'), 1D) decision_value, 1D prediction FROM __THIS__      | the decision value -Infinity
            SELECT index, 1 - label label, 1D decision_value, 1D prediction FROM __THIS__                     | which is no test image
            SELECT index + 1 index, label, 1D decision_value, 1D prediction FROM __THIS__                     | which is no test image
            SELECT index, int(null) label, 1D decision_value, 1D prediction FROM __THIS__                     | in which index, label
            """)
    void oneThatDoesNotIsNamed(String statement, String finding) {
        TestImages images = new TestImages(IMAGES, 5);
        assertThatThrownBy(() -> images.score("lossy", model(statement)))
                .isInstanceOf(UserError.class)
                .hasMessageContainingAll("the detector lossy", finding, "mend it");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SELECT *, 1D decision_value FROM __THIS__ WHERE index <> 3                         | gave 1 decision values for 2 held-out images
            SELECT *, 1D decision_value, explode(array(1, 2)) FROM __THIS__                    | gave 4 decision values for 2
            SELECT *, if(index = 4, double('NaN'), 1D) decision_value FROM __THIS__            | the decision value NaN
            SELECT *, if(index = 4, double(null), 1D) decision_value FROM __THIS__             | the decision value null
            """)
    void noneIsCalibratedByLessThanAllThatWereHeldOut(String statement, String finding) {
        NormalImages normals =
                new NormalImages(IMAGES.where("index < 3"), 5, 0.4, Optional.of(IMAGES.where("index >= 3")));
        assertThat(normals.calibrate("good", model("SELECT *, 1D decision_value FROM __THIS__"), normals.read())
                        .scores())
                .hasSize(2);
        assertThatThrownBy(() -> normals.calibrate("lossy", model(statement), normals.read()))
                .isInstanceOf(UserError.class)
                .hasMessageContainingAll("the detector lossy", finding);
    }

    @Test
    void imagesThatTheTableHasAndNobodyReadAreMissed() {
        assertThatThrownBy(() -> new TestImages(IMAGES, 6))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("of 6 test images in the table 5 were read");
        NormalImages normals = new NormalImages(IMAGES, 6, 0, Optional.empty());
        assertThatThrownBy(normals::read)
                .isInstanceOf(UserError.class)
                .hasMessageContaining("of 6 training images in the table 5 were read");
    }

    private static PipelineModel model(String statement) {
        return new Pipeline()
                .setStages(new PipelineStage[] {new SQLTransformer().setStatement(statement)})
                .fit(IMAGES);
    }
}
