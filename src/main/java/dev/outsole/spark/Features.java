package dev.outsole.spark;

import dev.outsole.UserError;
import dev.outsole.image.PixelScale;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Reads a features column as rows of floats: an image's bytes scaled by 1/255 to [0, 1], an {@code array<float>} or {@code
 * array<double>}, or an MLlib {@code Vector}.
 */
final class Features implements Serializable {
    private static final long serialVersionUID = 1;

    private final String column;
    private final int position;

    private Features(String column, int position) {
        this.column = column;
        this.position = position;
    }

    /**
     * The features column of rows with this schema.
     *
     * @throws UserError if it is missing or has another type
     */
    static Features of(StructType schema, String column) {
        List<String> columns = List.of(schema.fieldNames());
        if (!columns.contains(column)) {
            throw new UserError("features column '" + column + "' is missing; the columns are " + columns);
        }
        DataType type = schema.apply(column).dataType();
        if (!isSupported(type)) {
            throw new UserError("features column '" + column + "' has type " + type.simpleString()
                    + "; it must be binary (pixels), array<float>, array<double> or vector");
        }
        return new Features(column, schema.fieldIndex(column));
    }

    private static boolean isSupported(DataType type) {
        return type.equals(DataTypes.BinaryType)
                || type.equals(SQLDataTypes.VectorType())
                || (type instanceof ArrayType array && isReal(array.elementType()));
    }

    private static boolean isReal(DataType element) {
        return element.equals(DataTypes.FloatType) || element.equals(DataTypes.DoubleType);
    }

    /** The features of one row. */
    float[] read(Row row) {
        Object value = row.get(position);
        if (value instanceof byte[] bytes) {
            return PixelScale.toUnit(bytes);
        }
        if (value instanceof Vector vector) {
            return floats(vector);
        }
        if (value instanceof float[] floats) { // between two batch maps Spark hands rows on as they are
            return floats;
        }
        if (value == null) {
            throw new UserError("features column '" + column + "' is null in row " + row.mkString("[", ", ", "]")
                    + "; remove such rows first");
        }
        return FloatArrays.of(row.getList(position));
    }

    /** The features of these rows, {@code [n × d]}. */
    float[][] read(List<Row> rows) {
        return rows.stream().map(this::read).toArray(float[][]::new);
    }

    /**
     * The features of some rows, brought to the driver in the order of the rows.
     *
     * @param wanted numbers of the rows, from 0, ascending
     */
    static float[][] collect(Dataset<Row> rows, String column, int[] wanted) {
        Dataset<Row> only = rows.select(column);
        Features features = of(only.schema(), column);
        return only.javaRDD()
                .zipWithIndex()
                .filter(numbered -> Arrays.binarySearch(wanted, Math.toIntExact(numbered._2())) >= 0)
                .map(numbered -> features.read(numbered._1()))
                .collect()
                .toArray(float[][]::new);
    }

    private static float[] floats(Vector vector) {
        float[] floats = new float[vector.size()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) vector.apply(i);
        }
        return floats;
    }
}
