package dev.outsole.spark;

import dev.outsole.autoencoder.TrainedNetwork;
import java.util.List;
import org.apache.spark.ml.util.DefaultParamsReader;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.sql.Row;

/** Loads what {@link AutoencoderModelWriter} saved. */
final class AutoencoderModelReader extends MLReader<AutoencoderModel> {

    @Override
    public AutoencoderModel load(String path) {
        DefaultParamsReader.Metadata metadata = StageMetadata.load(path, sc(), AutoencoderModel.class);
        AutoencoderModel model = new AutoencoderModel(metadata.uid(), network(path), null);
        StageMetadata.restore(metadata, model);
        return model;
    }

    private TrainedNetwork network(String path) {
        Row row = ParquetFiles.read(
                        sparkSession(),
                        AutoencoderModelWriter.NETWORK_SCHEMA,
                        StageMetadata.data(path, AutoencoderModelWriter.NETWORK))
                .head();
        List<Integer> sizes = row.getList(0);
        return new TrainedNetwork(sizes.stream().mapToInt(Integer::intValue).toArray(), FloatArrays.of(row.getList(1)));
    }
}
