package dev.outsole.spark;

import dev.outsole.UserError;
import java.util.List;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Adds output columns to a schema. */
final class Columns {

    private Columns() {}

    /** The schema with these fields at its end; a name that is taken already is the user's mistake. */
    static StructType append(StructType schema, StructField... fields) {
        StructType extended = schema;
        for (StructField field : fields) {
            List<String> taken = List.of(extended.fieldNames());
            if (taken.contains(field.name())) {
                throw new UserError("output column '" + field.name() + "' exists already; the columns are " + taken);
            }
            extended = extended.add(field);
        }
        return extended;
    }
}
