package org.spike4j.examples.plot;

import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Loss, and accuracy in training and validation, over the epochs: two charts side by side. */
public final class LearningCurve {
    private static final int CHART_WIDTH = Theme.WIDTH / 2;
    private static final int HEIGHT = 340;

    private LearningCurve() {}

    /**
     * Draws the curve.
     *
     * @param points the epochs in order, at least one; not modified
     * @return the drawing
     */
    public static Picture draw(List<EpochPoint> points) {
        if (points.isEmpty()) {
            throw new IllegalArgumentException("a learning curve needs at least one epoch, was given none");
        }
        LineChart loss = loss(points);
        LineChart accuracy = accuracy(points);
        return new Picture(Theme.WIDTH, HEIGHT, page -> {
            AffineTransform left = page.getTransform();
            loss.paint(page, CHART_WIDTH, HEIGHT);
            page.translate(CHART_WIDTH, 0);
            accuracy.paint(page, CHART_WIDTH, HEIGHT);
            page.setTransform(left);
        });
    }

    private static LineChart loss(List<EpochPoint> epochs) {
        double highest = epochs.stream()
                .mapToDouble(EpochPoint::loss)
                .filter(Double::isFinite)
                .max()
                .orElse(1);
        Curve training = curve("training", Theme.BLUE, false, epochs, EpochPoint::loss);
        return new LineChart("Loss", "Epoch", "Loss", highest > 0 ? highest * 1.05 : 1, List.of(training));
    }

    private static LineChart accuracy(List<EpochPoint> epochs) {
        Curve training = curve("training", Theme.BLUE, false, epochs, e -> 100 * e.trainAccuracy());
        Curve validation = curve("validation", Theme.ORANGE, true, epochs, e -> 100 * e.validationAccuracy());
        return new LineChart(title(epochs), "Epoch", "Accuracy (%)", 100, List.of(training, validation));
    }

    private static String title(List<EpochPoint> epochs) {
        Optional<EpochPoint> best = epochs.stream()
                .filter(e -> Double.isFinite(e.validationAccuracy()))
                .max(Comparator.comparingDouble(EpochPoint::validationAccuracy));
        return best.map(e -> String.format(
                        Locale.ROOT,
                        "Accuracy: best validation %.1f %% in epoch %d",
                        100 * e.validationAccuracy(),
                        e.epoch()))
                .orElse("Accuracy");
    }

    private static Curve curve(
            String name, Color colour, boolean dashed, List<EpochPoint> epochs, ToDoubleFunction<EpochPoint> value) {
        double[] x = epochs.stream().mapToDouble(EpochPoint::epoch).toArray();
        return new Curve(
                name, colour, dashed, x, epochs.stream().mapToDouble(value).toArray());
    }
}
