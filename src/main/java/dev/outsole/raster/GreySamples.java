package dev.outsole.raster;

import java.util.Optional;

/**
 * Makes samples grey.
 *
 * @param channels 1 grey, 2 grey and alpha, 3 RGB, 4 RGB and alpha
 * @param largest value of a sample
 */
record GreySamples(int channels, int largest, Optional<Profile> profile) {

    /** Converts {@code count} pixels into {@code grey}, from {@code at} on, every {@code step}-th. */
    void convert(int[] samples, int count, byte[] grey, int at, int step) {
        if (channels <= 2) {
            for (int i = 0; i < count; i++) {
                double opacity = channels == 1 ? 1 : samples[2 * i + 1] / (double) largest;
                grey[at + i * step] = Luminance.ofGrey(samples[i * channels], largest, opacity);
            }
            return;
        }
        byte[] rgb = new byte[3 * count];
        for (int i = 0; i < count; i++) {
            for (int c = 0; c < 3; c++) {
                rgb[3 * i + c] = eight(samples[i * channels + c]);
            }
        }
        profile.ifPresent(own -> own.convert(rgb));
        for (int i = 0; i < count; i++) {
            int alpha = channels == 3 ? Luminance.LARGEST_BYTE : eight(samples[i * channels + 3]) & 0xff;
            grey[at + i * step] = Luminance.of(rgb[3 * i] & 0xff, rgb[3 * i + 1] & 0xff, rgb[3 * i + 2] & 0xff, alpha);
        }
    }

    private byte eight(int sample) {
        return (byte) (largest == Luminance.LARGEST_BYTE ? sample : Math.round(sample * 255.0 / largest));
    }
}
