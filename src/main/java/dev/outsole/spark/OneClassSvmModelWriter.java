package dev.outsole.spark;

import dev.outsole.svm.DecisionFunction;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.ml.util.MLWriter;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Saves a {@link OneClassSvmModel} as Parquet: one row of scalars, and a row for each support vector. */
final class OneClassSvmModelWriter extends MLWriter {
    static final String SCALARS = "decision_function";
    static final StructType SCALARS_SCHEMA =
            new StructType().add("gamma", DataTypes.DoubleType).add("rho", DataTypes.DoubleType);
    static final String SUPPORT_VECTORS = "support_vectors";
    static final StructType SUPPORT_VECTORS_SCHEMA = new StructType()
            .add("index", DataTypes.IntegerType)
            .add("coefficient", DataTypes.DoubleType)
            .add("vector", DataTypes.createArrayType(DataTypes.FloatType, false));

    /** Rows travel inside their task, which Spark wants small. */
    private static final int ROWS_PER_FILE = 250;

    private final OneClassSvmModel model;

    OneClassSvmModelWriter(OneClassSvmModel model) {
        this.model = model;
    }

    @Override
    public void saveImpl(String path) {
        StageMetadata.save(model, path, sc());
        DecisionFunction function = model.decisionFunction();
        save(
                List.of(RowFactory.create(function.gamma(), function.rho())),
                SCALARS_SCHEMA,
                StageMetadata.data(path, SCALARS));
        List<Row> vectors = IntStream.range(0, function.supportVectorCount())
                .mapToObj(i -> RowFactory.create(i, function.coefficient(i), function.supportVector(i)))
                .toList();
        save(vectors, SUPPORT_VECTORS_SCHEMA, StageMetadata.data(path, SUPPORT_VECTORS));
    }

    private void save(List<Row> rows, StructType schema, String path) {
        int parts = 1 + rows.size() / ROWS_PER_FILE;
        JavaRDD<Row> parted = JavaSparkContext.fromSparkContext(sc()).parallelize(rows, parts);
        sparkSession().createDataFrame(parted, schema).write().parquet(path);
    }
}
