package org.spike4j.layers.loss;

import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.spike4j.layers.Reduction;
import org.spike4j.layers.execution.ReducedValues;

/**
 * Squares of the distance of first spikes to their wanted times, as shares of the sequence: snnTorch's mse_temporal_loss.
 * With f_k the first step, counted from 0, at which class k spikes, T - 1 if it is silent, and labels y:
 *
 * <pre>
 * a_k = off + (on - off) y_k, times below 0 counted from the end: T + time
 * g_k = a_k if |f_k - a_k| &lt; tolerance, else f_k
 * L = mean over k of ((g_k - a_k) / T)^2
 * df_k/dx_tk = dg_k/dx_tk = -1 at t = f_k, else 0
 * </pre>
 *
 * <p>Output: -f, so that the earliest is the largest. With {@code trains}, labels are trains and a_k is the first step at
 * which the train of class k is not 0, T - 1 if there is none.
 *
 * <p>snnTorch takes max(0, off) in place of off where on is larger than off, both as they are given. So with its defaults, on
 * = 0 and off = -1, meant as the first step and the last, it wants every class to spike first at step 0. Here off is what is
 * given, unless {@code offFromZero} asks for the same.
 *
 * @param on wanted time of the class of the label, in steps; below 0 counted from the end
 * @param off wanted time of the others, in steps; below 0 counted from the end
 * @param tolerance distance in steps below which a time counts as met
 * @param offFromZero whether off is at least 0 where on is larger, as in snnTorch
 * @param trains whether labels are trains, [N, K, T]
 */
public record FirstSpikeSquares(
        @JsonProperty("on") int on,
        @JsonProperty("off") int off,
        @JsonProperty("tolerance") int tolerance,
        @JsonProperty("offFromZero") boolean offFromZero,
        @JsonProperty("trains") boolean trains)
        implements SequenceLoss {

    /** Checks the constants. */
    public FirstSpikeSquares {
        if (tolerance < 0) {
            throw new IllegalArgumentException("tolerance must be >= 0 steps, was " + tolerance);
        }
    }

    /**
     * The class of the label spikes at the first step, the others at the last.
     *
     * @return the loss without tolerance
     */
    public static FirstSpikeSquares standard() {
        return between(0, -1);
    }

    /**
     * With times for the class of the label and the others.
     *
     * @param on in steps; below 0 counted from the end
     * @param off in steps; below 0 counted from the end
     * @return the loss without tolerance
     */
    public static FirstSpikeSquares between(int on, int off) {
        return new FirstSpikeSquares(on, off, 0, false, false);
    }

    /**
     * With the times of the first spikes of target trains.
     *
     * @return the loss without tolerance
     */
    public static FirstSpikeSquares ofTrains() {
        return new FirstSpikeSquares(0, -1, 0, false, true);
    }

    /**
     * This loss with a tolerance.
     *
     * @param newTolerance in steps, at least 0
     * @return a copy
     */
    public FirstSpikeSquares withTolerance(int newTolerance) {
        return new FirstSpikeSquares(on, off, newTolerance, offFromZero, trains);
    }

    /**
     * This loss with snnTorch's reading of on and off.
     *
     * @return a copy with {@code offFromZero}
     */
    public FirstSpikeSquares asInSnnTorch() {
        return new FirstSpikeSquares(on, off, tolerance, true, trains);
    }

    @Override
    public Reduction reduction() {
        return Reduction.FIRST_SPIKE;
    }

    @Override
    public boolean takesTrains() {
        return trains;
    }

    @Override
    public double evaluate(SampleSteps x, double[] label, double[] gradient) {
        ReducedValues reduced = x.reduced(Reduction.FIRST_SPIKE);
        double[] wanted = wanted(x, label);
        double[] minusF = reduced.value();
        double[] onReduced = new double[minusF.length];
        double loss = 0;
        for (int k = 0; k < minusF.length; k++) {
            double distance = -minusF[k] - wanted[k];
            double counted = Math.abs(distance) < tolerance ? 0 : distance / x.steps();
            loss += counted * counted / minusF.length;
            onReduced[k] = -2 * counted / x.steps() / minusF.length; // of -f
        }
        System.arraycopy(reduced.pullBack(onReduced), 0, gradient, 0, gradient.length);
        return loss;
    }

    /** a, [K]. */
    private double[] wanted(SampleSteps x, double[] label) {
        if (trains) {
            double[] first = new SampleSteps(label, x.classes(), 1)
                    .reduced(Reduction.FIRST_SPIKE)
                    .value();
            for (int k = 0; k < first.length; k++) {
                first[k] = -first[k];
            }
            return first;
        }
        double onTime = fromStart(on, x.steps());
        double offTime = fromStart(offFromZero && on > off ? Math.max(0, off) : off, x.steps());
        double[] wanted = new double[label.length];
        for (int k = 0; k < wanted.length; k++) {
            wanted[k] = offTime + (onTime - offTime) * label[k];
        }
        return wanted;
    }

    private static int fromStart(int time, int steps) {
        return time < 0 ? steps + time : time;
    }
}
