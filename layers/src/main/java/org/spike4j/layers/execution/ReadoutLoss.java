package org.spike4j.layers.execution;

import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.spike4j.layers.Reduction;

/**
 * A loss on a sequence x [T, N, K]: the loss function of the reduced sequence, or for {@link Reduction#EVERY_STEP} the mean
 * over the steps that count of its values at each step. Scores are summed over samples.
 *
 * @param past the reduction of the windows before, if x is a window of a longer sequence, else null
 */
record ReadoutLoss(ILossFunction function, IActivation activation, Reduction reduction, CarriedReduction past)
        implements Objective {

    /** A loss on whole sequences. */
    ReadoutLoss(ILossFunction function, IActivation activation, Reduction reduction) {
        this(function, activation, reduction, null);
    }

    /** This loss on a window behind others. */
    ReadoutLoss after(CarriedReduction windows) {
        return new ReadoutLoss(function, activation, reduction, windows);
    }

    /** The reduction of all steps so far. */
    private INDArray reduced(INDArray sequence, INDArray mask) {
        INDArray own = reduction.reduce(sequence, mask);
        return past == null ? own : past.with(own, sequence, mask);
    }

    @Override
    public INDArray activated(INDArray reduced) {
        return activation.getActivation(reduced, false);
    }

    @Override
    public INDArray output(INDArray sequence, INDArray mask) {
        return activated(reduced(sequence, mask));
    }

    @Override
    public INDArray scores(INDArray sequence, INDArray mask, INDArray labels) {
        if (reduction != Reduction.EVERY_STEP) {
            return function.computeScoreArray(labels, reduced(sequence, mask), activation, null);
        }
        long[] shape = sequence.shape();
        INDArray perStep = function.computeScoreArray(everyStep(labels, shape[0]), rows(sequence), activation, null);
        INDArray weighted = perStep.reshape(shape[0], shape[1]).mul(stepWeights(sequence, mask));
        return weighted.sum(0).reshape(shape[1], 1);
    }

    @Override
    public double evaluateInto(INDArray sequence, INDArray mask, INDArray labels, INDArray gradient) {
        StepCrossEntropy fast = StepCrossEntropy.of(this, sequence.dataType());
        if (reduction != Reduction.EVERY_STEP) {
            ReducedSequence reduced = ReducedSequence.of(reduction, sequence, mask);
            INDArray own = reduced.value();
            INDArray value = past == null ? own : past.with(own, sequence, mask);
            INDArray onValue = Nd4j.createUninitialized(value.dataType(), value.shape(), 'c');
            double loss = evaluateInto(value, labels, onValue, fast);
            if (past != null) {
                onValue.muli(past.slope(own, sequence, mask));
            }
            reduced.pullBackInto(onValue, gradient);
            return loss;
        }
        if (fast != null) {
            return fast.evaluateInto(sequence, mask, labels, gradient);
        }
        gradient.assign(gradient(sequence, mask, labels).reshape('c', gradient.shape()));
        return scores(sequence, mask, labels).sumNumber().doubleValue();
    }

    /** The same for one value, [N, K]. */
    private double evaluateInto(INDArray value, INDArray labels, INDArray gradient, StepCrossEntropy fast) {
        if (fast != null) {
            INDArray oneStep = value.reshape('c', 1, value.size(0), value.size(1));
            return fast.evaluateInto(oneStep, null, labels, gradient);
        }
        gradient.assign(function.computeGradient(labels, value, activation, null));
        return function.computeScoreArray(labels, value, activation, null)
                .sumNumber()
                .doubleValue();
    }

    /** dL/dx, [T, N, K], of the sum over samples. */
    INDArray gradient(INDArray sequence, INDArray mask, INDArray labels) {
        if (reduction != Reduction.EVERY_STEP) {
            INDArray gradient = function.computeGradient(labels, reduced(sequence, mask), activation, null);
            if (past != null) {
                gradient = gradient.mul(past.slope(reduction.reduce(sequence, mask), sequence, mask));
            }
            return reduction.pullBack(sequence, mask, gradient);
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
