package dev.outsole.spark;

import dev.outsole.autoencoder.TrainedNetwork;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.ml.util.MLWriter;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Saves an {@link AutoencoderModel} as one row of Parquet: layer sizes, and parameters in DL4J's order. */
final class AutoencoderModelWriter extends MLWriter {
    static final String NETWORK = "network";
    static final StructType NETWORK_SCHEMA = new StructType()
            .add("layer_sizes", DataTypes.createArrayType(DataTypes.IntegerType, false))
            .add("parameters", DataTypes.createArrayType(DataTypes.FloatType, false));

    private final AutoencoderModel model;

    AutoencoderModelWriter(AutoencoderModel model) {
        this.model = model;
    }

    @Override
    public void saveImpl(String path) {
        StageMetadata.save(model, path, sc());
        ModelTable.write(
                sparkSession(),
                model.network(),
                AutoencoderModelWriter::row,
                NETWORK_SCHEMA,
                StageMetadata.data(path, NETWORK).toString());
    }

    private static Iterator<Row> row(TrainedNetwork network) {
        return List.of(RowFactory.create(network.layerSizes(), network.parameters()))
                .iterator();
    }
}
