package org.spike4j.examples.plot;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import org.spike4j.datasets.statistics.EventStatistics;
import org.spike4j.datasets.statistics.RateOverTime;

/** What a recording is like: its rate over time, and histograms of pixels and of times between events. */
public final class EventStatisticsPlot {
    private static final int HEIGHT = 620;
    private static final int LEFT = 78;
    private static final int RATE = 220;
    private static final int LOWER = 380;
    private static final int BARS = 170;
    private static final int GAP = 24;
    private static final int OCTAVE_STEP = 5;

    private EventStatisticsPlot() {}

    /**
     * Draws the statistics.
     *
     * @param name of the recording, for the title
     * @param statistics what to draw
     * @return the drawing
     */
    public static Picture draw(String name, EventStatistics statistics) {
        return new Picture(Theme.WIDTH, HEIGHT, page -> paint(page, name, statistics));
    }

    private static void paint(Graphics2D page, String name, EventStatistics statistics) {
        String facts = String.format(
                Locale.ROOT,
                "%,d events in %.3f s on %d x %d pixels; blue: brighter (%.1f %%), orange: darker; %,d hot pixels, %,d events out"
                        + " of order",
                statistics.events(),
                statistics.durationMicros() / 1e6,
                statistics.width(),
                statistics.height(),
                100 * statistics.brighterShare(),
                statistics.pixels().hot().size(),
                statistics.faults().events());
        Theme.head(page, Theme.fit(page, name, Theme.WIDTH / 2), facts);
        if (statistics.events() > 0) {
            rate(page, statistics.rate());
        }
        int width = (Theme.WIDTH - LEFT - 2 * Theme.MARGIN - 2 * GAP) / 3;
        histogram(
                page, LEFT, width, "pixels by their events", statistics.pixels().octaves(), false);
        histogram(
                page,
                LEFT + width + GAP,
                width,
                "time from event to event",
                statistics.between().octaves(),
                true);
        histogram(
                page,
                LEFT + 2 * (width + GAP),
                width,
                "time from event to event of a pixel",
                statistics.atPixel().octaves(),
                true);
    }

    private static void rate(Graphics2D page, RateOverTime rate) {
        int bins = rate.darker().size();
        double[] seconds = new double[bins];
        double[] darker = new double[bins];
        double[] brighter = new double[bins];
        double perSecond = 1e6 / rate.binMicros();
        double most = 0;
        for (int i = 0; i < bins; i++) {
            seconds[i] = i * rate.binMicros() / 1e6;
            darker[i] = rate.darker().get(i) * perSecond / 1000;
            brighter[i] = rate.brighter().get(i) * perSecond / 1000;
            most = Math.max(most, Math.max(darker[i], brighter[i]));
        }
        Span across = new Span(0, bins * rate.binMicros() / 1e6);
        Frame frame = new Frame(
                LEFT, Theme.HEAD, Theme.WIDTH - LEFT - 2 * Theme.MARGIN, RATE, across, new Span(0, 1.05 * most));
        frame.valueAxis(page, "1000 events/s", Theme.MARGIN + 8);
        frame.placeAxis(page, "seconds from the first event, in bins of " + rate.binMicros() / 1000 + " ms");
        frame.stairs(page, Theme.ORANGE, seconds, darker);
        frame.stairs(page, Theme.BLUE, seconds, brighter);
    }

    /** Bars over powers of two, their heights relative to the highest. */
    private static void histogram(
            Graphics2D page, int left, int width, String title, List<Long> octaves, boolean time) {
        page.setFont(Theme.LABEL);
        page.setColor(Theme.INK);
        page.drawString(title, left, LOWER - 10);
        int bottom = LOWER + BARS;
        page.setColor(Theme.GRID);
        page.draw(new Line2D.Double(left, bottom, left + width, bottom));
        if (octaves.isEmpty()) {
            return;
        }
        long most = octaves.stream().mapToLong(Long::longValue).max().orElse(1);
        double step = (double) width / octaves.size();
        page.setFont(Theme.SMALL);
        for (int k = 0; k < octaves.size(); k++) {
            double height = (double) BARS * octaves.get(k) / most;
            page.setColor(Theme.BLUE);
            page.fill(new Rectangle2D.Double(left + k * step, bottom - height, Math.max(1, step - 1), height));
            page.setColor(Theme.MUTED);
            if (k % OCTAVE_STEP == 0) {
                page.drawString(time ? words(1L << k) : Long.toString(1L << k), (float) (left + k * step), bottom + 15);
            }
        }
        page.drawString(String.format(Locale.ROOT, "highest bar: %,d", most), left, bottom + 32);
    }

    private static String words(long micros) {
        if (micros < 1000) {
            return micros + " us";
        }
        return micros < 1_000_000 ? micros / 1000 + " ms" : micros / 1_000_000 + " s";
    }
}
