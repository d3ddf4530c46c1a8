package dev.outsole.spark.legacy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.outsole.json.Json;
import dev.outsole.tensor.StageNumbers;
import dev.outsole.tensor.Tensor;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;

/**
 * A stage as it was: single numbers in a JSON file, arrays in a folder of Parquet. A row has an {@code index}, if there are many, numbers and a list
 * of numbers; arrays are a column's numbers one after the other.
 */
public final class OldStage {
    private final FileSystem files;
    private final Path stage;
    private final Table table;

    public OldStage(FileSystem files, Path stage, Table table) {
        this.files = files;
        this.stage = stage;
        this.table = table;
    }

    /** Reads a folder of Parquet. */
    public interface Table {
        List<Row> read(Path folder) throws IOException;
    }

    /** By the files that there are. */
    public StageNumbers numbers() throws IOException {
        if (has("network")) {
            List<Row> rows = rows("network");
            return new StageNumbers(
                    "autoencoder",
                    Map.of(
                            "parameters", Tensor.of(floats(rows, "parameters")),
                            "layer_sizes", Tensor.of(doubles(rows, "layer_sizes"))));
        }
        if (has("support_vectors")) {
            List<Row> rows = rows("support_vectors");
            return new StageNumbers(
                    "one_class_svm",
                    Map.of(
                            "support_vectors", Tensor.of(floats(rows, "vector")),
                            "gamma_rho", Tensor.of(json("decision_function.json", "gamma", "rho")),
                            "coefficients", Tensor.of(doubles(rows, "coefficient"))));
        }
        if (has("training_rows")) {
            return neighbours(rows("training_rows"));
        }
        Tensor limit = Tensor.of(json("limit.json", "log"));
        if (has("whitening")) {
            List<Row> rows = rows("whitening");
            return new StageNumbers(
                    "gaussian",
                    Map.of(
                            "whitening", Tensor.of(floats(rows, "row")),
                            "mean", Tensor.of(doubles(rows, "mean")),
                            "log_limit", limit));
        }
        return new StageNumbers("error_limit", Map.of("log_limit", limit));
    }

    /** In blocks of at most 32 MiB, as they are today. */
    private StageNumbers neighbours(List<Row> rows) throws IOException {
        int width = rows.get(0).getList(rows.get(0).fieldIndex("features")).size();
        int most = Math.max(1, (8 << 20) / width);
        Map<String, Tensor> tensors = new TreeMap<>();
        for (int from = 0; from < rows.size(); from += most) {
            List<Row> block = rows.subList(from, Math.min(rows.size(), from + most));
            tensors.put(String.format(Locale.ROOT, "rows_%05d", from / most), Tensor.of(floats(block, "features")));
        }
        tensors.put("k_width", Tensor.of(json("neighbour_function.json", "k")[0], width));
        tensors.put("intercept_slope", Tensor.of(json("neighbour_function.json", "intercept", "slope")));
        return new StageNumbers("nearest_neighbours", tensors);
    }

    private boolean has(String name) throws IOException {
        return files.exists(new Path(stage, name));
    }

    private List<Row> rows(String folder) throws IOException {
        List<Row> rows = table.read(new Path(stage, folder));
        if (rows.isEmpty()) {
            throw new FileNotFoundException(folder + " has no rows");
        }
        return List.of(rows.get(0).schema().fieldNames()).contains("index")
                ? rows.stream()
                        .sorted(Comparator.comparingInt(row -> row.<Integer>getAs("index")))
                        .toList()
                : rows;
    }

    private double[] json(String file, String... names) throws IOException {
        try (InputStream in = files.open(new Path(stage, file))) {
            JsonNode json = Json.read(in, JsonNode.class);
            return Arrays.stream(names)
                    .mapToDouble(name -> json.path(name).asDouble())
                    .toArray();
        }
    }

    private static float[] floats(List<Row> rows, String column) {
        int place = rows.get(0).fieldIndex(column);
        float[] floats = new float
                [rows.stream().mapToInt(row -> row.getList(place).size()).sum()];
        int next = 0;
        for (Row row : rows) {
            for (Object value : row.getList(place)) {
                floats[next++] = (Float) value;
            }
        }
        return floats;
    }

    /** A column of numbers, or of lists of them. */
    private static double[] doubles(List<Row> rows, String column) {
        int place = rows.get(0).fieldIndex(column);
        return rows.stream()
                .flatMap(row -> row.get(place) instanceof Number number
                        ? List.of(number).stream()
                        : row.<Number>getList(place).stream())
                .mapToDouble(Number::doubleValue)
                .toArray();
    }
}
