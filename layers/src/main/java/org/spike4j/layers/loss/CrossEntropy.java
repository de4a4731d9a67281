package org.spike4j.layers.loss;

import java.util.List;
import java.util.Objects;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.spike4j.layers.Reduction;
import org.spike4j.layers.execution.ReducedValues;

/**
 * Cross-entropy of the softmax of what the reduction makes of x, with labels y and class weights c (1 unless given):
 *
 * <pre>
 * r = reduction of x
 * L = -(sum over k of c_k y_k log softmax(r)_k)
 * </pre>
 *
 * <p>With {@link Reduction#EVERY_STEP} it is the mean over t of that loss on x_t. Output: softmax(r).
 *
 * <p>snnTorch's ce_count_loss is that over the sum, ce_max_membrane_loss over the maximum, ce_rate_loss, like SpikingJelly's
 * temporal_efficient_training_cross_entropy, at every step; in all of them the mean over samples is a plain one, also with
 * weights.
 *
 * @param over the reduction
 * @param weights c, one a class, or none
 */
public record CrossEntropy(
        @JsonProperty("over") Reduction over,
        @JsonProperty("weights") List<Double> weights) implements SequenceLoss {

    /** Checks the constants. */
    public CrossEntropy {
        Objects.requireNonNull(over, "over");
        if (over.isOfFirstSpikes()) {
            throw new IllegalArgumentException(
                    "the cross-entropy of first spikes is a FirstSpikeCrossEntropy, was " + over);
        }
        weights = Checks.weights(weights);
    }

    /**
     * A cross-entropy without class weights.
     *
     * @param over the reduction
     * @return the loss
     */
    public static CrossEntropy over(Reduction over) {
        return new CrossEntropy(over, List.of());
    }

    /**
     * Of the spike counts.
     *
     * @return the loss over the sum
     */
    public static CrossEntropy ofCounts() {
        return over(Reduction.SUM);
    }

    /**
     * This loss with class weights.
     *
     * @param newWeights c, one a class, each at least 0
     * @return a copy
     */
    public CrossEntropy withWeights(Double... newWeights) {
        return new CrossEntropy(over, List.of(newWeights));
    }

    @Override
    public Reduction reduction() {
        return over;
    }

    @Override
    public void activateInPlace(double[] reduced) {
        Softmax.applyInPlace(reduced);
    }

    @Override
    public void requireClasses(int classes) {
        Checks.weightsFit(weights, classes);
    }

    @Override
    public double evaluate(SampleSteps x, double[] label, double[] gradient) {
        if (over == Reduction.EVERY_STEP) {
            return atEveryStep(x, label, weights, 1, gradient);
        }
        ReducedValues reduced = x.reduced(over);
        double[] onReduced = new double[x.classes()];
        double loss = Softmax.crossEntropy(reduced.value(), 0, label, weights, 1, onReduced);
        System.arraycopy(reduced.pullBack(onReduced), 0, gradient, 0, gradient.length);
        return loss;
    }

    /** The mean over t of the loss on x_t; adds share times its gradient. */
    static double atEveryStep(SampleSteps x, double[] label, List<Double> weights, double share, double[] gradient) {
        double loss = 0;
        for (int t = 0; t < x.steps(); t++) {
            int at = t * x.classes();
            loss += Softmax.crossEntropy(x.values(), at, label, weights, share / x.steps(), gradient);
        }
        return loss / x.steps();
    }
}
