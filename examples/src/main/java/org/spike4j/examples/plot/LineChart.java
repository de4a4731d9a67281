package org.spike4j.examples.plot;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;

/**
 * Curves over whole numbers, with the value axis from zero.
 *
 * @param title what is shown
 * @param xTitle name of the horizontal axis
 * @param yTitle name and unit of the vertical axis
 * @param highest upper end of the vertical axis
 * @param curves the lines, at least one
 */
record LineChart(String title, String xTitle, String yTitle, double highest, List<Curve> curves) {
    private static final int LEFT = 72;
    private static final int FOOT = 58;
    private static final int TICK_SPACE = 30;
    private static final double MARKER = 7;

    /** Paints the chart with its upper left corner at the origin of the page. */
    void paint(Graphics2D page, int width, int height) {
        Theme.head(page, title, "");
        legend(page);
        Frame frame = new Frame(LEFT, Theme.HEAD, width - LEFT - 2 * Theme.MARGIN, height - Theme.HEAD - FOOT);
        Scale across = across();
        valueAxis(page, frame);
        placeAxis(page, frame, across);
        for (Curve curve : curves) {
            line(page, curve, frame, across);
        }
    }

    /** Where the data lie on the page. */
    private record Frame(int left, int top, int width, int height) {
        int bottom() {
            return top + height;
        }
    }

    /** Maps a span of values to 0..1. */
    private record Scale(double low, double high) {
        double share(double value) {
            return (value - low) / (high - low);
        }
    }

    private Scale across() {
        DoubleSummaryStatistics places = curves.stream()
                .flatMapToDouble(curve -> Arrays.stream(curve.x()))
                .summaryStatistics();
        return new Scale(places.getMin() - 0.5, places.getMax() + 0.5);
    }

    private void legend(Graphics2D page) {
        double x = Theme.MARGIN;
        page.setFont(Theme.SMALL);
        for (Curve curve : curves) {
            page.setColor(curve.colour());
            page.setStroke(stroke(curve));
            page.draw(new Line2D.Double(x, 43, x + 24, 43));
            page.fill(new Ellipse2D.Double(x + 12 - MARKER / 2, 43 - MARKER / 2, MARKER, MARKER));
            page.setColor(Theme.MUTED);
            page.drawString(curve.name(), (float) x + 30, 47);
            x += 30 + page.getFontMetrics().stringWidth(curve.name()) + 18;
        }
    }

    private void valueAxis(Graphics2D page, Frame frame) {
        double step = Ticks.step(highest, 5);
        page.setFont(Theme.SMALL);
        page.setStroke(new BasicStroke(1));
        for (int tick = 0; tick * step <= highest * (1 + 1e-9); tick++) {
            double y = frame.bottom() - frame.height() * tick * step / highest;
            page.setColor(Theme.GRID);
            page.draw(new Line2D.Double(frame.left(), y, frame.left() + frame.width(), y));
            page.setColor(Theme.MUTED);
            Theme.right(page, Ticks.text(tick * step, step), frame.left() - 8, y + 4);
        }
        AffineTransform upright = page.getTransform();
        page.rotate(-Math.PI / 2);
        page.setFont(Theme.LABEL);
        page.setColor(Theme.INK);
        Theme.centre(page, yTitle, -(frame.top() + frame.height() / 2.0), Theme.MARGIN + 10);
        page.setTransform(upright);
    }

    private void placeAxis(Graphics2D page, Frame frame, Scale across) {
        int most = Math.max(1, frame.width() / TICK_SPACE);
        int step = (int) Math.max(1, Ticks.step(across.high() - across.low(), most));
        page.setFont(Theme.SMALL);
        page.setColor(Theme.MUTED);
        for (long place = step * (long) Math.ceil(across.low() / step); place <= across.high(); place += step) {
            double at = frame.left() + frame.width() * across.share(place);
            Theme.centre(page, String.valueOf(place), at, frame.bottom() + 18);
        }
        page.setFont(Theme.LABEL);
        page.setColor(Theme.INK);
        Theme.centre(page, xTitle, frame.left() + frame.width() / 2.0, frame.bottom() + 42);
    }

    private void line(Graphics2D page, Curve curve, Frame frame, Scale across) {
        Path2D path = new Path2D.Double();
        page.setColor(curve.colour());
        int[] known = curve.known();
        boolean markers = known.length * 2 * MARKER <= frame.width();
        for (int i : known) {
            double x = frame.left() + frame.width() * across.share(curve.x()[i]);
            double y = frame.bottom() - frame.height() * Math.min(1, Math.max(0, curve.y()[i] / highest));
            if (path.getCurrentPoint() == null) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
            if (markers) {
                page.fill(new Ellipse2D.Double(x - MARKER / 2, y - MARKER / 2, MARKER, MARKER));
            }
        }
        page.setStroke(stroke(curve));
        page.draw(path);
    }

    private static BasicStroke stroke(Curve curve) {
        float[] dashes = curve.dashed() ? new float[] {6, 5} : null;
        return new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 1, dashes, 0);
    }
}
