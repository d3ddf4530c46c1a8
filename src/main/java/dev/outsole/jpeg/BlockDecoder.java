package dev.outsole.jpeg;

import java.io.IOException;

/** Decodes one block after the other of a scan (T.81 F.2.2 and G.1.2). */
abstract class BlockDecoder {
    final BitReader bits;

    BlockDecoder(BitReader bits) {
        this.bits = bits;
    }

    /** Decodes what the scan has of a block. */
    abstract void decode(Coefficients component, int block, HuffmanTable dc, HuffmanTable ac) throws IOException;

    /** Starts anew after a restart marker. */
    void restart() throws IOException {}

    static BlockDecoder of(JpegFrame frame, Scan scan, BitReader bits) throws IOException {
        if (!frame.isProgressive()) {
            return new Sequential(bits);
        }
        scan.check();
        if (scan.first() == 0) {
            return new FirstCoefficient(bits, scan);
        }
        return scan.high() == 0 ? new Band(bits, scan) : new RefinedBand(bits, scan);
    }

    final int difference(HuffmanTable table) throws IOException {
        int length = table.next(bits);
        if (length > 15) {
            throw new IOException("a difference of " + length + " bits");
        }
        return bits.signed(length);
    }

    static IOException beyond() {
        return new IOException("more coefficients than a block has");
    }

    /** All 64 coefficients at once. */
    private static final class Sequential extends BlockDecoder {
        Sequential(BitReader bits) {
            super(bits);
        }

        @Override
        void decode(Coefficients component, int block, HuffmanTable dc, HuffmanTable ac) throws IOException {
            component.last += difference(dc);
            component.set(block, 0, component.last);
            int index = 1;
            while (index < 64) {
                int symbol = ac.next(bits);
                int length = symbol & 15;
                index += symbol >> 4;
                if (length == 0) {
                    if (symbol != 0xf0) {
                        return;
                    }
                } else if (index > 63) {
                    throw beyond();
                } else if (component.needs(index)) {
                    component.set(block, index, bits.signed(length));
                } else {
                    bits.take(length);
                }
                index++;
            }
        }
    }

    private static final class FirstCoefficient extends BlockDecoder {
        private final Scan scan;

        FirstCoefficient(BitReader bits, Scan scan) {
            super(bits);
            this.scan = scan;
        }

        @Override
        void decode(Coefficients component, int block, HuffmanTable dc, HuffmanTable ac) throws IOException {
            if (scan.high() == 0) {
                component.last += difference(dc);
                component.set(block, 0, component.last << scan.low());
            } else {
                component.or(block, bits.take(1) << scan.low());
            }
        }
    }

    /** The first scan of some coefficients; runs of blocks without any are counted. */
    private static class Band extends BlockDecoder {
        final Scan scan;
        int run;

        Band(BitReader bits, Scan scan) {
            super(bits);
            this.scan = scan;
        }

        @Override
        void restart() throws IOException {
            if (run > 0) {
                throw new IOException("a run of blocks beyond the end of a scan");
            }
        }

        @Override
        void decode(Coefficients component, int block, HuffmanTable dc, HuffmanTable ac) throws IOException {
            if (run > 0) {
                run--;
                return;
            }
            int index = scan.first();
            while (index <= scan.last()) {
                int symbol = ac.next(bits);
                int length = symbol & 15;
                int zeros = symbol >> 4;
                if (length == 0 && zeros < 15) {
                    run = blocks(zeros) - 1;
                    return;
                }
                index += zeros;
                if (length > 0) {
                    if (index > scan.last()) {
                        throw beyond();
                    }
                    component.set(block, index, bits.signed(length) << scan.low());
                    component.note(block, index);
                }
                index++;
            }
        }

        /** How many blocks have no more coefficients in this band, this one among them. */
        final int blocks(int length) throws IOException {
            return (1 << length) + (length == 0 ? 0 : bits.take(length));
        }
    }

    /** One bit more of some coefficients: of those that aren't 0 yet, and those that become it. */
    private static final class RefinedBand extends Band {
        RefinedBand(BitReader bits, Scan scan) {
            super(bits, scan);
        }

        @Override
        void decode(Coefficients component, int block, HuffmanTable dc, HuffmanTable ac) throws IOException {
            int index = scan.first();
            while (run == 0 && index <= scan.last()) {
                int symbol = ac.next(bits);
                int length = symbol & 15;
                int zeros = symbol >> 4;
                if (length == 0 && zeros < 15) {
                    run = blocks(zeros);
                    break;
                }
                int sign = length == 0 ? 0 : bits.take(1) == 1 ? 1 : -1;
                index = pass(component, block, index, zeros);
                if (sign != 0) {
                    if (index > scan.last()) {
                        throw beyond();
                    }
                    component.set(block, index, sign << scan.low());
                    component.note(block, index);
                }
                index++;
            }
            if (run > 0) {
                pass(component, block, index, 64);
                run--;
            }
        }

        /** Passes so many coefficients that are still 0, and refines the others before and between them. */
        private int pass(Coefficients component, int block, int from, int zeros) throws IOException {
            int index = from;
            int left = zeros;
            while (index <= scan.last()) {
                if (component.isNonZero(block, index)) {
                    if (bits.take(1) == 1) {
                        component.refine(block, index, 1 << scan.low());
                    }
                } else if (left-- == 0) {
                    return index;
                }
                index++;
            }
            return index;
        }
    }
}
