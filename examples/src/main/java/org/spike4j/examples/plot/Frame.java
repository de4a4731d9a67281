package org.spike4j.examples.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;

/**
 * Where data lie on a page, between two linear axes.
 *
 * @param left left edge on the page
 * @param top upper edge on the page
 * @param width of the data
 * @param height of the data
 * @param across values of the horizontal axis
 * @param up values of the vertical axis
 */
record Frame(double left, double top, double width, double height, Span across, Span up) {
    private static final int MARK_WIDTH = 70;
    private static final int MARK_HEIGHT = 34;

    double bottom() {
        return top + height;
    }

    double x(double value) {
        return left + width * across.share(value);
    }

    double y(double value) {
        return bottom() - height * up.share(value);
    }

    /** Marks, numbers and the name of the vertical axis. */
    void valueAxis(Graphics2D page, String title, double titleAt) {
        page.setFont(Theme.SMALL);
        page.setStroke(new BasicStroke(1));
        double step = up.step(Math.max(2, (int) (height / MARK_HEIGHT)));
        for (double tick = Math.ceil(up.low() / step); tick * step <= up.high(); tick++) {
            page.setColor(Theme.GRID);
            page.draw(new Line2D.Double(left, y(tick * step), left + width, y(tick * step)));
            page.setColor(Theme.MUTED);
            Theme.right(page, Ticks.text(tick == 0 ? 0 : tick * step, step), left - 8, y(tick * step) + 4);
        }
        AffineTransform upright = page.getTransform();
        page.rotate(-Math.PI / 2);
        page.setColor(Theme.INK);
        Theme.centre(page, title, -(top + height / 2), titleAt);
        page.setTransform(upright);
    }

    /** Numbers and the name of the horizontal axis. */
    void placeAxis(Graphics2D page, String title) {
        page.setFont(Theme.SMALL);
        page.setColor(Theme.MUTED);
        double step = across.step(Math.max(2, (int) (width / MARK_WIDTH)));
        for (double tick = Math.ceil(across.low() / step); tick * step <= across.high(); tick++) {
            Theme.centre(page, Ticks.text(tick == 0 ? 0 : tick * step, step), x(tick * step), bottom() + 15);
        }
        page.setColor(Theme.INK);
        Theme.centre(page, title, left + width / 2, bottom() + 32);
    }

    /** A line through points, the x ascending. */
    void curve(Graphics2D page, Color colour, double[] x, double[] y) {
        Path2D path = new Path2D.Double();
        path.moveTo(x(x[0]), y(y[0]));
        for (int k = 1; k < x.length; k++) {
            path.lineTo(x(x[k]), y(y[k]));
        }
        page.setColor(colour);
        page.setStroke(new BasicStroke(1.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        page.draw(path);
    }

    /** Values that hold until the next place. */
    void stairs(Graphics2D page, Color colour, double[] x, double[] y) {
        double[] places = new double[2 * x.length];
        double[] values = new double[2 * x.length];
        for (int k = 0; k < x.length; k++) {
            places[2 * k] = x[k];
            places[2 * k + 1] = k + 1 < x.length ? x[k + 1] : across.high();
            values[2 * k] = y[k];
            values[2 * k + 1] = y[k];
        }
        curve(page, colour, places, values);
    }
}
