package dev.outsole.report;

import dev.outsole.image.ImageShape;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;

/** Images of one class under their label, in rows with thin gaps. */
final class SampleBlock {
    private static final int COLUMNS = 10;
    private static final int GAP = 4;
    /** The label and the space under it. */
    private static final int HEADING = 24;
    /** The longer side of an image, at most, in user units. */
    private static final int LONGEST_SIDE = 56;

    private final String label;
    private final List<BufferedImage> images;
    private final int cellHeight;
    private final int cellWidth;

    SampleBlock(String label, ImageShape shape, List<byte[]> images) {
        if (images.isEmpty()) {
            throw new IllegalArgumentException("no sample image to draw of " + label + ": give at least one");
        }
        this.label = label;
        this.images = images.stream().map(pixels -> GreyImage.of(shape, pixels)).toList();
        this.cellHeight = cell(shape.height(), shape);
        this.cellWidth = cell(shape.width(), shape);
    }

    /** A whole multiple of the pixels where there is room for it, so that all pixels are drawn equally large. */
    private static int cell(int pixels, ImageShape shape) {
        int longest = Math.max(shape.height(), shape.width());
        int multiple = LONGEST_SIDE / longest;
        return multiple > 0 ? pixels * multiple : Math.max(1, (int) ((long) pixels * LONGEST_SIDE / longest));
    }

    int width() {
        return Math.max(COLUMNS * (cellWidth + GAP) - GAP, (int) Math.ceil(HouseStyle.width(label, HouseStyle.TITLE)));
    }

    int height() {
        int rows = (images.size() + COLUMNS - 1) / COLUMNS;
        return HEADING + rows * (cellHeight + GAP) - GAP;
    }

    void paint(Graphics2D graphics, int left, int top) {
        graphics.setColor(HouseStyle.INK);
        graphics.setFont(HouseStyle.fontFor(label, HouseStyle.TITLE));
        graphics.drawString(label, left, top + HouseStyle.TITLE.getSize());
        for (int i = 0; i < images.size(); i++) {
            int x = left + i % COLUMNS * (cellWidth + GAP);
            int y = top + HEADING + i / COLUMNS * (cellHeight + GAP);
            graphics.drawImage(images.get(i), x, y, cellWidth, cellHeight, null);
        }
    }
}
