package org.spike4j.examples.plot;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;

/**
 * The spikes of every layer for one sample: one panel per layer, time to the right, neurons from top to bottom. Layers
 * with more neurons than fit are shown by evenly spaced ones of those that fire at all, and say so.
 */
public final class SpikeRaster {
    private static final int NAMES = 170;
    private static final int PANEL = 120;
    private static final int GAP = 14;
    private static final int FOOT = 52;
    private static final int LABEL_SPACE = 30;
    private static final int MOST_ROWS = 120;

    private SpikeRaster() {}

    /**
     * Draws the raster.
     *
     * @param sample what the sample is, for the title
     * @param layers the layers from input to output with equal numbers of steps, at least one; not modified
     * @return the drawing
     */
    public static Picture draw(String sample, List<LayerRaster> layers) {
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("a raster needs at least one layer, was given none");
        }
        int steps = layers.get(0).steps();
        for (LayerRaster layer : layers) {
            if (layer.steps() != steps) {
                throw new IllegalArgumentException("layer " + layer.layer() + " must have " + steps
                        + " steps as the first layer, had " + layer.steps());
            }
        }
        List<LayerRaster> panels = List.copyOf(layers);
        int height = Theme.HEAD + panels.size() * (PANEL + GAP) + FOOT;
        return new Picture(Theme.WIDTH, height, page -> paint(page, sample, panels));
    }

    private static void paint(Graphics2D page, String sample, List<LayerRaster> panels) {
        Theme.head(page, "Spikes of one test sample: " + sample, "one row per neuron, one mark per spike");
        int left = Theme.MARGIN + NAMES;
        int room = Theme.WIDTH - left - Theme.MARGIN;
        int top = Theme.HEAD;
        for (LayerRaster panel : panels) {
            panel(page, panel, left, top, room);
            top += PANEL + GAP;
        }
        timeAxis(page, panels.get(0).steps(), left, top - GAP, room);
    }

    private static void panel(Graphics2D page, LayerRaster layer, int left, int top, int room) {
        int[] rows = layer.rows(MOST_ROWS);
        page.setColor(Theme.GRID);
        page.draw(new Rectangle2D.Double(left, top, room, PANEL));
        double step = (double) room / layer.steps();
        double row = (double) PANEL / Math.max(1, rows.length);
        double mark = row > 3 ? row * 0.8 : Math.max(1, row);
        page.setColor(Theme.BLUE);
        for (int t = 0; t < layer.steps(); t++) {
            for (int r = 0; r < rows.length; r++) {
                if (layer.spikes()[t][rows[r]] != 0) {
                    page.fill(new Rectangle2D.Double(
                            left + t * step + 0.12 * step, top + (r + 0.5) * row - mark / 2, 0.76 * step, mark));
                }
            }
        }
        names(page, layer, rows.length, left - 12, top);
    }

    private static void names(Graphics2D page, LayerRaster layer, int rows, int right, int top) {
        page.setFont(Theme.LABEL);
        page.setColor(Theme.INK);
        Theme.right(page, Theme.fit(page, layer.layer(), NAMES - 12), right, top + 18);
        page.setFont(Theme.SMALL);
        page.setColor(Theme.MUTED);
        Theme.right(page, String.format(Locale.ROOT, "%,d neurons", layer.neurons()), right, top + 37);
        Theme.right(page, String.format(Locale.ROOT, "%.1f %% fire in a step", 100 * layer.rate()), right, top + 53);
        if (rows < layer.neurons()) {
            Theme.right(page, rows + " that fire are shown", right, top + 69);
        }
    }

    private static void timeAxis(Graphics2D page, int steps, int left, int bottom, int room) {
        page.setFont(Theme.SMALL);
        page.setColor(Theme.MUTED);
        double width = (double) room / steps;
        int every = (int) Math.max(1, Ticks.step(steps, Math.max(1, room / LABEL_SPACE)));
        for (int t = every - 1; t < steps; t += every) {
            Theme.centre(page, String.valueOf(t + 1), left + (t + 0.5) * width, bottom + 16);
        }
        page.setFont(Theme.LABEL);
        page.setColor(Theme.INK);
        Theme.centre(page, "Time step", left + room / 2.0, bottom + 38);
    }
}
