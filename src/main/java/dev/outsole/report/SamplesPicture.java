package dev.outsole.report;

import dev.outsole.image.ClassPair;
import dev.outsole.image.ImageShape;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.util.List;

/** Some images of both classes in two blocks, the normal ones above. */
public final class SamplesPicture implements Picture {
    private static final int BETWEEN_BLOCKS = 16;

    private final List<SampleBlock> blocks;

    private SamplesPicture(List<SampleBlock> blocks) {
        this.blocks = blocks;
    }

    /**
     * All the images given, ten to a row.
     *
     * @param normal images of the normal class: unsigned bytes, row by row, 0 is black
     * @param abnormal images of the abnormal class
     * @throws IllegalArgumentException if there are none of a class, or one isn't of the shape
     */
    public static Picture of(ClassPair pair, ImageShape shape, List<byte[]> normal, List<byte[]> abnormal) {
        return new SamplesPicture(List.of(
                new SampleBlock("normal: " + Printable.name(pair.normal().name()), shape, normal),
                new SampleBlock("abnormal: " + Printable.name(pair.abnormal().name()), shape, abnormal)));
    }

    @Override
    public String name() {
        return "samples";
    }

    @Override
    public int width() {
        return 2 * HouseStyle.MARGIN
                + blocks.stream().mapToInt(SampleBlock::width).max().orElseThrow();
    }

    @Override
    public int height() {
        int between = BETWEEN_BLOCKS * (blocks.size() - 1);
        return 2 * HouseStyle.MARGIN
                + between
                + blocks.stream().mapToInt(SampleBlock::height).sum();
    }

    @Override
    public void paint(Graphics2D graphics) {
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        graphics.setColor(HouseStyle.PAPER);
        graphics.fillRect(0, 0, width(), height());
        int top = HouseStyle.MARGIN;
        for (SampleBlock block : blocks) {
            block.paint(graphics, HouseStyle.MARGIN, top);
            top += block.height() + BETWEEN_BLOCKS;
        }
    }
}
