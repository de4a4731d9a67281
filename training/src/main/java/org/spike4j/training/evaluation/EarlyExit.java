package org.spike4j.training.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.spike4j.layers.state.NetworkState;
import org.spike4j.training.model.InputDescription;
import org.spike4j.training.model.ModelDescription;
import org.spike4j.training.network.TimeScaledNetwork;

/**
 * How many steps a network needs until it is sure: a sample is streamed step by step, and its prediction is that of the
 * first step at which the margin reaches a threshold, or of the last step. With p the softmax of the readout over all steps
 * so far (or the readout itself, if its activation is the softmax), the margin is the largest p minus the next.
 *
 * @param curve one point for each threshold, in the order they were asked for
 */
public record EarlyExit(List<Point> curve) {

    /**
     * What a threshold gives.
     *
     * @param threshold of the margin; above 1 all samples run to their end
     * @param accuracy share of the samples predicted rightly
     * @param meanSteps steps until the prediction, mean over the samples
     */
    public record Point(double threshold, double accuracy, double meanSteps) {}

    /** Copies the curve. */
    public EarlyExit {
        curve = List.copyOf(curve);
    }

    /**
     * Evaluates a network.
     *
     * @param network not modified; what it carries of a stream, too, stays
     * @param description what it takes and gives
     * @param batches read to the end; at least one sample
     * @param thresholds of the margin, each &gt; 0
     * @return the curve
     * @throws IllegalArgumentException if there is no threshold, or one is not above 0
     */
    public static EarlyExit of(
            MultiLayerNetwork network, ModelDescription description, DataSetIterator batches, double... thresholds) {
        requireThresholds(thresholds);
        long[] hits = new long[thresholds.length];
        long[] steps = new long[thresholds.length];
        long samples = 0;
        NetworkState before = NetworkState.of(network);
        try {
            BatchCheck check = new BatchCheck(description);
            for (int number = 1; batches.hasNext(); number++) {
                DataSet batch = batches.next();
                check.require(batch, "batch " + number);
                Steps of = Steps.of(network, description.input(), batch);
                for (int k = 0; k < thresholds.length; k++) {
                    of.addInto(thresholds[k], k, hits, steps);
                }
                samples += batch.getFeatures().size(0);
            }
        } finally {
            network.rnnClearPreviousState();
            before.restoreInto(network);
        }
        List<Point> curve = new ArrayList<>();
        for (int k = 0; k < thresholds.length; k++) {
            curve.add(new Point(thresholds[k], (double) hits[k] / samples, (double) steps[k] / samples));
        }
        return new EarlyExit(curve);
    }

    private static void requireThresholds(double[] thresholds) {
        if (thresholds.length == 0) {
            throw new IllegalArgumentException("there must be at least one threshold of the margin");
        }
        for (double threshold : thresholds) {
            if (!(threshold > 0)) {
                throw new IllegalArgumentException("a threshold of the margin must be > 0, was " + threshold);
            }
        }
    }

    /** Margins [T][N] of a mini-batch, and whether the predictions are right. */
    private record Steps(double[][] margins, boolean[][] right) {

        static Steps of(MultiLayerNetwork network, InputDescription input, DataSet batch) {
            boolean still = input.kind() == InputDescription.Kind.STATIC;
            MultiLayerNetwork stepping = still ? TimeScaledNetwork.withSteps(network, 1) : network;
            int[] labels = batch.getLabels().argMax(1).toIntVector();
            double[][] margins = new double[input.steps()][];
            boolean[][] right = new boolean[input.steps()][];
            stepping.rnnClearPreviousState();
            for (int t = 0; t < input.steps(); t++) {
                INDArray features = still ? batch.getFeatures() : step(batch.getFeatures(), t);
                INDArray output = probabilities(stepping, stepping.rnnTimeStep(features));
                int[] predicted = output.argMax(1).toIntVector();
                margins[t] = Arrays.stream(output.toDoubleMatrix())
                        .mapToDouble(Steps::margin)
                        .toArray();
                right[t] = new boolean[labels.length];
                for (int n = 0; n < labels.length; n++) {
                    right[t][n] = predicted[n] == labels[n];
                }
            }
            return new Steps(margins, right);
        }

        void addInto(double threshold, int point, long[] hits, long[] steps) {
            int last = margins.length - 1;
            for (int n = 0; n < margins[0].length; n++) {
                int t = 0;
                while (t < last && margins[t][n] < threshold) {
                    t++;
                }
                hits[point] += right[t][n] ? 1 : 0;
                steps[point] += t + 1;
            }
        }

        private static INDArray step(INDArray sequence, int t) {
            INDArrayIndex[] indices = NDArrayIndex.allFor(sequence);
            indices[2] = NDArrayIndex.interval(t, t + 1);
            return sequence.get(indices).dup();
        }

        private static INDArray probabilities(MultiLayerNetwork network, INDArray output) {
            boolean normalised = network.getOutputLayer().conf().getLayer() instanceof FeedForwardLayer readout
                    && readout.getActivationFn() instanceof ActivationSoftmax;
            return normalised ? output : Nd4j.nn.softmax(output, 1);
        }

        private static double margin(double[] probabilities) {
            double[] sorted = probabilities.clone();
            Arrays.sort(sorted);
            return sorted[sorted.length - 1] - sorted[sorted.length - 2];
        }
    }
}
