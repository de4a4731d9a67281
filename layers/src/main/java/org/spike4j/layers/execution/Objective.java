package org.spike4j.layers.execution;

import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.spike4j.layers.Reduction;
import org.spike4j.layers.loss.SequenceLoss;

/** What a readout makes of a sequence x [T, N, K]: the output of the network, and a loss. Scores are summed over samples. */
public interface Objective {

    /**
     * A loss function of Deeplearning4j on the reduced sequence.
     *
     * @param function on [N, K]
     * @param activation in front of it
     * @param reduction over time
     * @return the objective
     */
    static Objective of(ILossFunction function, IActivation activation, Reduction reduction) {
        return new ReadoutLoss(function, activation, reduction);
    }

    /**
     * A loss on the sequence.
     *
     * @param loss the loss
     * @param neurons m, neighbouring neurons of each class, whose outputs are added up
     * @return the objective
     */
    static Objective of(SequenceLoss loss, int neurons) {
        return new SequenceObjective(loss, neurons);
    }

    /** How the output is reduced from the values of the classes. */
    Reduction reduction();

    /** The values of the classes [T, N, K] of those of the neurons. */
    default INDArray classes(INDArray sequence) {
        return sequence;
    }

    /** The output of values that are reduced, [N, K]. */
    INDArray activated(INDArray reduced);

    /** Whether a label is a train, [N, K, T]. */
    default boolean takesTrains() {
        return false;
    }

    /** Whether the output is trains, [N, K, T]. */
    default boolean putsOutTrains() {
        return false;
    }

    /** Output of the network, [N, K] or trains [N, K, T]. */
    INDArray output(INDArray sequence, INDArray mask);

    /** Loss of each sample, [N, 1]. */
    INDArray scores(INDArray sequence, INDArray mask, INDArray labels);

    /**
     * Computes loss and gradient, faster than one after the other.
     *
     * @param sequence x, [T, N, K], dense in c order; not modified
     * @param mask [T, N], or null; not modified
     * @param labels [N, K] or [N, K, T]; not modified
     * @param gradient becomes dL/dx, [T*N, K] of the same type, dense in c order
     * @return L, summed over the samples
     */
    double evaluateInto(INDArray sequence, INDArray mask, INDArray labels, INDArray gradient);
}
