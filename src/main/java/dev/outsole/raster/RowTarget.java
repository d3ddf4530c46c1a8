package dev.outsole.raster;

/** Takes an image row by row, from the top. */
interface RowTarget {

    /** Comes first: how many rows will come, and how long they are. */
    void begin(int rows, int columns);

    /** The next row, an unsigned byte a pixel; valid during the call. */
    void row(byte[] grey);
}
