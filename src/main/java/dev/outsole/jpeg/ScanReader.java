package dev.outsole.jpeg;

import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Decodes a scan, unit by unit, with its restart markers. */
final class ScanReader {
    private final JpegFrame frame;
    private final Scan scan;
    private final BitReader bits;
    private final BlockDecoder blocks;
    private final HuffmanTable[] dc;
    private final HuffmanTable[] ac;

    /** @param tables those for first coefficients, then those for the others, by number */
    ScanReader(JpegFrame frame, Scan scan, JpegStream in, @Nullable HuffmanTable[][] tables) throws IOException {
        this.frame = frame;
        this.scan = scan;
        this.bits = new BitReader(in);
        this.blocks = BlockDecoder.of(frame, scan, bits);
        int count = scan.parts().size();
        this.dc = new HuffmanTable[count];
        this.ac = new HuffmanTable[count];
        for (int i = 0; i < count; i++) {
            dc[i] = table(
                    tables[0][scan.parts().get(i).dcTable()],
                    !frame.isProgressive() || (scan.first() == 0 && scan.high() == 0));
            ac[i] = table(tables[1][scan.parts().get(i).acTable()], !frame.isProgressive() || scan.first() > 0);
        }
    }

    private static HuffmanTable table(@Nullable HuffmanTable table, boolean needed) throws IOException {
        if (table == null && needed) {
            throw new IOException("a scan without its Huffman table");
        }
        return table == null ? HuffmanTable.NONE : table;
    }

    /**
     * Decodes all of it.
     *
     * @param interval units between restart markers, or 0 without
     * @return the marker that ends it
     */
    int read(int interval) throws IOException {
        scan.parts().forEach(part -> part.component().last = 0);
        boolean alone = scan.parts().size() == 1;
        Coefficients only = scan.parts().get(0).component();
        int across = alone ? only.across : frame.unitsAcross();
        int units = across * (alone ? only.down : frame.unitsDown());
        for (int unit = 0; unit < units; unit++) {
            if (interval > 0 && unit > 0 && unit % interval == 0) {
                restart(unit / interval - 1);
            }
            if (alone) {
                blocks.decode(only, unit / across * only.stride + unit % across, dc[0], ac[0]);
            } else {
                decodeUnit(unit % across, unit / across);
            }
        }
        blocks.restart();
        return bits.end();
    }

    private void decodeUnit(int column, int row) throws IOException {
        for (int i = 0; i < dc.length; i++) {
            Coefficients component = scan.parts().get(i).component();
            int horizontal = component.component.horizontal();
            int vertical = component.component.vertical();
            for (int y = 0; y < vertical; y++) {
                int block = (row * vertical + y) * component.stride + column * horizontal;
                for (int x = 0; x < horizontal; x++) {
                    blocks.decode(component, block + x, dc[i], ac[i]);
                }
            }
        }
    }

    private void restart(int number) throws IOException {
        blocks.restart();
        int marker = bits.end();
        if (marker != 0xd0 + number % 8) {
            throw new IOException(String.format(Locale.ROOT, "marker 0x%02x where the data should start anew", marker));
        }
        scan.parts().forEach(part -> part.component().last = 0);
    }
}
