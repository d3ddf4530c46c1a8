package dev.outsole.tune;

import dev.outsole.image.ImageShape;
import java.util.Locale;
import java.util.Random;

/**
 * Ways to make an abnormal image of a normal one. None knows anything of real anomalies, and no one alone stands for them: a setting should
 * do well on all.
 */
public enum SyntheticAnomaly {
    /** Moved by a seventh of its height or width up, down, left or right (Golan and El-Yaniv 2018). */
    SHIFT {
        @Override
        float[] of(float[] image, float[] other, ImageShape shape, Random random) {
            int direction = random.nextBoolean() ? 1 : -1;
            boolean vertical = random.nextBoolean();
            int down = vertical ? direction * (shape.height() + 6) / 7 : 0;
            int right = vertical ? 0 : direction * (shape.width() + 6) / 7;
            float[] shifted = new float[image.length];
            Pixels.forEach(shape, (row, column) -> {
                int fromRow = row - down;
                int fromColumn = column - right;
                if (Pixels.inside(shape, fromRow, fromColumn)) {
                    shifted[row * shape.width() + column] = image[fromRow * shape.width() + fromColumn];
                }
            });
            return shifted;
        }
    },
    /** Upside down, or left to right. */
    FLIP {
        @Override
        float[] of(float[] image, float[] other, ImageShape shape, Random random) {
            boolean vertical = random.nextBoolean();
            float[] flipped = new float[image.length];
            Pixels.forEach(shape, (row, column) -> {
                int fromRow = vertical ? shape.height() - 1 - row : row;
                int fromColumn = vertical ? column : shape.width() - 1 - column;
                flipped[row * shape.width() + column] = image[fromRow * shape.width() + fromColumn];
            });
            return flipped;
        }
    },
    /** With a rectangle erased (DeVries and Taylor 2017). */
    ERASE {
        @Override
        float[] of(float[] image, float[] other, ImageShape shape, Random random) {
            return Rectangle.draw(shape, random).filled(image, new float[image.length], shape);
        }
    },
    /** With a rectangle of another normal image (Yun et al. 2019; Li et al. 2021). */
    MIX {
        @Override
        float[] of(float[] image, float[] other, ImageShape shape, Random random) {
            return Rectangle.draw(shape, random).filled(image, other, shape);
        }
    };

    /**
     * The abnormal image.
     *
     * @param image entries in [0, 1], row by row; not changed
     * @param other normal image
     */
    abstract float[] of(float[] image, float[] other, ImageShape shape, Random random);

    /** The name in tables, such as {@code shift}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
