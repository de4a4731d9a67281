package org.spike4j.layers.execution;

import java.util.HashMap;
import java.util.Map;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.spike4j.layers.LeakyReadout;
import org.spike4j.neuron.kernel.Stage;
import org.spike4j.neuron.kernel.StageClock;

/** {@link LeakyReadout} at work: the neurons' output is their membrane, and pooling is the reduction over time. */
public final class LeakyReadoutExecution extends DenseWeights<LeakyReadout>
        implements ReadoutExecution, WindowedReadout {
    private static final long serialVersionUID = 1L;

    private final Map<String, INDArray> streamed = new HashMap<>();
    private transient INDArray labels;
    private transient INDArray membranes;
    private transient boolean streaming;
    private transient boolean withoutOutput;
    private transient WindowCarry windows;
    private transient double lossOfBackwardPass = Double.NaN;

    /**
     * A layer.
     *
     * @param conf its configuration
     * @param dataType of its parameters
     */
    public LeakyReadoutExecution(NeuralNetConfiguration conf, DataType dataType) {
        super(conf, dataType);
    }

    @Override
    INDArray pooled(INDArray membraneRows, LayerWorkspaceMgr workspaces) {
        long samples = input.size(1);
        membranes = membraneRows.reshape('c', membraneRows.size(0) / samples, samples, membraneRows.size(1));
        if (windows != null) {
            windows.passed(layerConf().objective().reduction(), membranes, timeMask());
        }
        if (withoutOutput) {
            return membraneRows;
        }
        Objective objective = objective();
        INDArray output = streaming
                ? objective.activated(RunningReduction.add(streamed, objective.reduction(), membranes))
                : objective.output(membranes, timeMask());
        return workspaces.leverageTo(ArrayType.ACTIVATIONS, output);
    }

    /** Also takes the loss, since the membranes are gone when the network asks for the score. */
    @Override
    INDArray unpooled(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        try (var ignored = StageClock.enter(Stage.LOSS)) {
            long[] rows = {membranes.size(0) * membranes.size(1), membranes.size(2)};
            INDArray gradient =
                    workspaces.createUninitialized(ArrayType.BP_WORKING_MEM, membranes.dataType(), rows, 'c');
            lossOfBackwardPass = objective().evaluateInto(membranes, timeMask(), checkedLabels(), gradient);
            return gradient;
        }
    }

    /** The network leaves the forward pass of its output layer to the layer; nobody reads the output of this one. */
    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        withoutOutput = true;
        try {
            activate(true, workspaces);
        } finally {
            withoutOutput = false;
        }
        Pair<Gradient, INDArray> gradients = super.backpropGradient(epsilon, workspaces);
        membranes = null;
        return gradients;
    }

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
        if (windows == null) {
            return super.activate(training, workspaces);
        }
        rnnSetTBPTTState(windows.membranes()); // a window may be passed again
        return rnnActivateUsingStoredState(input, training, true, workspaces);
    }

    @Override
    public void startWindows() {
        windows = WindowCarry.start(layerConf().objective(), layerId());
    }

    @Override
    public void nextWindow() {
        windows = windows.next(rnnGetTBPTTState());
    }

    @Override
    public void endWindows() {
        windows = null;
        rnnSetTBPTTState(Map.of());
    }

    @Override
    public double computeScore(double regularization, boolean training, LayerWorkspaceMgr workspaces) {
        double loss = lossOfBackwardPass;
        if (Double.isNaN(loss)) {
            activate(training, workspaces);
            loss = scores().sumNumber().doubleValue();
        }
        score = loss / input.size(1) + regularization;
        return score;
    }

    @Override
    public INDArray computeScoreForExamples(double regularization, LayerWorkspaceMgr workspaces) {
        activate(false, workspaces);
        return workspaces.leverageTo(ArrayType.ACTIVATIONS, scores().add(regularization));
    }

    @Override
    public INDArray rnnTimeStep(INDArray stepInput, LayerWorkspaceMgr workspaces) {
        streaming = true;
        try {
            return super.rnnTimeStep(stepInput, workspaces);
        } finally {
            streaming = false;
        }
    }

    @Override
    public Map<String, INDArray> rnnGetPreviousState() {
        Map<String, INDArray> state = super.rnnGetPreviousState();
        streamed.forEach((key, array) -> state.put(key, array.dup()));
        return state;
    }

    @Override
    public void rnnSetPreviousState(Map<String, INDArray> state) {
        super.rnnSetPreviousState(state);
        RunningReduction.restore(streamed, state);
    }

    @Override
    public void rnnClearPreviousState() {
        super.rnnClearPreviousState();
        streamed.clear();
    }

    @Override
    public void setInput(INDArray newInput, LayerWorkspaceMgr workspaces) {
        super.setInput(newInput, workspaces);
        lossOfBackwardPass = Double.NaN;
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
    public void clear() {
        super.clear();
        labels = null;
        membranes = null;
    }

    private Objective objective() {
        return WindowCarry.objective(layerConf().objective(), windows);
    }

    private INDArray scores() {
        return objective().scores(membranes, timeMask(), checkedLabels());
    }

    private INDArray checkedLabels() {
        return ReadoutExecution.checkedLabels(
                labels, false, membranes.size(0), membranes.size(1), layerConf().getNOut(), layerId());
    }

    private INDArray timeMask() {
        return maskArray == null ? null : maskArray.reshape('c', input.size(0), input.size(1));
    }
}
