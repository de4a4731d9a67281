package org.spike4j.layers.execution;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.spike4j.layers.Reduction;
import org.spike4j.layers.loss.SampleSteps;
import org.spike4j.layers.loss.SequenceLoss;
import org.spike4j.neuron.kernel.KernelThreads;

/**
 * A {@link SequenceLoss}, sample by sample.
 *
 * @param loss the loss
 * @param neurons m, neighbouring neurons of each class, whose outputs are added up
 */
record SequenceObjective(SequenceLoss loss, int neurons) implements Objective {

    @Override
    public Reduction reduction() {
        return loss.reduction();
    }

    @Override
    public INDArray classes(INDArray sequence) {
        if (neurons == 1) {
            return sequence;
        }
        long[] shape = {sequence.size(0), sequence.size(1), sequence.size(2) / neurons, neurons};
        return sequence.dup('c').reshape('c', shape).sum(3);
    }

    @Override
    public INDArray activated(INDArray reduced) {
        double[] values = Values.read(reduced);
        int classes = (int) reduced.size(1);
        double[] row = new double[classes];
        for (int at = 0; at < values.length; at += classes) {
            System.arraycopy(values, at, row, 0, classes);
            loss.activateInPlace(row);
            System.arraycopy(row, 0, values, at, classes);
        }
        INDArray output = Nd4j.createUninitialized(reduced.dataType(), reduced.shape(), 'c');
        Values.write(values, output);
        return output;
    }

    @Override
    public boolean takesTrains() {
        return loss.takesTrains();
    }

    @Override
    public boolean putsOutTrains() {
        return loss.putsOutTrains();
    }

    @Override
    public INDArray output(INDArray sequence, INDArray mask) {
        INDArray classes = classes(sequence);
        return putsOutTrains()
                ? classes.permute(1, 2, 0)
                : activated(reduction().reduce(classes, mask));
    }

    @Override
    public INDArray scores(INDArray sequence, INDArray mask, INDArray labels) {
        double[] losses = evaluate(sequence, mask, labels, new double[(int) sequence.length()]);
        INDArray scores = Nd4j.createUninitialized(sequence.dataType(), new long[] {losses.length, 1}, 'c');
        Values.write(losses, scores);
        return scores;
    }

    @Override
    public double evaluateInto(INDArray sequence, INDArray mask, INDArray labels, INDArray gradient) {
        double[] onSequence = new double[(int) sequence.length()];
        double loss = 0;
        for (double one : evaluate(sequence, mask, labels, onSequence)) {
            loss += one;
        }
        Values.write(onSequence, gradient);
        return loss;
    }

    /** The losses of the samples; writes dL/dx, [T][N][K m]. */
    private double[] evaluate(INDArray sequence, INDArray mask, INDArray labels, double[] gradient) {
        SampleRows x = SampleRows.of(sequence, mask);
        SampleRows trains = takesTrains() ? SampleRows.of(labels.permute(2, 0, 1), mask) : null;
        double[] y = trains == null ? Values.read(labels) : null;
        int classes = x.columns() / neurons;
        double[] losses = new double[x.samples()];
        KernelThreads.forEach(losses.length, n -> {
            double[] values = x.read(n, neurons);
            if (values.length > 0) {
                double[] label = trains == null ? row(y, n, classes) : trains.read(n, 1);
                double[] onClasses = new double[values.length];
                losses[n] = loss.evaluate(new SampleSteps(values, classes, neurons), label, onClasses);
                x.write(n, neurons, onClasses, gradient);
            }
        });
        return losses;
    }

    private static double[] row(double[] labels, int sample, int classes) {
        double[] row = new double[classes];
        System.arraycopy(labels, sample * classes, row, 0, classes);
        return row;
    }
}
