package dev.outsole.history;

import dev.outsole.autoencoder.AutoencoderOptions;
import dev.outsole.autoencoder.NetworkDefinition;
import dev.outsole.autoencoder.TrainedNetwork;
import dev.outsole.autoencoder.TrainingState;
import dev.outsole.autoencoder.WorkerTraining;
import dev.outsole.idx.IdxFiles;
import dev.outsole.idx.IdxImages;
import dev.outsole.idx.Labels;
import dev.outsole.image.LabelledImage;
import dev.outsole.svm.DecisionFunction;
import dev.outsole.svm.OneClassSvmTrainer;
import dev.outsole.svm.SvmOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A sweep of real images without Spark: both detectors on three classes, with less of each. What can be done wrong in it is a parameter. */
record SmallSweep(int epochs, int shift, double foreign, double testScale, int sign) {
    static final SmallSweep HEALTHY = new SmallSweep(50, 0, 0, 1 / 255.0, 1);
    static final List<Integer> CLASSES = List.of(5, 7, 8);
    private static final int TRAIN = 128;
    private static final int TEST = 100;

    /** The first images of each class, bytes as they are. */
    record Images(List<byte[][]> train, List<byte[][]> test) {

        static Images read(Path folder) throws IOException {
            return new Images(read(folder, "train", TRAIN), read(folder, "t10k", TEST));
        }

        private static List<byte[][]> read(Path folder, String part, int count) throws IOException {
            Path images = folder.resolve(part + "-images-idx3-ubyte.gz");
            Path labels = folder.resolve(part + "-labels-idx1-ubyte.gz");
            List<List<byte[]>> classes = new ArrayList<>();
            for (int label = 0; label < 10; label++) {
                classes.add(new ArrayList<>());
            }
            try (IdxImages all = IdxImages.open(
                    new IdxFiles("images", "labels"),
                    Files.newInputStream(images),
                    Files.newInputStream(labels),
                    Labels.from0(10))) {
                while (all.hasNext()) {
                    LabelledImage image = all.next();
                    if (classes.get(image.label()).size() < count) {
                        classes.get(image.label()).add(image.pixels());
                    }
                }
            }
            return classes.stream().map(list -> list.toArray(byte[][]::new)).toList();
        }
    }

    /** The night that comes of it. */
    NightPairs run(Images images, long seed, Night night) {
        List<PairAuc> pairs = new ArrayList<>();
        for (int normal : CLASSES) {
            float[][] train = train(images, normal);
            DecisionFunction pixels = OneClassSvmTrainer.fit(train, SvmOptions.DEFAULT);
            TrainedNetwork network = network(train, seed);
            DecisionFunction embedded = OneClassSvmTrainer.fit(network.encode(train), SvmOptions.DEFAULT);
            String first = "svm_" + UUID.randomUUID();
            String second = "autoencoder_" + UUID.randomUUID();
            for (int abnormal : CLASSES) {
                if (abnormal != normal) {
                    float[][] good = test(images, normal);
                    float[][] bad = test(images, abnormal);
                    pairs.add(pair("pixels", normal, abnormal, seed, auc(pixels, good, bad), first));
                    pairs.add(pair(
                            "autoencoder",
                            normal,
                            abnormal,
                            seed,
                            auc(embedded, network.encode(good), network.encode(bad)),
                            second));
                }
            }
        }
        return new NightPairs(
                Nights.with(
                        night, List.of("r"), List.of(mean("pixels", seed, pairs), mean("autoencoder", seed, pairs))),
                pairs);
    }

    private static PairAuc pair(String detector, int normal, int abnormal, long seed, double auc, String stage) {
        return new PairAuc(new PairKey(detector, "class " + normal, "class " + abnormal), seed, auc, List.of(stage));
    }

    private static DetectorMean mean(String detector, long seed, List<PairAuc> pairs) {
        double[] aucs = pairs.stream()
                .filter(pair -> pair.pair().detector().equals(detector))
                .mapToDouble(PairAuc::auc)
                .toArray();
        return new DetectorMean(
                detector,
                seed,
                aucs.length,
                java.util.Arrays.stream(aucs).average().orElseThrow(),
                detector.equals("autoencoder"));
    }

    private float[][] train(Images images, int normal) {
        float[][] train = scaled(images.train().get((normal + shift) % 10), 1 / 255.0);
        float[][] others = scaled(images.train().get((normal + 1) % 10), 1 / 255.0);
        System.arraycopy(others, 0, train, 0, (int) (foreign * train.length));
        return train;
    }

    private float[][] test(Images images, int label) {
        return scaled(images.test().get(label), testScale);
    }

    private static float[][] scaled(byte[][] images, double scale) {
        float[][] scaled = new float[images.length][];
        for (int i = 0; i < images.length; i++) {
            scaled[i] = new float[images[i].length];
            for (int j = 0; j < scaled[i].length; j++) {
                scaled[i][j] = (float) ((images[i][j] & 0xff) * scale);
            }
        }
        return scaled;
    }

    private TrainedNetwork network(float[][] train, long seed) {
        AutoencoderOptions options = AutoencoderOptions.DEFAULT.withSeed(seed);
        int inputs = train[0].length;
        TrainingState start = TrainingState.initial(NetworkDefinition.initialParameters(inputs, options));
        TrainingState end = new WorkerTraining(inputs, options)
                .runAlone(start, train, 0, epochs)
                .state();
        return new TrainedNetwork(NetworkDefinition.layerSizes(inputs, options), end.parameters());
    }

    /** The share of pairs of images that are ranked the right way round; ties count half. */
    private double auc(DecisionFunction function, float[][] normal, float[][] abnormal) {
        double[] good = function.values(normal);
        double[] bad = function.values(abnormal);
        double right = 0;
        for (double high : good) {
            for (double low : bad) {
                right += high == low ? 0.5 : sign * high > sign * low ? 1 : 0;
            }
        }
        return right / good.length / bad.length;
    }
}
