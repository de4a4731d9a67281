package org.spike4j.training.step;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.layers.RecurrentLayer;
import org.deeplearning4j.nn.conf.BackpropType;
import org.deeplearning4j.nn.layers.wrapper.BaseWrapperLayer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.spike4j.layers.execution.WindowedReadout;

/** What training by windows needs of a network, of either kind. */
abstract class WindowNetwork {
    private final List<RecurrentLayer> recurrent = new ArrayList<>();
    private final List<WindowedReadout> readouts = new ArrayList<>();

    WindowNetwork(Layer... layers) {
        for (Layer layer : layers) {
            Layer inner = unwrapped(layer);
            if (inner instanceof RecurrentLayer remembers) {
                recurrent.add(remembers);
            }
            if (inner instanceof WindowedReadout readout) {
                readouts.add(readout);
            }
        }
    }

    /** Computes gradient, summed over the samples, and score of a batch, with the state that is carried. */
    abstract void compute(DataSet batch);

    /** The gradient, all parameters in one vector; overwritten by the next. */
    abstract INDArray gradient();

    /** Moves the parameters by the gradient. */
    abstract void update(int samples);

    abstract double score();

    abstract void setScore(double score);

    abstract int iteration();

    abstract void setIteration(int iteration);

    /** Whether passes carry state; K is the length of the windows in Deeplearning4j's configuration. */
    abstract Settings change(Settings settings);

    /** What a configuration says of truncation. */
    record Settings(BackpropType type, int forward, int backward) {
        static Settings carrying(int steps) {
            return new Settings(BackpropType.TruncatedBPTT, steps, steps);
        }
    }

    void startWindows() {
        recurrent.forEach(RecurrentLayer::rnnClearPreviousState);
        readouts.forEach(WindowedReadout::startWindows);
    }

    void nextWindow() {
        recurrent.forEach(layer -> layer.rnnSetPreviousState(layer.rnnGetTBPTTState()));
        readouts.forEach(WindowedReadout::nextWindow);
    }

    void endWindows() {
        readouts.forEach(WindowedReadout::endWindows);
        recurrent.forEach(RecurrentLayer::rnnClearPreviousState);
    }

    private static Layer unwrapped(Layer layer) {
        return layer instanceof BaseWrapperLayer wrapper ? unwrapped(wrapper.getUnderlying()) : layer;
    }
}
