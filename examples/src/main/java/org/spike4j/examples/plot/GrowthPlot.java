package org.spike4j.examples.plot;

import java.awt.geom.AffineTransform;
import java.util.List;

/** Time and peak memory of a training step over several quantities: a row for each quantity, logarithmic axes. */
public final class GrowthPlot {
    private static final int CHART_WIDTH = Theme.WIDTH / 2;
    private static final int CHART_HEIGHT = 300;

    private GrowthPlot() {}

    /**
     * Draws the plot.
     *
     * @param series a row each, at least one; not modified
     * @return the drawing
     */
    public static Picture draw(List<GrowthSeries> series) {
        if (series.isEmpty()) {
            throw new IllegalArgumentException("a growth plot needs at least one quantity, was given none");
        }
        return new Picture(Theme.WIDTH, series.size() * CHART_HEIGHT, page -> {
            AffineTransform corner = page.getTransform();
            for (int row = 0; row < series.size(); row++) {
                GrowthSeries one = series.get(row);
                page.translate(0, row * CHART_HEIGHT);
                new LogLogChart("Time over " + one.quantity(), "ms per step", Theme.BLUE, one.x(), one.milliseconds())
                        .paint(page, CHART_WIDTH, CHART_HEIGHT);
                page.translate(CHART_WIDTH, 0);
                new LogLogChart("Memory over " + one.quantity(), "peak MB", Theme.ORANGE, one.x(), one.megabytes())
                        .paint(page, CHART_WIDTH, CHART_HEIGHT);
                page.setTransform(corner);
            }
        });
    }
}
