package org.spike4j.examples.plot;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Accuracy of a network over the steps it is given, or takes until it is sure. */
public final class AccuracyOverTime {
    private static final int HEIGHT = 340;

    private AccuracyOverTime() {}

    /**
     * A test.
     *
     * @param steps steps of a sample, or their mean
     * @param accuracy share of the samples that were classified right, 0 to 1
     */
    public record Point(double steps, double accuracy) {}

    /**
     * Draws the tests.
     *
     * @param fixed tests of samples of as many steps each; not modified
     * @param earlyExit tests that stop at a margin; not modified
     * @return the drawing
     * @throws IllegalArgumentException if there is no test at all
     */
    public static Picture draw(List<Point> fixed, List<Point> earlyExit) {
        List<Curve> curves = new ArrayList<>();
        add(curves, "fixed number of steps", Theme.BLUE, false, fixed);
        add(curves, "until sure, mean steps", Theme.ORANGE, true, earlyExit);
        if (curves.isEmpty()) {
            throw new IllegalArgumentException("accuracy over time needs at least one test, was given none");
        }
        LineChart chart = new LineChart("Accuracy over time", "Steps of a sample", "Accuracy (%)", 100, curves);
        return new Picture(Theme.WIDTH, HEIGHT, page -> chart.paint(page, Theme.WIDTH, HEIGHT));
    }

    private static void add(List<Curve> curves, String name, Color colour, boolean dashed, List<Point> points) {
        if (points.isEmpty()) {
            return;
        }
        List<Point> ascending = new ArrayList<>(points);
        ascending.sort(Comparator.comparingDouble(Point::steps));
        double[] x = ascending.stream().mapToDouble(Point::steps).toArray();
        double[] y = ascending.stream().mapToDouble(p -> 100 * p.accuracy()).toArray();
        curves.add(new Curve(name, colour, dashed, x, y));
    }
}
