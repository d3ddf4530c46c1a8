package dev.outsole.spark;

import dev.outsole.UserError;
import java.util.List;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Reads a column of reconstruction errors. */
final class Errors {

    private Errors() {}

    /**
     * Checks that there is one.
     *
     * @throws UserError if it is missing or has another type
     */
    static void check(StructType schema, String column) {
        List<String> columns = List.of(schema.fieldNames());
        if (!columns.contains(column)) {
            throw new UserError("error column '" + column + "' is missing; the columns are " + columns
                    + " (an autoencoder writes one if its reconstructionErrorCol is set)");
        }
        DataType type = schema.apply(column).dataType();
        if (!type.equals(DataTypes.DoubleType)) {
            throw new UserError(
                    "error column '" + column + "' has type " + type.simpleString() + "; it must be double");
        }
    }

    /** @throws UserError if a row has none, or none that can be */
    static double of(@Nullable Object value, String column) {
        if (value instanceof Double error && error >= 0) {
            return error;
        }
        throw new UserError("error column '" + column + "' holds " + value + "; an error is a number of at least 0");
    }
}
