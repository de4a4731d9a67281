package org.spike4j.layers.execution;

import java.util.HashMap;
import java.util.Map;
import org.deeplearning4j.nn.api.layers.RecurrentLayer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.BaseLayer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.spike4j.layers.RateReadout;
import org.spike4j.layers.Reduction;
import org.spike4j.neuron.kernel.Stage;
import org.spike4j.neuron.kernel.StageClock;

/** {@link RateReadout} at work; its input is [T, N, K]. */
public final class RateReadoutExecution extends BaseLayer<RateReadout>
        implements RecurrentLayer, ReadoutExecution, WindowedReadout {
    private static final long serialVersionUID = 1L;

    private final Map<String, INDArray> streamed = new HashMap<>();
    private transient INDArray labels;
    private transient boolean freshInput;
    private transient WindowCarry windows;

    /**
     * A layer.
     *
     * @param conf its configuration
     * @param dataType of the network
     */
    public RateReadoutExecution(NeuralNetConfiguration conf, DataType dataType) {
        super(conf, dataType);
    }

    /**
     * Memory of a training pass.
     *
     * @param classes K
     * @param size steps and samples
     * @return bytes by kind
     */
    public static LayerMemory memory(long classes, PassSize size) {
        return new LayerMemory(size.samples(classes), 0, size.rows(classes), size.rows(classes));
    }

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
        assertInputSet(false);
        freshInput = false;
        try (var ignored = StageClock.enter(Stage.LOSS)) {
            return workspaces.leverageTo(ArrayType.ACTIVATIONS, loss().output(units(), timeMask()));
        }
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        assertInputSet(true);
        freshInput = false;
        if (windows != null) {
            windows.passed(Reduction.MEAN, units(), timeMask());
        }
        try (var ignored = StageClock.enter(Stage.LOSS)) {
            INDArray gradient =
                    loss().gradient(units(), timeMask(), checkedLabels()).reshape('c', input.shape());
            return new Pair<>(new DefaultGradient(), workspaces.leverageTo(ArrayType.ACTIVATION_GRAD, gradient));
        }
    }

    @Override
    public double computeScore(double regularization, boolean training, LayerWorkspaceMgr workspaces) {
        score = computeScoreForExamples(0, workspaces).sumNumber().doubleValue() / input.size(1) + regularization;
        return score;
    }

    @Override
    public INDArray computeScoreForExamples(double regularization, LayerWorkspaceMgr workspaces) {
        try (var ignored = StageClock.enter(Stage.LOSS)) {
            INDArray scores =
                    loss().scores(units(), timeMask(), checkedLabels()).add(regularization);
            return workspaces.leverageTo(ArrayType.ACTIVATIONS, scores);
        }
    }

    @Override
    public void setInput(INDArray newInput, LayerWorkspaceMgr workspaces) {
        super.setInput(newInput, workspaces);
        freshInput = true;
    }

    /** As in the other spiking layers, a ComputationGraph has set the preprocessed input before. */
    @Override
    public INDArray rnnTimeStep(INDArray stepInput, LayerWorkspaceMgr workspaces) {
        if (!freshInput) {
            setInput(stepInput, workspaces);
        }
        freshInput = false;
        INDArray rates = RunningReduction.add(streamed, Reduction.MEAN, units());
        return workspaces.leverageTo(
                ArrayType.ACTIVATIONS, layerConf().getActivationFn().getActivation(rates, false));
    }

    @Override
    public Map<String, INDArray> rnnGetPreviousState() {
        return new HashMap<>(streamed);
    }

    @Override
    public void rnnSetPreviousState(Map<String, INDArray> state) {
        RunningReduction.restore(streamed, state);
    }

    @Override
    public void rnnClearPreviousState() {
        streamed.clear();
    }

    @Override
    public INDArray rnnActivateUsingStoredState(
            INDArray newInput, boolean training, boolean storeLastForTBPTT, LayerWorkspaceMgr workspaces) {
        if (!freshInput) {
            setInput(newInput, workspaces);
        }
        return activate(training, workspaces);
    }

    @Override
    public Map<String, INDArray> rnnGetTBPTTState() {
        return Map.of();
    }

    @Override
    public void rnnSetTBPTTState(Map<String, INDArray> state) {
        // rates are taken anew from each segment
    }

    @Override
    public Pair<Gradient, INDArray> tbpttBackpropGradient(
            INDArray epsilon, int tbpttBackLength, LayerWorkspaceMgr workspaces) {
        return backpropGradient(epsilon, workspaces);
    }

    @Override
    public void startWindows() {
        windows = WindowCarry.start();
    }

    @Override
    public void nextWindow() {
        windows = windows.next(Map.of());
    }

    @Override
    public void endWindows() {
        windows = null;
    }

    @Override
    public INDArray getLabels() {
        return labels;
    }

    @Override
    public void setLabels(INDArray newLabels) {
        labels = newLabels;
    }

    @Override
    public int getInputMiniBatchSize() {
        return Math.toIntExact(input.size(1));
    }

    @Override
    public void clear() {
        super.clear();
        labels = null;
    }

    @Override
    public boolean isPretrainLayer() {
        return false;
    }

    private ReadoutLoss loss() {
        CarriedReduction past = windows == null ? null : windows.past();
        return new ReadoutLoss(layerConf().getLossFn(), layerConf().getActivationFn(), Reduction.MEAN, past);
    }

    /** The input as [T, N, K]. */
    private INDArray units() {
        if (input.rank() < 3) {
            throw new IllegalArgumentException(
                    "input of RateReadout must reach it as [T, N, ...]; call setInputType(...)"
                            + " on the configuration, which adds the preprocessor " + layerId());
        }
        long[] shape = input.shape();
        return input.reshape('c', shape[0], shape[1], input.length() / (shape[0] * shape[1]));
    }

    private INDArray checkedLabels() {
        return ReadoutExecution.checkedLabels(labels, input.size(1), layerConf().getNOut(), layerId());
    }

    private INDArray timeMask() {
        return maskArray == null ? null : maskArray.reshape('c', input.size(0), input.size(1));
    }
}
