package dev.outsole.tune;

import dev.outsole.image.ImageShape;

/** The places of an image's pixels. */
final class Pixels {

    private Pixels() {}

    /** Something done at each place. */
    interface Visitor {
        void visit(int row, int column);
    }

    static void forEach(ImageShape shape, Visitor visitor) {
        for (int row = 0; row < shape.height(); row++) {
            for (int column = 0; column < shape.width(); column++) {
                visitor.visit(row, column);
            }
        }
    }

    static boolean inside(ImageShape shape, int row, int column) {
        return row >= 0 && row < shape.height() && column >= 0 && column < shape.width();
    }
}
