package org.spike4j.layers.loss;

import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.spike4j.layers.Reduction;
import org.spike4j.layers.execution.ReducedValues;

/**
 * Mean square of the distance of spike counts to the whole count that a rate gives, over the number of steps: snnTorch's
 * mse_count_loss. With m neurons a class and labels y:
 *
 * <pre>
 * r = sum over t of x_t
 * a_k = off + (on - off) y_k,  on = floor(T m correctRate),  off = floor(T m incorrectRate)
 * L = (mean over k of (r_k - a_k)^2) / T
 * </pre>
 *
 * <p>Output: r.
 *
 * @param correctRate spikes a step wanted of a neuron of the class of the label, 0 to 1
 * @param incorrectRate spikes a step wanted of the others, 0 to 1
 */
public record CountSquares(
        @JsonProperty("correctRate") double correctRate,
        @JsonProperty("incorrectRate") double incorrectRate) implements SequenceLoss {

    /** Checks the constants. */
    public CountSquares {
        Checks.share(correctRate, "correctRate");
        Checks.share(incorrectRate, "incorrectRate");
    }

    /**
     * A spike at every step for the class of the label, none for the others; snnTorch's default.
     *
     * @return the loss
     */
    public static CountSquares standard() {
        return new CountSquares(1, 0);
    }

    @Override
    public Reduction reduction() {
        return Reduction.SUM;
    }

    @Override
    public double evaluate(SampleSteps x, double[] label, double[] gradient) {
        int most = x.steps() * x.neurons();
        double on = Math.floor(most * correctRate);
        double off = Math.floor(most * incorrectRate);
        ReducedValues reduced = x.reduced(Reduction.SUM);
        double[] r = reduced.value();
        double[] onReduced = new double[r.length];
        double loss = 0;
        for (int k = 0; k < r.length; k++) {
            double distance = r[k] - (off + (on - off) * label[k]);
            loss += distance * distance / r.length / x.steps();
            onReduced[k] = 2 * distance / r.length / x.steps();
        }
        System.arraycopy(reduced.pullBack(onReduced), 0, gradient, 0, gradient.length);
        return loss;
    }
}
