package dev.outsole.image;

/** From unsigned bytes to numbers: 0 to 255 become 0 to 1. */
public final class PixelScale {
    /** Of every byte: to look one up is quicker than to divide. */
    private static final float[] SCALED = scaled();

    private PixelScale() {}

    /** The pixels times 1/255, in [0, 1]. */
    public static float[] toUnit(byte[] pixels) {
        float[] image = new float[pixels.length];
        for (int i = 0; i < image.length; i++) {
            image[i] = SCALED[pixels[i] & 0xff];
        }
        return image;
    }

    private static float[] scaled() {
        float[] scaled = new float[256];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = i / 255f;
        }
        return scaled;
    }
}
