package dev.outsole.autoencoder;

/**
 * What an autoencoder makes of some images; not copied.
 *
 * @param embedding coordinates at the bottleneck, {@code [n × latentDim]}, each ≥ 0
 * @param error mean squared error of the reconstruction per pixel, {@code [n]}
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier of many numbers, never compared
public record Reconstruction(float[][] embedding, double[] error) {}
