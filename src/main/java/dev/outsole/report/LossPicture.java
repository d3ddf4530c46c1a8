package dev.outsole.report;

import dev.outsole.image.ImageClass;
import java.awt.Color;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** An autoencoder's loss, the mean squared error per pixel, after each epoch. */
public final class LossPicture {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 420;
    /** So few epochs show each as a point; a single one has no line to show. */
    private static final int FEW = 20;

    private LossPicture() {}

    /**
     * Of training alone.
     *
     * @param training loss after epoch 1, 2, …; at least one
     */
    public static Picture of(ImageClass normal, double[] training) {
        return of(normal, training, new double[0]);
    }

    /**
     * Of training and, if there are such, of images that were held back.
     *
     * @param training loss after epoch 1, 2, …; at least one
     * @param validation the same for the images held back; may be empty
     */
    public static Picture of(ImageClass normal, double[] training, double[] validation) {
        check(training, validation);
        AxisRange epochs = new AxisRange(0, Math.max(2, Math.max(training.length, validation.length)));
        AxisRange losses = AxisRange.fromZero(DoubleStream.concat(Arrays.stream(training), Arrays.stream(validation)));
        Plot plot = new Plot(
                "Training loss: " + Printable.name(normal.name()) + " (normal)",
                new Axis("Epoch", epochs, 0),
                new Axis("Mean squared error per pixel", losses));
        draw(plot, "training", training, HouseStyle.SERIES.get(0));
        if (validation.length > 0) {
            draw(plot, "validation", validation, HouseStyle.SERIES.get(1));
        }
        return plot.picture("loss", WIDTH, HEIGHT);
    }

    private static void check(double[] training, double[] validation) {
        if (training.length == 0) {
            throw new IllegalArgumentException("no training loss to draw: give one for each epoch");
        }
        DoubleStream.concat(Arrays.stream(training), Arrays.stream(validation)).forEach(loss -> {
            if (!(loss >= 0 && Double.isFinite(loss))) {
                throw new IllegalArgumentException(
                        "loss " + loss + ": a mean squared error is finite and not negative");
            }
        });
    }

    private static void draw(Plot plot, String name, double[] losses, Color color) {
        double[] epochs =
                IntStream.rangeClosed(1, losses.length).asDoubleStream().toArray();
        String label = String.format(Locale.ROOT, "%s (last %.4f)", name, losses[losses.length - 1]);
        Marker marker = losses.length <= FEW ? SeriesMarkers.CIRCLE : SeriesMarkers.NONE;
        plot.explain(new LegendEntry(label, color, HouseStyle.LINE, marker));
        plot.line(epochs, losses, color, HouseStyle.LINE, marker);
    }
}
