package org.spike4j.layers.execution;

import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.spike4j.layers.Reduction;

/**
 * A loss on a sequence x [T, N, K]: the loss function of the reduced sequence, or for {@link Reduction#EVERY_STEP} the mean
 * over the steps that count of its values at each step. Scores are summed over samples.
 */
record ReadoutLoss(ILossFunction function, IActivation activation, Reduction reduction) {

    /** Output [N, K] of the network. */
    INDArray output(INDArray sequence, INDArray mask) {
        return activation.getActivation(reduction.reduce(sequence, mask), false);
    }

    /** Loss of each sample, [N, 1]. */
    INDArray scores(INDArray sequence, INDArray mask, INDArray labels) {
        if (reduction != Reduction.EVERY_STEP) {
            INDArray reduced = reduction.reduce(sequence, mask);
            return function.computeScoreArray(labels, reduced, activation, null);
        }
        long[] shape = sequence.shape();
        INDArray perStep = function.computeScoreArray(everyStep(labels, shape[0]), rows(sequence), activation, null);
        INDArray weighted = perStep.reshape(shape[0], shape[1]).mul(stepWeights(sequence, mask));
        return weighted.sum(0).reshape(shape[1], 1);
    }

    /** A loss, summed over the samples, and its gradient dL/dx, [T, N, K]. */
    record Evaluated(double loss, INDArray gradient) {}

    /** Loss and gradient of the same sequence, which is reduced once for both. */
    Evaluated evaluate(INDArray sequence, INDArray mask, INDArray labels) {
        if (reduction == Reduction.EVERY_STEP) {
            double loss = scores(sequence, mask, labels).sumNumber().doubleValue();
            return new Evaluated(loss, gradient(sequence, mask, labels));
        }
        ReducedSequence reduced = ReducedSequence.of(reduction, sequence, mask);
        INDArray value = reduced.value();
        double loss = function.computeScoreArray(labels, value, activation, null)
                .sumNumber()
                .doubleValue();
        INDArray gradient = function.computeGradient(labels, value, activation, null);
        return new Evaluated(loss, reduced.pullBack(gradient));
    }

    /** dL/dx, [T, N, K], of the sum over samples. */
    INDArray gradient(INDArray sequence, INDArray mask, INDArray labels) {
        if (reduction != Reduction.EVERY_STEP) {
            ReducedSequence reduced = ReducedSequence.of(reduction, sequence, mask);
            return reduced.pullBack(function.computeGradient(labels, reduced.value(), activation, null));
        }
        long[] shape = sequence.shape();
        INDArray perStep = function.computeGradient(everyStep(labels, shape[0]), rows(sequence), activation, null);
        INDArray weights = stepWeights(sequence, mask).reshape(shape[0] * shape[1], 1);
        return perStep.mulColumnVector(weights).reshape('c', shape);
    }

    private static INDArray rows(INDArray sequence) {
        return sequence.dup('c').reshape('c', sequence.size(0) * sequence.size(1), sequence.size(2));
    }

    private static INDArray everyStep(INDArray labels, long steps) {
        return Nd4j.tile(labels, (int) steps, 1);
    }

    /** 1 / (steps that count) for each step and sample that counts, [T, N]. */
    private static INDArray stepWeights(INDArray sequence, INDArray mask) {
        if (mask == null) {
            return Nd4j.valueArrayOf(
                    new long[] {sequence.size(0), sequence.size(1)}, 1.0 / sequence.size(0), sequence.dataType());
        }
        INDArray counted = mask.castTo(sequence.dataType());
        return counted.divRowVector(counted.sum(0).add(1e-30));
    }
}
