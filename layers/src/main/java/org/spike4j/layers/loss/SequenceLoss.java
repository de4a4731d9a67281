package org.spike4j.layers.loss;

import org.nd4j.shade.jackson.annotation.JsonTypeInfo;
import org.spike4j.layers.Reduction;

/**
 * A loss on what the neurons of the classes put out over time, x [T, K] of one sample. Steps that a mask leaves out are cut
 * away before, so T is the number of steps that count.
 *
 * <p>A readout holds a loss, {@link org.spike4j.layers.SequenceReadout} for neurons below it and {@link
 * org.spike4j.layers.LeakyReadout} for membranes of its own. Losses are independent between samples; Deeplearning4j takes
 * the mean over the samples.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.CLASS, include = JsonTypeInfo.As.PROPERTY, property = "@class")
public sealed interface SequenceLoss
        permits CrossEntropy,
                MeanSquares,
                CountSquares,
                TemporalEfficientTraining,
                FirstSpikeCrossEntropy,
                FirstSpikeSquares,
                VanRossum {

    /**
     * How the network reduces x to its output, one value a class.
     *
     * @return the reduction; of no meaning if the output is trains
     */
    Reduction reduction();

    /**
     * Turns the reduced values into the output, whose largest is the predicted class.
     *
     * @param reduced [K]; changed in place
     */
    default void activateInPlace(double[] reduced) {
        // the reduced values themselves, unless a loss says otherwise
    }

    /**
     * Whether a label is a train of the same length as the output, [N, K, T], in place of a value for each class, [N, K].
     *
     * @return true for trains
     */
    default boolean takesTrains() {
        return false;
    }

    /**
     * Whether the network puts out x itself, [N, K, T].
     *
     * @return false for one value a class, [N, K]
     */
    default boolean putsOutTrains() {
        return false;
    }

    /**
     * Whether x must be spikes, since the loss asks when they come.
     *
     * @return true if membranes would not do
     */
    default boolean needsSpikes() {
        return takesTrains() || reduction().isOfFirstSpikes();
    }

    /**
     * Checks that the loss fits a number of classes.
     *
     * @param classes K
     * @throws IllegalArgumentException if it does not
     */
    default void requireClasses(int classes) {
        // any number, unless a loss says otherwise
    }

    /**
     * The loss of one sample and its gradient.
     *
     * @param x what the neurons put out, at least one step; not modified
     * @param label y, [K], or trains [T][K]; not modified
     * @param gradient dL/dx, [T][K]; holds zeros, and is overwritten
     * @return L
     */
    double evaluate(SampleSteps x, double[] label, double[] gradient);
}
