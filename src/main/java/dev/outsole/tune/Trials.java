package dev.outsole.tune;

import dev.outsole.neighbour.ImageNeighbourOptions;
import dev.outsole.neighbour.NeighbourFunction;
import dev.outsole.neighbour.NeighbourRows;
import dev.outsole.pixel.PixelFeatures;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tries settings: fits each on the images learnt, and ranks the images held out among abnormal ones. */
public final class Trials {
    private final TuningImages images;
    private final PixelFeatures features;
    private final NeighbourRows rows;

    private Trials(ImageNeighbourOptions preparation, TuningImages images) {
        this.images = images;
        features = new PixelFeatures(
                images.shape(), preparation.squareRoot(), preparation.blurRadius(), preparation.gradientWeight());
        rows = new NeighbourRows(prepared(images.learnt()));
    }

    /** Of all settings of the grid with this preparation of images, which share their distances. */
    public static List<Trial> of(ImageNeighbourOptions preparation, TuningImages images) {
        return new Trials(preparation, images).run(SearchGrid.of(preparation));
    }

    private List<Trial> run(List<ImageNeighbourOptions> settings) {
        int most = SearchGrid.mostNeighbours();
        Measured learnt = new Measured(rows.leaveOneOut(most), complexities(images.learnt()));
        Measured heldOut = measured(images.heldOut(), most);
        Map<String, Measured> abnormal = new LinkedHashMap<>();
        images.abnormal().forEach((kind, some) -> abnormal.put(kind, measured(some, most)));
        return settings.stream()
                .map(options -> trial(options, learnt, heldOut, abnormal))
                .toList();
    }

    private Trial trial(
            ImageNeighbourOptions options, Measured learnt, Measured heldOut, Map<String, Measured> abnormal) {
        Measured own = learnt.as(options);
        NeighbourFunction function =
                NeighbourFunction.fit(rows, own.distances(), own.complexities(), options.neighbours());
        double[] normals = heldOut.values(function, options);
        Map<String, Double> auc = new LinkedHashMap<>();
        abnormal.forEach((kind, measured) -> auc.put(kind, RankAuc.of(normals, measured.values(function, options))));
        return new Trial(options, auc);
    }

    private float[][] prepared(float[][] some) {
        return Arrays.stream(some).map(features::of).toArray(float[][]::new);
    }

    private double[] complexities(float[][] some) {
        return Arrays.stream(some).mapToDouble(features::complexity).toArray();
    }

    private Measured measured(float[][] some, int k) {
        return new Measured(rows.distances(prepared(some), k), complexities(some));
    }

    /**
     * Images as they look from the images learnt.
     *
     * @param distances to the most neighbours that are tried, ascending
     */
    @SuppressWarnings("ArrayRecordComponent") // a carrier between steps, never compared
    private record Measured(double[][] distances, double[] complexities) {

        /** With so many neighbours, and without complexities if they aren't to count. */
        Measured as(ImageNeighbourOptions options) {
            int k = options.neighbours().k();
            double[][] nearest =
                    Arrays.stream(distances).map(all -> Arrays.copyOf(all, k)).toArray(double[][]::new);
            return new Measured(nearest, options.adjusted() ? complexities : new double[0]);
        }

        double[] values(NeighbourFunction function, ImageNeighbourOptions options) {
            Measured own = as(options);
            return function.expected().decisionValues(own.distances, own.complexities);
        }
    }
}
