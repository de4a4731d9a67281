package org.spike4j.layers.loss;

import java.util.Objects;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.spike4j.layers.Reduction;
import org.spike4j.layers.execution.ReducedValues;

/**
 * Mean square of the distance to a target that depends on the class, with labels y:
 *
 * <pre>
 * r = reduction of x
 * a_k = off + (on - off) y_k
 * L = mean over k of (r_k - a_k)^2
 * </pre>
 *
 * <p>With {@link Reduction#EVERY_STEP} it is the mean over t of that loss on x_t, which is snnTorch's mse_membrane_loss
 * (which takes max(0, off) where on is larger than off). Over the mean it is the mean squared error of firing rates. Output:
 * r.
 *
 * @param over the reduction
 * @param on target of the class of the label
 * @param off target of the others
 */
public record MeanSquares(
        @JsonProperty("over") Reduction over,
        @JsonProperty("on") double on,
        @JsonProperty("off") double off) implements SequenceLoss {

    /** Checks the constants. */
    public MeanSquares {
        Objects.requireNonNull(over, "over");
        Checks.finite(on, "on");
        Checks.finite(off, "off");
        if (over.isOfFirstSpikes()) {
            throw new IllegalArgumentException("the squares of first spike times are FirstSpikeSquares, was " + over);
        }
    }

    /**
     * Squares of the distance to 1 for the class of the label, and to 0 for the others.
     *
     * @param over the reduction
     * @return the loss
     */
    public static MeanSquares over(Reduction over) {
        return new MeanSquares(over, 1, 0);
    }

    /**
     * Of the firing rates, in spikes a step.
     *
     * @return the loss over the mean
     */
    public static MeanSquares ofRates() {
        return over(Reduction.MEAN);
    }

    /**
     * This loss with other targets.
     *
     * @param newOn of the class of the label
     * @param newOff of the others
     * @return a copy
     */
    public MeanSquares withTargets(double newOn, double newOff) {
        return new MeanSquares(over, newOn, newOff);
    }

    @Override
    public Reduction reduction() {
        return over;
    }

    @Override
    public double evaluate(SampleSteps x, double[] label, double[] gradient) {
        if (over == Reduction.EVERY_STEP) {
            double loss = 0;
            for (int t = 0; t < x.steps(); t++) {
                loss += squares(x.values(), t * x.classes(), label, 1.0 / x.steps(), gradient);
            }
            return loss / x.steps();
        }
        ReducedValues reduced = x.reduced(over);
        double[] onReduced = new double[x.classes()];
        double loss = squares(reduced.value(), 0, label, 1, onReduced);
        System.arraycopy(reduced.pullBack(onReduced), 0, gradient, 0, gradient.length);
        return loss;
    }

    /** The loss of one row; writes share times its gradient. */
    private double squares(double[] r, int at, double[] label, double share, double[] gradient) {
        double loss = 0;
        for (int k = 0; k < label.length; k++) {
            double distance = r[at + k] - (off + (on - off) * label[k]);
            loss += distance * distance / label.length;
            gradient[at + k] = share * 2 * distance / label.length;
        }
        return loss;
    }
}
