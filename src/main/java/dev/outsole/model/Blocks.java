package dev.outsole.model;

import dev.outsole.neighbour.NeighbourBlock;
import dev.outsole.neighbour.NeighbourRows;
import dev.outsole.neighbour.PreparedImages;
import dev.outsole.tensor.StageNumbers;
import dev.outsole.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Training rows, or the images that they are made of, in tensors of at most 32 MiB, since there may be more than one array can have. */
final class Blocks {
    private static final String ROWS = "rows_";
    private static final String IMAGES = "images_";
    private static final int MOST_BYTES = 32 << 20;

    private Blocks() {}

    static Map<String, Tensor> of(NeighbourRows rows) {
        Map<String, Tensor> tensors = new TreeMap<>();
        for (NeighbourBlock block : rows.blocks()) {
            tensors.put(name(ROWS, tensors.size()), Tensor.of(block.entries(), block.count(), block.width()));
        }
        return tensors;
    }

    static List<float[]> rows(StageNumbers numbers) {
        return names(numbers, ROWS).map(numbers::floats).toList();
    }

    /** @param preparation how the rows are made of the images */
    static Map<String, Tensor> of(PreparedImages images, Map<String, Tensor> preparation) {
        Map<String, Tensor> tensors = new TreeMap<>(preparation);
        int height = images.preparation().shape().height();
        int width = images.preparation().shape().width();
        byte[][] pixels = images.pixels();
        int most = Math.max(1, MOST_BYTES / (height * width));
        for (int from = 0; from < pixels.length; from += most) {
            int count = Math.min(most, pixels.length - from);
            byte[] block = new byte[count * height * width];
            for (int i = 0; i < count; i++) {
                System.arraycopy(pixels[from + i], 0, block, i * height * width, height * width);
            }
            tensors.put(name(IMAGES, from / most), Tensor.of(block, count, height, width));
        }
        return tensors;
    }

    static boolean areImages(StageNumbers numbers) {
        return numbers.has(name(IMAGES, 0));
    }

    static byte[][] images(StageNumbers numbers) {
        return names(numbers, IMAGES)
                .map(numbers::bytes)
                .flatMap(Blocks::images)
                .toArray(byte[][]::new);
    }

    private static Stream<byte[]> images(Tensor block) {
        byte[] pixels = block.bytes().array();
        int length = pixels.length / block.shape().get(0);
        return IntStream.range(0, block.shape().get(0))
                .mapToObj(i -> Arrays.copyOfRange(pixels, i * length, (i + 1) * length));
    }

    /** Of at least one, which may be missing. */
    private static Stream<String> names(StageNumbers numbers, String prefix) {
        return IntStream.iterate(0, i -> i == 0 || numbers.has(name(prefix, i)), i -> i + 1)
                .mapToObj(i -> name(prefix, i));
    }

    private static String name(String prefix, int number) {
        return String.format(Locale.ROOT, prefix + "%05d", number);
    }
}
