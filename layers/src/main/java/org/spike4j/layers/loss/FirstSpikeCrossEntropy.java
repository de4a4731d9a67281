package org.spike4j.layers.loss;

import java.util.List;
import java.util.Objects;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.spike4j.layers.Reduction;
import org.spike4j.layers.execution.ReducedValues;

/**
 * Cross-entropy of the first spikes, whose earliest is the prediction: snnTorch's ce_temporal_loss. With f_k the first step,
 * counted from 0, at which class k spikes, T - 1 if it is silent, labels y and class weights c (1 unless given):
 *
 * <pre>
 * r = -f  (NEGATED)   or   r = 1 / (f + 1)  (INVERSE)
 * L = -(sum over k of c_k y_k log softmax(r)_k)
 * df_k/dx_tk = -1 at t = f_k, else 0
 * </pre>
 *
 * <p>Output: softmax(r). The derivative of f stands for one that does not exist; it reaches a silent class at its last step.
 *
 * @param time what is made of f
 * @param weights c, one a class, or none
 */
public record FirstSpikeCrossEntropy(
        @JsonProperty("time") Time time,
        @JsonProperty("weights") List<Double> weights) implements SequenceLoss {

    /** What makes early spikes large. */
    public enum Time {
        /** r = -f. */
        NEGATED,
        /** r = 1 / (f + 1). */
        INVERSE
    }

    /** Checks the constants. */
    public FirstSpikeCrossEntropy {
        Objects.requireNonNull(time, "time");
        weights = Checks.weights(weights);
    }

    /**
     * Of -f.
     *
     * @return the loss without class weights
     */
    public static FirstSpikeCrossEntropy negated() {
        return new FirstSpikeCrossEntropy(Time.NEGATED, List.of());
    }

    /**
     * Of 1 / (f + 1).
     *
     * @return the loss without class weights
     */
    public static FirstSpikeCrossEntropy inverse() {
        return new FirstSpikeCrossEntropy(Time.INVERSE, List.of());
    }

    /**
     * This loss with class weights.
     *
     * @param newWeights c, one a class, each at least 0
     * @return a copy
     */
    public FirstSpikeCrossEntropy withWeights(Double... newWeights) {
        return new FirstSpikeCrossEntropy(time, List.of(newWeights));
    }

    @Override
    public Reduction reduction() {
        return time == Time.NEGATED ? Reduction.FIRST_SPIKE : Reduction.INVERSE_FIRST_SPIKE;
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
        ReducedValues reduced = x.reduced(reduction());
        double[] onReduced = new double[x.classes()];
        double loss = Softmax.crossEntropy(reduced.value(), 0, label, weights, 1, onReduced);
        System.arraycopy(reduced.pullBack(onReduced), 0, gradient, 0, gradient.length);
        return loss;
    }
}
