package org.spike4j.datasets.transform;

import org.spike4j.datasets.event.EventStream;

/**
 * A linear map of the picture about its centre, cx = (width - 1) / 2 and cy = (height - 1) / 2:
 *
 * <pre>
 * x' = round(cx + xx (x - cx) + xy (y - cy)),  y' = round(cy + yx (x - cx) + yy (y - cy))
 * </pre>
 *
 * <p>Events that leave the sensor are dropped.
 *
 * @param xx weight of x in x'
 * @param xy weight of y in x'
 * @param yx weight of x in y'
 * @param yy weight of y in y'
 */
record LinearMap(double xx, double xy, double yx, double yy) {

    EventStream apply(EventStream events) {
        int width = events.width();
        int height = events.height();
        double centerX = (width - 1) / 2.0;
        double centerY = (height - 1) / 2.0;
        // The halves make the cast to int, which cuts off, round instead; below 0 nothing is kept.
        double[] columnToX = products(width, xx, centerX + 0.5);
        double[] columnToY = products(width, yx, centerY + 0.5);
        double[] rowToX = products(height, xy, 0);
        double[] rowToY = products(height, yy, 0);
        Columns c = Columns.of(events);
        int kept = 0;
        for (int i = 0; i < c.t.length; i++) {
            double x = columnToX[c.x[i]] + rowToX[c.y[i]];
            double y = columnToY[c.x[i]] + rowToY[c.y[i]];
            if (x >= 0 && x < width && y >= 0 && y < height) {
                c.keep(i, kept);
                c.x[kept] = (short) x;
                c.y[kept] = (short) y;
                kept++;
            }
        }
        return c.toStream(width, height, kept);
    }

    private static double[] products(int side, double weight, double offset) {
        double[] products = new double[side];
        for (int i = 0; i < side; i++) {
            products[i] = offset + weight * (i - (side - 1) / 2.0);
        }
        return products;
    }
}
