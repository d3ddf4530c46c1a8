package dev.outsole.spark;

import dev.outsole.image.ImageShape;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Small images of six pixels, all different, and the same images in every form that features come in. */
enum TestImages {
    BINARY(DataTypes.BinaryType, TestImages::pixels),
    FLOATS(DataTypes.createArrayType(DataTypes.FloatType), TestImages::floats),
    DOUBLES(DataTypes.createArrayType(DataTypes.DoubleType), TestImages::doubles),
    DENSE_VECTOR(SQLDataTypes.VectorType(), i -> Vectors.dense(doubles(i))),
    SPARSE_VECTOR(SQLDataTypes.VectorType(), i -> Vectors.dense(doubles(i)).toSparse());

    /** Of the six pixels. */
    static final ImageShape SHAPE = new ImageShape(2, 3);

    static final int WIDTH = 6;

    private final DataType type;
    private final Function<Integer, Object> features;

    TestImages(DataType type, Function<Integer, Object> features) {
        this.type = type;
        this.features = features;
    }

    /** Rows {@code index}, {@code features} of the first images, in the order of their index. */
    Dataset<Row> rows(int count) {
        List<Row> rows = IntStream.range(0, count)
                .mapToObj(i -> RowFactory.create(i, features.apply(i)))
                .toList();
        StructType schema = new StructType().add("index", DataTypes.IntegerType).add("features", type);
        return TestSession.spark().createDataFrame(rows, schema);
    }

    /** Image {@code i} as unsigned bytes; its first two pixels are its number. */
    static byte[] pixels(int i) {
        byte[] pixels = new byte[WIDTH];
        pixels[0] = (byte) i;
        pixels[1] = (byte) (i >> 8);
        for (int j = 2; j < WIDTH; j++) {
            pixels[j] = (byte) (i * 37 + j * 91 + i * i * j);
        }
        return pixels;
    }

    static float[] floats(int i) {
        byte[] pixels = pixels(i);
        float[] floats = new float[WIDTH];
        for (int j = 0; j < WIDTH; j++) {
            floats[j] = (pixels[j] & 0xff) / 255f;
        }
        return floats;
    }

    private static double[] doubles(int i) {
        return IntStream.range(0, WIDTH).mapToDouble(j -> floats(i)[j]).toArray();
    }
}
