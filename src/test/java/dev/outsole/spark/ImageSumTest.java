package dev.outsole.spark;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageSumTest {
    private static final Dataset<Row> IMAGES = TestSession.spark()
            .range(1000)
            .selectExpr("int(id) index", "if(id = 7, null, concat('image ', id)) name", "map('a', id) `tags.all`");

    @Test
    void theSameImagesInAnotherOrderHaveTheSameSum() {
        ImageSum sum = ImageSum.of(IMAGES);

        assertThat(sum.count()).isEqualTo(1000);
        assertThat(ImageSum.of(IMAGES.orderBy(IMAGES.col("index").desc()).repartition(3)))
                .isEqualTo(sum);
    }

    @Test
    void theSumsOfPartsAddUp() {
        assertThat(ImageSum.of(IMAGES.where("index < 10"))
                        .plus(ImageSum.NONE)
                        .plus(ImageSum.of(IMAGES.where("index >= 10"))))
                .isEqualTo(ImageSum.of(IMAGES));
        assertThat(ImageSum.of(IMAGES.where("false"))).isEqualTo(ImageSum.NONE);
    }

    /** One lost and another twice, two changed into each other's middle, a name lost: as many rows as before. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "if(index = 3, 4, index) index, name, `tags.all`",
                "case index when 3 then 4 when 5 then 4 else index end index, name, `tags.all`",
                "index, if(index = 3, null, name) name, `tags.all`",
                "index, coalesce(name, 'image 7') name, `tags.all`"
            })
    void otherImagesAreSeenThoughTheirCountIsTheSame(String columns) {
        ImageSum other = ImageSum.of(IMAGES.selectExpr(columns.split(", (?![^(]*\\))")));

        assertThat(other.count()).isEqualTo(1000);
        assertThat(other).isNotEqualTo(ImageSum.of(IMAGES));
    }
}
