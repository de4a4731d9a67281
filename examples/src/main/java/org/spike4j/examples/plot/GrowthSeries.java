package org.spike4j.examples.plot;

/**
 * How time and memory of a step grow with one quantity, and the power laws fitted to their upper halves.
 *
 * @param quantity what grows, with its letter, as "time steps T"
 * @param x its values, ascending and above 0
 * @param milliseconds of a step, as many
 * @param megabytes at the peak of the process, as many; 0 where the system does not tell
 */
@SuppressWarnings("ArrayRecordComponent") // drawn, never compared
public record GrowthSeries(String quantity, double[] x, double[] milliseconds, double[] megabytes) {

    /** Checks the lengths. */
    public GrowthSeries {
        if (x.length < 2 || milliseconds.length != x.length || megabytes.length != x.length) {
            throw new IllegalArgumentException(quantity + " needs at least 2 points with a time and a memory each, was"
                    + " given " + x.length + ", " + milliseconds.length + " and " + megabytes.length);
        }
    }
}
