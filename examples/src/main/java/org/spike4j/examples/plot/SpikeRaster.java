package org.spike4j.examples.plot;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;

/**
 * The spikes of every layer for one sample: one panel per layer, time to the right, neurons from top to bottom. Layers
 * with more neurons than fit are shown by evenly spaced neurons, and say so.
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
        int rows = Math.min(MOST_ROWS, layer.neurons());
        page.setColor(Theme.GRID);
        page.draw(new Rectangle2D.Double(left, top, room, PANEL));
        double step = (double) room / layer.steps();
        double row = (double) PANEL / rows;
        page.setColor(Theme.BLUE);
        for (int t = 0; t < layer.steps(); t++) {
            for (int r = 0; r < rows; r++) {
                int neuron = (int) ((long) r * layer.neurons() / rows);
                if (layer.spikes()[t][neuron] != 0) {
                    page.fill(new Rectangle2D.Double(
                            left + t * step + 0.12 * step, top + r * row, 0.76 * step, Math.max(1, row * 0.86)));
                }
            }
        }
        names(page, layer, rows, left, top);
    }

    private static void names(Graphics2D page, LayerRaster layer, int rows, int left, int top) {
        page.setFont(Theme.LABEL);
        page.setColor(Theme.INK);
        Theme.right(page, Theme.fit(page, layer.layer(), NAMES - 12), left - 12, top + 18);
        page.setFont(Theme.SMALL);
        page.setColor(Theme.MUTED);
        String neurons = rows == layer.neurons() ? rows + " neurons" : rows + " of " + layer.neurons() + " neurons";
        Theme.right(page, neurons, left - 12, top + 36);
        Theme.right(page, String.format(Locale.ROOT, "%.1f %% fire", 100 * layer.rate()), left - 12, top + 52);
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
