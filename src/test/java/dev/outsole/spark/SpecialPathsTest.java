package dev.outsole.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outsole.autoencoder.AutoencoderOptions;
import dev.outsole.detector.Detector;
import dev.outsole.detector.DetectorOptions;
import dev.outsole.image.ImageClass;
import dev.outsole.image.ImageShape;
import dev.outsole.image.Split;
import dev.outsole.model.Calibration;
import dev.outsole.model.ModelManifest;
import dev.outsole.neighbour.ImageNeighbourOptions;
import dev.outsole.raster.PictureLimits;
import dev.outsole.result.Score;
import dev.outsole.svm.SvmOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Everything that is read, in a folder whose name has all characters that Hadoop's patterns and lists of paths know, and a percent sign. Beside it
 * are folders that it would match as a pattern.
 */
class SpecialPathsTest {
    static final String NAME = "a [b]{c,d}*?\\e,%20f";
    static final List<String> MATCHED = List.of("a bc-x\\e,%20f", "a bcxye,%20f");

    private static final AutoencoderOptions AUTOENCODER = SmallOptions.of(List.of(4), 2, 8, 1, 2, 3);
    private static final DetectorOptions OPTIONS = new DetectorOptions(
            TestImages.SHAPE, SvmOptions.DEFAULT, ImageNeighbourOptions.DEFAULT, AUTOENCODER, EpochListener.SILENT);
    private static final Dataset<Row> IMAGES = TestImages.BINARY.rows(50).withColumnRenamed("features", "pixels");

    @TempDir
    Path temporary;

    private final SparkSession spark = TestSession.spark();
    private Path folder;

    @BeforeEach
    void makeFolders() throws IOException {
        folder = Files.createDirectory(temporary.resolve(NAME));
        for (String matched : MATCHED) {
            Files.createDirectory(temporary.resolve(matched));
        }
    }

    @Test
    void aTableIsMadeFoundAndRead() {
        String table = folder.resolve("table").toString();
        Ingest ingest = new Ingest(spark);
        ingest.run(SmallDataSet.write(folder, 0), SmallDataSet.KNOWN, table);
        ImageClass clog = SmallDataSet.CLASSES.labelled(0);

        assertThat(ImageTable.open(spark, table).images(Split.TRAIN, clog).count())
                .isEqualTo(3);
        assertThat(ingest.run(SmallDataSet.write(folder, 0), SmallDataSet.KNOWN, table))
                .isEqualTo(Ingest.Outcome.ALREADY_THERE);
        assertThat(incoming("table")).isEqualTo(8);
    }

    @Test
    void imagesOfEveryKindAreFound() throws IOException {
        SmallDataSet.write(folder.resolve("idx"), 0);
        IMAGES.limit(7).write().parquet(folder.resolve("rows").toString());
        IMAGES.limit(9)
                .write()
                .parquet(temporary.resolve(MATCHED.get(0)).resolve("rows").toString());
        Files.createDirectory(folder.resolve("pictures"));
        Files.write(folder.resolve("pictures/[1]*.png"), new byte[0]);

        assertThat(incoming("idx")).isEqualTo(8);
        assertThat(incoming("rows")).isEqualTo(7);
        assertThat(incoming("pictures")).isEqualTo(1);
    }

    private long incoming(String name) {
        ImageShape shape = name.equals("rows") ? TestImages.SHAPE : SmallDataSet.SHAPE;
        try (IncomingImages images =
                ImageInput.open(spark, folder.resolve(name).toString(), shape, PictureLimits.DEFAULT)) {
            assertThat(images.good().count() + images.rejected().count()).isEqualTo(images.count());
            return images.count();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.outsole.detector.Detectors#all")
    void modelsAreSavedAndLoaded(Detector detector) throws IOException {
        PipelineModel model = detector.pipeline(OPTIONS).fit(IMAGES);
        ModelManifest manifest = ModelManifest.of(
                "1",
                detector.key(),
                "Clog",
                List.of("Clog"),
                TestImages.SHAPE,
                3,
                Map.of(),
                Map.of(),
                Calibration.NONE);
        SavedModel.save(spark, model, manifest, hadoop("model"));

        SavedModel loaded = SavedModel.load(spark, folder.resolve("model").toString());

        assertThat(values(loaded.pipeline())).isEqualTo(values(model)).hasSize(50);
        assertThat(loaded.pipeline().uid()).isEqualTo(model.uid());
    }

    private static List<Row> values(PipelineModel model) {
        return model.transform(IMAGES)
                .select("index", "decision_value")
                .orderBy("index")
                .collectAsList();
    }

    @Test
    void scoresAndPicturesOfARunAreRead() throws IOException {
        List<Score> scores = List.of(new Score(3, 1, 0.5, true, List.of(1f, 2f)));
        ScoreRows.scores(spark, Map.of("pixels", scores))
                .write()
                .parquet(hadoop("scores").toString());
        ImageRows images = new ImageRows(SmallDataSet.SHAPE, new TreeMap<>(Map.of(1, new byte[6])));
        images.write(spark, hadoop("images").toString());

        assertThat(ScoreRows.read(spark, hadoop("scores"))).isEqualTo(Map.of("pixels", scores));
        assertThat(ScoreRows.read(spark, Map.of(7, hadoop("scores")))).isEqualTo(Map.of(7, scores));
        assertThat(ImageRows.read(spark, hadoop("images")).pixels()).containsOnlyKeys(1);
    }

    private org.apache.hadoop.fs.Path hadoop(String name) {
        return new org.apache.hadoop.fs.Path("file:" + folder.resolve(name));
    }
}
