package org.spike4j.examples.plot;

import java.awt.Graphics2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import java.util.Locale;

/** Mean firing rate of each layer as bars, in the order of the network from top to bottom. */
public final class FiringRates {
    private static final int NAMES = 190;
    private static final int VALUES = 70;
    private static final int ROW = 36;
    private static final int BAR = 22;

    private FiringRates() {}

    /**
     * Draws the bars.
     *
     * @param layers the layers from input to output, at least one; not modified
     * @return the drawing
     */
    public static Picture draw(List<LayerRate> layers) {
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("firing rates need at least one layer, were given none");
        }
        List<LayerRate> rows = List.copyOf(layers);
        return new Picture(Theme.WIDTH, Theme.HEAD + ROW * rows.size() + Theme.MARGIN, page -> paint(page, rows));
    }

    private static void paint(Graphics2D page, List<LayerRate> rows) {
        Theme.head(page, "Firing rate per layer", "spikes per neuron and time step, mean over the test samples");
        double highest = rows.stream().mapToDouble(LayerRate::rate).max().orElse(0);
        double full = highest > 0 ? highest : 1;
        int left = Theme.MARGIN + NAMES;
        int room = Theme.WIDTH - left - VALUES - Theme.MARGIN;
        for (int i = 0; i < rows.size(); i++) {
            LayerRate row = rows.get(i);
            int top = Theme.HEAD + i * ROW + (ROW - BAR) / 2;
            int base = top + BAR / 2 + 5;
            double length = Math.max(2, room * Math.max(0, row.rate()) / full);
            page.setColor(Theme.BLUE);
            page.fill(new RoundRectangle2D.Double(left, top, length, BAR, 6, 6));
            page.setFont(Theme.LABEL);
            page.setColor(Theme.INK);
            Theme.right(page, Theme.fit(page, row.layer(), NAMES - 12), left - 12, base);
            page.drawString(
                    String.format(Locale.ROOT, "%.2f %%", 100 * row.rate()), (float) (left + length + 10), base);
        }
    }
}
