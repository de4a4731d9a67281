package org.spike4j.examples.plot;

import java.awt.Color;
import java.util.stream.IntStream;

/**
 * One line of a line chart.
 *
 * @param name what the line shows, for the legend
 * @param colour colour of line and markers
 * @param dashed whether the line is dashed, so that it is told apart without colour
 * @param x places of the points, ascending
 * @param y values of the points; those that are not finite are left out
 */
@SuppressWarnings("ArrayRecordComponent") // drawn, never compared
record Curve(String name, Color colour, boolean dashed, double[] x, double[] y) {

    /** The points with a value. */
    int[] known() {
        return IntStream.range(0, x.length).filter(i -> Double.isFinite(y[i])).toArray();
    }
}
