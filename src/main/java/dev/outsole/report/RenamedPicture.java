package dev.outsole.report;

import java.awt.Graphics2D;
import java.util.Set;

/** A picture whose files are called otherwise. */
record RenamedPicture(String name, Picture picture) implements Picture {

    @Override
    public int width() {
        return picture.width();
    }

    @Override
    public int height() {
        return picture.height();
    }

    @Override
    public void paint(Graphics2D graphics) {
        picture.paint(graphics);
    }

    @Override
    public Set<String> outlinedTexts() {
        return picture.outlinedTexts();
    }
}
