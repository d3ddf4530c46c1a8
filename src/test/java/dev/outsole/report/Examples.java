package dev.outsole.report;

import dev.outsole.image.ClassPair;
import dev.outsole.image.ImageClass;
import dev.outsole.image.ImageShape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Pictures of made-up evaluations, the same at each call. */
final class Examples {
    static final ClassPair PAIR = pair("Sandal", "Sneaker");
    static final ClassPair HOSTILE = pair("<script>&\"", "a\u0000b\nc\uD800");
    static final ImageShape SHAPE = new ImageShape(28, 28);

    private Examples() {}

    static ClassPair pair(String normal, String abnormal) {
        return new ClassPair(new ImageClass(5, normal), new ImageClass(7, abnormal));
    }

    /** One of each kind, as large as they come. */
    static Stream<Picture> ordinary() {
        return Stream.of(
                SamplesPicture.of(PAIR, SHAPE, images(20), images(20)),
                RocPicture.of(PAIR, List.of(curve("pixels", 0.509236), curve("autoencoder", 0.74))),
                EmbeddingPicture.byTruth(PAIR, cloud(2000, 1, 1), false),
                EmbeddingPicture.byPrediction(PAIR, cloud(2000, 1, 1), false),
                LossPicture.of(PAIR.normal(), new double[] {0.06, 0.04, 0.03}, new double[] {0.06, 0.05, 0.04}));
    }

    /** Where there is little to show, or too much. */
    static Stream<Picture> extreme() {
        return Stream.of(
                SamplesPicture.of(PAIR, SHAPE, images(1), images(1)),
                SamplesPicture.of(PAIR, new ImageShape(1, 1), List.of(new byte[1]), List.of(new byte[1])),
                SamplesPicture.of(PAIR, new ImageShape(3, 500), List.of(new byte[1500]), List.of(new byte[1500])),
                RocPicture.of(PAIR, Collections.nCopies(9, RocCurve.of("a", 1, new double[2], new double[] {0, 1}))),
                EmbeddingPicture.byTruth(PAIR, cloud(100, 1, 0), false),
                EmbeddingPicture.byTruth(PAIR, cloud(100, 0, 0), false),
                EmbeddingPicture.byTruth(PAIR, cloud(1, 1, 1), false),
                EmbeddingPicture.byTruth(PAIR, cloud(100, 1e-9, 1e12), false),
                LossPicture.of(PAIR.normal(), new double[] {0.06}),
                LossPicture.of(PAIR.normal(), new double[] {0, 0}),
                LossPicture.of(PAIR.normal(), new double[1000]));
    }

    static Stream<Picture> all() {
        return Stream.concat(ordinary(), extreme());
    }

    static List<byte[]> images(int count) {
        Random random = new Random(1);
        List<byte[]> images = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] pixels = new byte[SHAPE.pixels()];
            random.nextBytes(pixels);
            images.add(pixels);
        }
        return images;
    }

    /** A staircase of 2,000 steps. */
    static RocCurve curve(String detector, double areaUnderCurve) {
        Random random = new Random(2);
        List<RocCurve.Point> points = new ArrayList<>(List.of(new RocCurve.Point(0, 0)));
        int falsePositives = 0;
        int truePositives = 0;
        while (falsePositives + truePositives < 2000) {
            boolean up = falsePositives == 1000 || truePositives < 1000 && random.nextDouble() < 0.6;
            truePositives += up ? 1 : 0;
            falsePositives += up ? 0 : 1;
            points.add(new RocCurve.Point(falsePositives / 1000.0, truePositives / 1000.0));
        }
        return new RocCurve(detector, areaUnderCurve, points);
    }

    /** Every other point normal, every third predicted normal; a spread of 0 collapses the cloud. */
    static List<EmbeddedPoint> cloud(int count, double firstSpread, double secondSpread) {
        Random random = new Random(3);
        List<EmbeddedPoint> points = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            points.add(new EmbeddedPoint(
                    random.nextGaussian() * firstSpread, random.nextGaussian() * secondSpread, i % 2 == 0, i % 3 == 0));
        }
        return points;
    }
}
