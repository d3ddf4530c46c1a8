package dev.outsole.tune;

import dev.outsole.neighbour.ImageNeighbourOptions;
import dev.outsole.neighbour.NeighbourOptions;
import java.util.ArrayList;
import java.util.List;

/** The settings that are tried: all combinations of a few values of each. */
public final class SearchGrid {
    private static final boolean[] SQUARE_ROOT = {false, true};
    private static final int[] BLUR_RADIUS = {0, 1, 2};
    private static final double[] GRADIENT_WEIGHT = {0, 1, 2, 4};
    private static final boolean[] ADJUSTED = {false, true};
    /** Ascending. */
    private static final int[] NEIGHBOURS = {1, 5, 10};

    private SearchGrid() {}

    /** The most neighbours that are tried. */
    static int mostNeighbours() {
        return NEIGHBOURS[NEIGHBOURS.length - 1];
    }

    /** All preparations of images: settings that differ in nothing else share their distances. */
    public static List<ImageNeighbourOptions> preparations() {
        List<ImageNeighbourOptions> all = new ArrayList<>();
        for (boolean squareRoot : SQUARE_ROOT) {
            for (int blurRadius : BLUR_RADIUS) {
                for (double gradientWeight : GRADIENT_WEIGHT) {
                    all.add(new ImageNeighbourOptions(
                            squareRoot, blurRadius, gradientWeight, false, NeighbourOptions.DEFAULT));
                }
            }
        }
        return all;
    }

    /** The settings with the preparation of these. */
    static List<ImageNeighbourOptions> of(ImageNeighbourOptions preparation) {
        List<ImageNeighbourOptions> all = new ArrayList<>();
        for (boolean adjusted : ADJUSTED) {
            for (int k : NEIGHBOURS) {
                all.add(new ImageNeighbourOptions(
                        preparation.squareRoot(),
                        preparation.blurRadius(),
                        preparation.gradientWeight(),
                        adjusted,
                        preparation.neighbours().withK(k)));
            }
        }
        return all;
    }
}
