package dev.outsole.report.page;

import dev.outsole.report.page.PageData.PlaneData;
import dev.outsole.result.Score;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;

/** Numbers as Base64, as small as a chart allows. */
final class Packed {
    private static final int UNSIGNED_SHORT_MAX = 0xFFFF;

    private Packed() {}

    /** uint32 each. */
    static String indices(List<Score> scores) {
        ByteBuffer bytes = buffer(scores.size() * Integer.BYTES);
        scores.forEach(score -> bytes.putInt(score.index()));
        return text(bytes);
    }

    /** uint16 each. */
    static String labels(List<Score> scores) {
        ByteBuffer bytes = buffer(scores.size() * Short.BYTES);
        scores.forEach(score -> bytes.putShort((short) score.label()));
        return text(bytes);
    }

    /** float32 each. */
    static String decisionValues(List<Score> scores) {
        ByteBuffer bytes = buffer(scores.size() * Float.BYTES);
        scores.forEach(score -> bytes.putFloat((float) score.decisionValue()));
        return text(bytes);
    }

    /** Two uint16 each, from the left to the right and from the bottom to the top of the smallest rectangle that holds them all. */
    static PlaneData embedding(List<Score> scores) {
        float[] x = coordinate(scores, 0);
        float[] y = coordinate(scores, 1);
        PlaneData frame = new PlaneData(min(x), max(x), min(y), max(y), scores.size(), 1, "");
        ByteBuffer bytes = buffer(scores.size() * 2 * Short.BYTES);
        for (int i = 0; i < x.length; i++) {
            bytes.putShort(quantised(x[i], frame.left(), frame.right()));
            bytes.putShort(quantised(y[i], frame.bottom(), frame.top()));
        }
        return new PlaneData(frame.left(), frame.right(), frame.bottom(), frame.top(), scores.size(), 1, text(bytes));
    }

    private static float[] coordinate(List<Score> scores, int which) {
        float[] values = new float[scores.size()];
        IntStream.range(0, values.length)
                .forEach(i -> values[i] = scores.get(i).embedding().get(which));
        return values;
    }

    private static float min(float[] values) {
        return (float) IntStream.range(0, values.length)
                .mapToDouble(i -> values[i])
                .min()
                .orElse(0);
    }

    private static float max(float[] values) {
        return (float) IntStream.range(0, values.length)
                .mapToDouble(i -> values[i])
                .max()
                .orElse(0);
    }

    private static short quantised(float value, float low, float high) {
        return high > low ? (short) Math.round((value - low) / (high - low) * UNSIGNED_SHORT_MAX) : 0;
    }

    /** int16 each, as multiples of a unit; what isn't 0 stays on its side of 0. */
    static PlaneData grid(DecisionGrid grid) {
        double largest = Arrays.stream(grid.values()).map(Math::abs).max().orElse(0);
        double unit = largest > 0 ? largest / Short.MAX_VALUE : 1;
        ByteBuffer bytes = buffer(grid.values().length * Short.BYTES);
        for (double value : grid.values()) {
            bytes.putShort((short) (value > 0 ? Math.ceil(value / unit - 1e-9) : Math.floor(value / unit + 1e-9)));
        }
        return new PlaneData(grid.left(), grid.right(), grid.bottom(), grid.top(), grid.size(), unit, text(bytes));
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static String text(ByteBuffer bytes) {
        byte[] all = new byte[bytes.capacity()];
        bytes.rewind().get(all);
        return Base64.getEncoder().encodeToString(all);
    }
}
