package org.spike4j.examples.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Locale;
import org.spike4j.benchmarks.PowerLaw;

/**
 * Measured points over two logarithmic axes, with the power law of their upper half as a dashed line.
 *
 * @param title what is shown
 * @param yTitle unit of the vertical axis
 * @param colour of the points
 * @param x places, ascending and above 0
 * @param y values, above 0
 */
@SuppressWarnings("ArrayRecordComponent") // drawn, never compared
record LogLogChart(String title, String yTitle, Color colour, double[] x, double[] y) {
    private static final int LEFT = 76;
    private static final int FOOT = 34;
    private static final double MARKER = 8;
    /** Values that hardly differ must look so, and have marks on their axis. */
    private static final double LEAST_SPAN = 10;

    private static final double[] DIGITS = {1, 2, 5};

    /** Paints the chart with its upper left corner at the origin of the page. */
    void paint(Graphics2D page, int width, int height) {
        Theme.head(page, title, "");
        LogScale across = LogScale.around(x, LEFT, width - Theme.MARGIN * 2, 1.15);
        LogScale up = LogScale.around(y, height - FOOT, Theme.HEAD, 1.25);
        axes(page, across, up);
        PowerLaw law = PowerLaw.ofUpperHalf(x, y);
        legend(page, law);
        fit(page, law, across, up);
        Path2D path = new Path2D.Double();
        page.setColor(colour);
        for (int k = 0; k < x.length; k++) {
            double px = across.at(x[k]);
            double py = up.at(y[k]);
            if (k == 0) {
                path.moveTo(px, py);
            } else {
                path.lineTo(px, py);
            }
            page.fill(new Ellipse2D.Double(px - MARKER / 2, py - MARKER / 2, MARKER, MARKER));
        }
        page.setStroke(new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        page.draw(path);
    }

    /** Maps values to places on the page by their logarithms. */
    private record LogScale(double low, double high, double start, double end) {

        /** Over all values, with a factor of space at both ends. */
        static LogScale around(double[] values, double start, double end, double space) {
            double low = Double.MAX_VALUE;
            double high = 0;
            for (double value : values) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
            double widening = Math.sqrt(Math.max(1, LEAST_SPAN / (high / low * space * space)));
            return new LogScale(low / space / widening, high * space * widening, start, end);
        }

        double at(double value) {
            return start + (end - start) * Math.log(value / low) / Math.log(high / low);
        }
    }

    private void axes(Graphics2D page, LogScale across, LogScale up) {
        page.setFont(Theme.SMALL);
        page.setStroke(new BasicStroke(1));
        double last = Double.POSITIVE_INFINITY;
        for (double decade = Math.pow(10, Math.floor(Math.log10(up.low))); decade <= up.high; decade *= 10) {
            for (double digit : DIGITS) {
                double tick = digit * decade;
                if (tick >= up.low && tick <= up.high && last - up.at(tick) >= 16) {
                    last = up.at(tick);
                    page.setColor(Theme.GRID);
                    page.draw(new Line2D.Double(across.start, last, across.end, last));
                    page.setColor(Theme.MUTED);
                    Theme.right(page, text(tick), across.start - 8, last + 4);
                }
            }
        }
        for (double place : x) {
            page.setColor(Theme.GRID);
            page.draw(new Line2D.Double(across.at(place), up.start, across.at(place), up.end));
            page.setColor(Theme.MUTED);
            Theme.centre(page, text(place), across.at(place), up.start + 18);
        }
        AffineTransform upright = page.getTransform();
        page.rotate(-Math.PI / 2);
        page.setFont(Theme.LABEL);
        page.setColor(Theme.INK);
        Theme.centre(page, yTitle, -(up.start + up.end) / 2, Theme.MARGIN + 10);
        page.setTransform(upright);
    }

    private void legend(Graphics2D page, PowerLaw law) {
        double left = Theme.MARGIN;
        page.setFont(Theme.SMALL);
        page.setColor(colour);
        page.setStroke(new BasicStroke(2));
        page.draw(new Line2D.Double(left, 43, left + 24, 43));
        page.fill(new Ellipse2D.Double(left + 12 - MARKER / 2, 43 - MARKER / 2, MARKER, MARKER));
        page.setColor(Theme.MUTED);
        page.drawString("measured", (float) left + 30, 47);
        left += 30 + page.getFontMetrics().stringWidth("measured") + 18;
        page.setColor(Theme.INK);
        page.setStroke(dashes());
        page.draw(new Line2D.Double(left, 43, left + 24, 43));
        page.setColor(Theme.MUTED);
        String exponent = String.format(
                Locale.ROOT, "exponent %.2f over the upper half", Math.rint(law.exponent() * 100) / 100 + 0.0);
        page.drawString(exponent, (float) left + 30, 47);
    }

    private void fit(Graphics2D page, PowerLaw law, LogScale across, LogScale up) {
        Shape clip = page.getClip();
        page.clip(new Rectangle2D.Double(across.start, up.end, across.end - across.start, up.start - up.end));
        page.setColor(Theme.INK);
        page.setStroke(dashes());
        page.draw(new Line2D.Double(across.start, up.at(law.at(across.low)), across.end, up.at(law.at(across.high))));
        page.setClip(clip);
    }

    private static BasicStroke dashes() {
        return new BasicStroke(1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {6, 5}, 0);
    }

    private static String text(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%,d", (long) value)
                : String.format(Locale.ROOT, "%.4f", value).replaceAll("0+$", "");
    }
}
