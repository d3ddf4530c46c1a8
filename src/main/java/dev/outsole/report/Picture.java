package dev.outsole.report;

import java.awt.Graphics2D;
import java.util.Set;

/**
 * Something that can paint itself on any {@link Graphics2D}, so that one description gives both a PNG and an SVG.
 *
 * <p>A picture keeps its layout while it paints: paint it from one thread at a time.
 */
public interface Picture {
    /** What the picture's files are called, without the extension: {@code roc}. */
    String name();

    /** In user units: one pixel on screen, two in the PNG. */
    int width();

    /** In user units, as {@link #width()}. */
    int height();

    void paint(Graphics2D graphics);

    /** The texts, all of them centred, that {@link #paint} fills as outlines although an SVG should carry them as text. */
    default Set<String> outlinedTexts() {
        return Set.of();
    }

    /** The same in files of another name. */
    default Picture renamed(String name) {
        return new RenamedPicture(name, this);
    }
}
