package dev.outsole.spark;

import dev.outsole.json.Json;
import dev.outsole.svm.DecisionFunction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.stream.IntStream;
import org.apache.spark.ml.util.MLWriter;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Saves a {@link OneClassSvmModel}: γ and ρ as JSON, and a row of Parquet for each support vector. */
final class OneClassSvmModelWriter extends MLWriter {
    static final String SCALARS = "decision_function.json";
    static final String SUPPORT_VECTORS = "support_vectors";
    static final StructType SUPPORT_VECTORS_SCHEMA = new StructType()
            .add("index", DataTypes.IntegerType)
            .add("coefficient", DataTypes.DoubleType)
            .add("vector", DataTypes.createArrayType(DataTypes.FloatType, false));

    private final OneClassSvmModel model;

    OneClassSvmModelWriter(OneClassSvmModel model) {
        this.model = model;
    }

    /** The numbers of a decision function. */
    record Scalars(double gamma, double rho) {}

    @Override
    public void saveImpl(String path) {
        StageMetadata.save(model, path, sc());
        DecisionFunction function = model.decisionFunction();
        try {
            StagedFile.write(
                    sc().hadoopConfiguration(),
                    StageMetadata.data(path, SCALARS),
                    out -> Json.write(out, new Scalars(function.gamma(), function.rho())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ModelTable.write(
                sparkSession(),
                function,
                OneClassSvmModelWriter::supportVectors,
                SUPPORT_VECTORS_SCHEMA,
                StageMetadata.data(path, SUPPORT_VECTORS).toString());
    }

    private static Iterator<Row> supportVectors(DecisionFunction function) {
        return IntStream.range(0, function.supportVectorCount())
                .mapToObj(i -> RowFactory.create(i, function.coefficient(i), function.supportVector(i)))
                .iterator();
    }
}
