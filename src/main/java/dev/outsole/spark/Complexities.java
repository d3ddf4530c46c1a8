package dev.outsole.spark;

import dev.outsole.UserError;
import java.io.Serializable;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructType;

/** Reads how complex images are, where a column says so. */
final class Complexities implements Serializable {
    private static final long serialVersionUID = 1;
    private static final int ABSENT = -1;

    private final String column;
    private final int position;

    private Complexities(String column, int position) {
        this.column = column;
        this.position = position;
    }

    /**
     * The column of rows with this schema.
     *
     * @param column empty: there is none
     * @throws UserError if it is missing or no column of numbers
     */
    static Complexities of(StructType schema, String column) {
        if (column.isEmpty()) {
            return new Complexities(column, ABSENT);
        }
        List<String> columns = List.of(schema.fieldNames());
        if (!columns.contains(column)) {
            throw new UserError("complexity column '" + column + "' is missing; the columns are " + columns);
        }
        DataType type = schema.apply(column).dataType();
        if (!(type instanceof NumericType)) {
            throw new UserError(
                    "complexity column '" + column + "' has type " + type.simpleString() + "; it must be a number");
        }
        return new Complexities(column, schema.fieldIndex(column));
    }

    /** One for each row; empty, if there is no column. */
    double[] read(List<Row> rows) {
        return position == ABSENT
                ? new double[0]
                : rows.stream().mapToDouble(this::read).toArray();
    }

    private double read(Row row) {
        double complexity = row.isNullAt(position)
                ? Double.NaN
                : row.<Number>getAs(position).doubleValue();
        if (!(complexity >= 0 && complexity < Double.POSITIVE_INFINITY)) {
            throw new UserError("complexity column '" + column + "' holds " + row.get(position)
                    + "; it must hold numbers from 0 on");
        }
        return complexity;
    }
}
