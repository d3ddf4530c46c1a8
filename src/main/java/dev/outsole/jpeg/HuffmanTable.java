package dev.outsole.jpeg;

import java.io.IOException;

/** A Huffman table (T.81 annex C): codes of at most {@value #LOOK} bits are looked up, longer ones are compared length by length. */
final class HuffmanTable {
    static final int LOOK = 10;
    private static final int LONGEST = 16;
    /** Where a scan needs none. */
    static final HuffmanTable NONE = new HuffmanTable(new byte[0]);

    /** By the next bits: length << 8 | symbol, or 0 for a longer code. */
    private final short[] found = new short[1 << LOOK];
    /** By length: beyond the largest code of it, aligned to the left in 16 bits; and where its symbols start. */
    private final int[] limit = new int[LONGEST + 2];

    private final int[] offset = new int[LONGEST + 1];
    private final byte[] symbols;

    private HuffmanTable(byte[] symbols) {
        this.symbols = symbols;
        limit[LONGEST + 1] = Integer.MAX_VALUE;
    }

    /**
     * @param counts how many codes there are of each length from 1 to 16
     * @param symbols in the order of their codes
     */
    HuffmanTable(int[] counts, byte[] symbols) throws IOException {
        this(symbols);
        int code = 0;
        int index = 0;
        for (int length = 1; length <= LONGEST; length++) {
            offset[length] = index - code;
            for (int i = 0; i < counts[length - 1]; i++) {
                note(code++, length, symbols[index++] & 0xff);
            }
            if (code > 1 << length) {
                throw new IOException("a Huffman table with more codes than there are");
            }
            limit[length] = code << (LONGEST - length);
            code <<= 1;
        }
    }

    private void note(int code, int length, int symbol) {
        if (length <= LOOK && code < 1 << length) {
            int first = code << (LOOK - length);
            for (int i = 0; i < 1 << (LOOK - length); i++) {
                found[first + i] = (short) (length << 8 | symbol);
            }
        }
    }

    /** The next symbol, from 0 to 255. At least 16 bits must be there or the data end. */
    int next(BitReader bits) throws IOException {
        int entry = found[bits.peek(LOOK)];
        if (entry != 0) {
            bits.skip(entry >> 8);
            return entry & 0xff;
        }
        int code = bits.peek(LONGEST);
        int length = LOOK + 1;
        while (code >= limit[length]) {
            length++;
        }
        if (length > LONGEST) {
            throw new IOException("a code that its Huffman table doesn't have");
        }
        bits.skip(length);
        return symbols[(code >> (LONGEST - length)) + offset[length]] & 0xff;
    }
}
