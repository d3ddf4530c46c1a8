package dev.outsole.png;

import java.io.IOException;

/** Undoes what was done to rows so that they pack well (ISO/IEC 15948, clause 9): each byte is the difference from what its neighbours foretell. */
final class RowFilter {
    private final int distance;
    private byte[] above;
    private byte[] row;
    private final byte[] kind = new byte[1];

    /**
     * @param bytes of a row
     * @param distance in bytes, to the same byte of the pixel on the left
     */
    RowFilter(int bytes, int distance) {
        this.distance = distance;
        this.above = new byte[bytes];
        this.row = new byte[bytes];
    }

    /** The next row; valid until the one after it. */
    byte[] next(PixelData data) throws IOException {
        byte[] next = above;
        above = row;
        row = next;
        data.read(kind, 1);
        data.read(row, row.length);
        switch (kind[0]) {
            case 0 -> {
                // As it is.
            }
            case 1 -> addLeft();
            case 2 -> addAbove();
            case 3 -> addMean();
            case 4 -> addPaeth();
            default -> throw new IOException("a row of filter " + kind[0] + ", which there isn't");
        }
        return row;
    }

    private void addLeft() {
        for (int i = distance; i < row.length; i++) {
            row[i] += row[i - distance];
        }
    }

    private void addAbove() {
        for (int i = 0; i < row.length; i++) {
            row[i] += above[i];
        }
    }

    private void addMean() {
        for (int i = 0; i < row.length; i++) {
            int left = i < distance ? 0 : row[i - distance] & 0xff;
            row[i] += (byte) ((left + (above[i] & 0xff)) >> 1);
        }
    }

    private void addPaeth() {
        for (int i = 0; i < row.length; i++) {
            boolean first = i < distance;
            int left = first ? 0 : row[i - distance] & 0xff;
            int corner = first ? 0 : above[i - distance] & 0xff;
            row[i] += (byte) paeth(left, above[i] & 0xff, corner);
        }
    }

    private static int paeth(int left, int above, int corner) {
        int fromLeft = Math.abs(above - corner);
        int fromAbove = Math.abs(left - corner);
        int fromCorner = Math.abs(left + above - 2 * corner);
        if (fromLeft <= fromAbove && fromLeft <= fromCorner) {
            return left;
        }
        return fromAbove <= fromCorner ? above : corner;
    }
}
