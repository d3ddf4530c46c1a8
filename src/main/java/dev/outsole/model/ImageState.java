package dev.outsole.model;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * An image on its way through the steps of a model.
 *
 * @param features what the next step works on; not copied
 * @param complexity of the image, once a step has measured it
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier between steps, never compared
record ImageState(
        float[] features,
        OptionalDouble complexity,
        List<Float> embedding,
        OptionalDouble reconstructionError,
        OptionalDouble decisionValue) {

    static ImageState of(float[] features) {
        return new ImageState(
                features, OptionalDouble.empty(), List.of(), OptionalDouble.empty(), OptionalDouble.empty());
    }

    ImageState prepared(float[] others, double measured) {
        return new ImageState(others, OptionalDouble.of(measured), embedding, reconstructionError, decisionValue);
    }

    ImageState embedded(float[] coordinates, double error) {
        List<Float> list = IntStream.range(0, coordinates.length)
                .mapToObj(i -> coordinates[i])
                .toList();
        return new ImageState(coordinates, complexity, list, OptionalDouble.of(error), decisionValue);
    }

    /** Where a network is asked for its error alone, its code isn't among the results. */
    ImageState withoutEmbedding() {
        return new ImageState(features, complexity, List.of(), reconstructionError, decisionValue);
    }

    ImageState decided(double value) {
        return new ImageState(features, complexity, embedding, reconstructionError, OptionalDouble.of(value));
    }
}
