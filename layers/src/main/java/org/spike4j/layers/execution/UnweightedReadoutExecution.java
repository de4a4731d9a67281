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
import org.spike4j.layers.UnweightedReadout;
import org.spike4j.neuron.kernel.Stage;
import org.spike4j.neuron.kernel.StageClock;

/** {@link UnweightedReadout} at work; its input is [T, N, K]. */
public final class UnweightedReadoutExecution extends BaseLayer<UnweightedReadout>
        implements RecurrentLayer, ReadoutExecution, WindowedReadout {
    private static final long serialVersionUID = 1L;

    private final Map<String, INDArray> streamed = new HashMap<>();
    private transient INDArray labels;
    private transient boolean freshInput;
    private transient double lossOfBackwardPass = Double.NaN;
    private transient WindowCarry windows;

    /**
     * A layer.
     *
     * @param conf its configuration
     * @param dataType of the network
     */
    public UnweightedReadoutExecution(NeuralNetConfiguration conf, DataType dataType) {
        super(conf, dataType);
    }

    /**
     * Memory of a training pass.
     *
     * @param units K, the neurons below
     * @param size steps and samples
     * @return bytes by kind
     */
    public static LayerMemory memory(long units, PassSize size) {
        return new LayerMemory(size.samples(units), 0, size.rows(units), size.rows(units));
    }

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
        assertInputSet(false);
        freshInput = false;
        try (var ignored = StageClock.enter(Stage.LOSS)) {
            return workspaces.leverageTo(ArrayType.ACTIVATIONS, objective().output(units(), timeMask()));
        }
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        assertInputSet(true);
        freshInput = false;
        if (windows != null) {
            windows.passed(layerConf().objective().reduction(), units(), timeMask());
        }
        try (var ignored = StageClock.enter(Stage.LOSS)) {
            INDArray units = units();
            INDArray gradient =
                    workspaces.createUninitialized(ArrayType.ACTIVATION_GRAD, units.dataType(), input.shape(), 'c');
            INDArray rows = gradient.reshape('c', units.size(0) * units.size(1), units.size(2));
            lossOfBackwardPass = objective().evaluateInto(units, timeMask(), checkedLabels(), rows);
            return new Pair<>(new DefaultGradient(), gradient);
        }
    }

    @Override
    public double computeScore(double regularization, boolean training, LayerWorkspaceMgr workspaces) {
        double loss = Double.isNaN(lossOfBackwardPass)
                ? computeScoreForExamples(0, workspaces).sumNumber().doubleValue()
                : lossOfBackwardPass;
        score = loss / input.size(1) + regularization;
        return score;
    }

    @Override
    public INDArray computeScoreForExamples(double regularization, LayerWorkspaceMgr workspaces) {
        try (var ignored = StageClock.enter(Stage.LOSS)) {
            INDArray scores =
                    objective().scores(units(), timeMask(), checkedLabels()).add(regularization);
            return workspaces.leverageTo(ArrayType.ACTIVATIONS, scores);
        }
    }

    @Override
    public void setInput(INDArray newInput, LayerWorkspaceMgr workspaces) {
        super.setInput(newInput, workspaces);
        freshInput = true;
        lossOfBackwardPass = Double.NaN;
    }

    /** As in the other spiking layers, a ComputationGraph has set the preprocessed input before. */
    @Override
    public INDArray rnnTimeStep(INDArray stepInput, LayerWorkspaceMgr workspaces) {
        if (!freshInput) {
            setInput(stepInput, workspaces);
        }
        freshInput = false;
        Objective objective = objective();
        INDArray output = objective.putsOutTrains()
                ? objective.output(units(), null)
                : objective.activated(
                        RunningReduction.add(streamed, objective.reduction(), objective.classes(units())));
        return workspaces.leverageTo(ArrayType.ACTIVATIONS, output);
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
        windows = WindowCarry.start(layerConf().objective(), layerId());
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

    private Objective objective() {
        return WindowCarry.objective(layerConf().objective(), windows);
    }

    /** The input as [T, N, K]. */
    private INDArray units() {
        if (input.rank() < 3) {
            throw new IllegalArgumentException("input of a readout must reach it as [T, N, ...]; call setInputType(...)"
                    + " on the configuration, which adds the preprocessor " + layerId());
        }
        long[] shape = input.shape();
        return input.reshape('c', shape[0], shape[1], input.length() / (shape[0] * shape[1]));
    }

    private INDArray checkedLabels() {
        return ReadoutExecution.checkedLabels(
                labels,
                objective().takesTrains(),
                input.size(0),
                input.size(1),
                layerConf().getNOut(),
                layerId());
    }

    private INDArray timeMask() {
        return maskArray == null ? null : maskArray.reshape('c', input.size(0), input.size(1));
    }
}
