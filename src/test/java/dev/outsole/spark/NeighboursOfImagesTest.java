package dev.outsole.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outsole.UserError;
import dev.outsole.neighbour.NeighbourBlock;
import dev.outsole.pixel.PixelFeatures;
import dev.outsole.tensor.Tensor;
import dev.outsole.tensor.TensorFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nearest neighbours among prepared images: the model keeps the images, which are smaller. */
class NeighboursOfImagesTest {
    private static final PixelFeatures PREPARATION = new PixelFeatures(TestImages.SHAPE, true, 1, 0.5);
    private static final Dataset<Row> PREPARED =
            new PixelTransform().setPixelFeatures(PREPARATION).transform(TestImages.BINARY.rows(20));
    private static final NearestNeighbours PLAIN = new NearestNeighbours().setFeaturesCol("prepared");

    @TempDir
    private Path folder;

    private static NearestNeighbours ofImages() {
        return new NearestNeighbours().setFeaturesCol("prepared").setImages("features", PREPARATION);
    }

    private SortedMap<String, Tensor> saved(NearestNeighboursModel model, String name) throws IOException {
        model.save(folder.resolve(name).toString());
        return TensorFile.read(Files.newInputStream(folder.resolve(name).resolve(TensorFile.NAME)))
                .tensors();
    }

    private static NeighbourBlock block(NearestNeighboursModel model) {
        return model.neighbourFunction().rows().blocks().get(0);
    }

    @Test
    void theModelIsTheSameToTheLastBitWhateverItKeeps() throws IOException {
        NearestNeighboursModel plain = PLAIN.fit(PREPARED);
        NearestNeighboursModel model = ofImages().fit(PREPARED);

        assertThat(saved(plain, "plain")).containsKey("rows_00000").doesNotContainKey("images_00000");
        SortedMap<String, Tensor> kept = saved(model, "model");
        NearestNeighboursModel loaded =
                NearestNeighboursModel.load(folder.resolve("model").toString());

        assertThat(kept)
                .containsKeys("images_00000", "height_width", "preparation")
                .doesNotContainKey("rows_00000");
        assertThat(kept.get("images_00000").shape()).containsExactly(20, 2, 3);
        for (NearestNeighboursModel other : new NearestNeighboursModel[] {model, loaded}) {
            assertThat(block(other).entries()).containsExactly(block(plain).entries());
            assertThat(other.neighbourFunction().expected())
                    .isEqualTo(plain.neighbourFunction().expected());
        }
        assertThat(saved(loaded, "again")).isEqualTo(kept);
    }

    /** An image that was changed after it was prepared. */
    @Test
    void imagesThatAreNotThoseOfTheFeaturesAreRefused() {
        Dataset<Row> changed = PREPARED.withColumn("features", lit(new byte[] {1, 2, 3, 4, 5, 6}));

        assertThatThrownBy(() -> ofImages().fit(changed))
                .rootCause()
                .isInstanceOf(UserError.class)
                .hasMessageContaining("not its image in column 'features'");
    }

    /** Of numbers instead of bytes; or in no column at all. */
    @Test
    void whereThereAreNoBytesRowsAreKept() throws IOException {
        Dataset<Row> numbers = PREPARED.withColumn("features", lit(1).cast(DataTypes.DoubleType));

        assertThat(saved(ofImages().fit(numbers), "numbers")).containsKey("rows_00000");
        assertThat(saved(ofImages().fit(PREPARED.select(col("prepared"))), "none"))
                .containsKey("rows_00000");
    }
}
