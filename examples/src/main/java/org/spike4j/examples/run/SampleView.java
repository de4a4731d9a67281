package org.spike4j.examples.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.spike4j.examples.plot.LayerRaster;
import org.spike4j.examples.run.data.RecipeData;
import org.spike4j.layers.LayerSpikes;
import org.spike4j.layers.SpikeRecorder;
import org.spike4j.training.model.InputDescription;

/**
 * One sample and what a network makes of it, as plain arrays for the plots.
 *
 * @param name its class and the answer of the network
 * @param input what the network was given, [channel][time][row][column]; empty if it is no picture
 * @param spikes output of each spiking layer
 */
record SampleView(String name, Optional<float[][][][]> input, List<LayerRaster> spikes) {

    /**
     * Runs a network on the first sample of some mini-batches.
     *
     * @param network not modified
     * @param batches at their start
     * @param data what the samples are
     */
    static SampleView first(MultiLayerNetwork network, DataSetIterator batches, RecipeData data) {
        DataSet batch = batches.next();
        INDArray features = sample(batch.getFeatures());
        String actual =
                data.readableClasses().get(sample(batch.getLabels()).argMax(1).getInt(0));
        String answer =
                data.readableClasses().get(network.output(features).argMax(1).getInt(0));
        String name = actual + (answer.equals(actual) ? ", recognised" : ", taken for " + answer);
        List<LayerRaster> spikes = new ArrayList<>();
        for (LayerSpikes layer : SpikeRecorder.record(network, features)) {
            spikes.add(new LayerRaster(layer.layer(), steps(layer.spikes())));
        }
        return new SampleView(name, picture(features, data.input()), spikes);
    }

    private static INDArray sample(INDArray batch) {
        return batch.get(NDArrayIndex.interval(0, 1));
    }

    /** [T, 1, units...] as [T][units]. */
    private static float[][] steps(INDArray spikes) {
        int steps = (int) spikes.size(0);
        float[] values = values(spikes);
        int neurons = values.length / steps;
        float[][] byStep = new float[steps][neurons];
        for (int t = 0; t < steps; t++) {
            System.arraycopy(values, t * neurons, byStep[t], 0, neurons);
        }
        return byStep;
    }

    private static Optional<float[][][][]> picture(INDArray features, InputDescription input) {
        return switch (input.kind()) {
            case FRAMES ->
                switch (input.channels()) {
                    case 1 -> Optional.of(grey(values(features), input));
                    case 2 -> Optional.of(frames(values(features), 2, input.steps(), input.height(), input.width()));
                    default -> Optional.empty();
                };
            case STATIC -> still(values(features));
            case SEQUENCE -> Optional.empty();
        };
    }

    /** One channel; two, of what is below and above 0, if both are there, as in a voxel grid of signed events. */
    static float[][][][] grey(float[] values, InputDescription input) {
        float[] darker = new float[values.length];
        float[] brighter = new float[values.length];
        boolean signed = false;
        for (int i = 0; i < values.length; i++) {
            darker[i] = Math.max(0, -values[i]);
            brighter[i] = Math.max(0, values[i]);
            signed |= values[i] < 0;
        }
        float[][][][] above = frames(brighter, 1, input.steps(), input.height(), input.width());
        if (!signed) {
            return above;
        }
        return new float[][][][] {frames(darker, 1, input.steps(), input.height(), input.width())[0], above[0]};
    }

    private static Optional<float[][][][]> still(float[] values) {
        int side = (int) Math.round(Math.sqrt(values.length));
        return side * side == values.length ? Optional.of(frames(values, 1, 1, side, side)) : Optional.empty();
    }

    private static float[][][][] frames(float[] values, int channels, int steps, int rows, int columns) {
        float[][][][] frames = new float[channels][steps][rows][columns];
        int at = 0;
        for (float[][][] channel : frames) {
            for (float[][] step : channel) {
                for (float[] row : step) {
                    System.arraycopy(values, at, row, 0, columns);
                    at += columns;
                }
            }
        }
        return frames;
    }

    private static float[] values(INDArray array) {
        return array.dup('c').data().asFloat();
    }
}
