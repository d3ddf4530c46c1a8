package dev.outsole.jpeg;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a JPEG file says of its image (a frame header, T.81 B.2.2).
 *
 * @param process the number of its start-of-frame marker: 0 baseline, 1 extended sequential, 2 progressive, others are rare
 * @param precision bits a sample
 */
public record JpegFrame(int process, int precision, int height, int width, List<Component> components) {
    private static final int MOST_BLOCKS_A_UNIT = 10;

    /**
     * A colour component.
     *
     * @param horizontal samples of it for each unit, from 1 to 4
     * @param vertical the same from top to bottom
     * @param table number of its quantization table
     */
    public record Component(int id, int horizontal, int vertical, int table) {}

    public JpegFrame {
        components = List.copyOf(components);
    }

    static JpegFrame read(int marker, byte[] segment) throws IOException {
        if (segment.length < 6 || segment.length < 6 + 3 * (segment[5] & 0xff)) {
            throw new IOException("a frame header that is cut off");
        }
        List<Component> components = new ArrayList<>();
        for (int i = 6; components.size() < segment[5]; i += 3) {
            int sampling = segment[i + 1] & 0xff;
            components.add(new Component(segment[i] & 0xff, sampling >> 4, sampling & 15, segment[i + 2] & 0xff));
        }
        JpegFrame frame = new JpegFrame(marker - 0xc0, segment[0], number(segment, 1), number(segment, 3), components);
        frame.check();
        return frame;
    }

    private void check() throws IOException {
        if (height == 0 || width == 0) {
            throw new IOException(height + " × " + width + " pixels");
        }
        int blocks = 0;
        for (Component component : components) {
            blocks += component.horizontal * component.vertical;
            if (component.horizontal < 1
                    || component.horizontal > 4
                    || component.vertical < 1
                    || component.vertical > 4
                    || component.table > 3) {
                throw new IOException("a component that no image has: " + component);
            }
        }
        if (components.isEmpty() || components.size() > 4 || (components.size() > 1 && blocks > MOST_BLOCKS_A_UNIT)) {
            throw new IOException(components.size() + " components of " + blocks + " blocks");
        }
    }

    static int number(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
    }

    static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    /** Whether {@link ScaledJpeg} can decode it: Huffman-coded, 8 bits a sample, sequential or progressive. */
    public boolean isCommon() {
        return process <= 2 && precision == 8;
    }

    boolean isProgressive() {
        return process == 2;
    }

    int mostHorizontal() {
        return components.stream().mapToInt(Component::horizontal).max().orElseThrow();
    }

    int mostVertical() {
        return components.stream().mapToInt(Component::vertical).max().orElseThrow();
    }

    /** Units of all components side by side, from left to right. */
    int unitsAcross() {
        return parts(width, 8 * mostHorizontal());
    }

    int unitsDown() {
        return parts(height, 8 * mostVertical());
    }

    static int parts(int whole, int size) {
        return (whole + size - 1) / size;
    }
}
