package org.spike4j.layers.execution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.deeplearning4j.nn.api.layers.RecurrentLayer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.BaseLayer;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.spike4j.layers.AttentionPart;
import org.spike4j.layers.SpikingSelfAttention;

/** {@link SpikingSelfAttention} at work: its parts at work, one after the other, on their shares of its parameters. */
public final class SelfAttentionExecution extends BaseLayer<SpikingSelfAttention>
        implements RecurrentLayer, ReplicaMember, SpikeSource {
    private static final long serialVersionUID = 1L;

    private final List<AttentionPart> parts;
    private final List<SpikingExecution<?>> layers = new ArrayList<>();
    private transient boolean freshInput;

    /**
     * A layer.
     *
     * @param conf its configuration
     * @param dataType of its parameters
     * @param layerIndex index in the network
     * @param parameters all of them, with their values
     */
    public SelfAttentionExecution(NeuralNetConfiguration conf, DataType dataType, int layerIndex, INDArray parameters) {
        super(conf, dataType);
        parts = layerConf().parts();
        for (AttentionPart part : parts) {
            layers.add((SpikingExecution<?>) part.layer()
                    .instantiate(
                            part.configuration(conf), List.of(), layerIndex, part.view(parameters), false, dataType));
        }
    }

    @Override
    public void join(ReplicaGroup replicas) {
        layers.forEach(layer -> layer.join(replicas));
    }

    @Override
    public void setInput(INDArray newInput, LayerWorkspaceMgr workspaces) {
        super.setInput(newInput, workspaces);
        freshInput = true;
    }

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
        return pass(training, workspaces, (layer, in) -> {
            layer.setInput(in, workspaces);
            return layer.activate(training, workspaces);
        });
    }

    /** A ComputationGraph has already set the input, preprocessed; a MultiLayerNetwork passes it preprocessed. */
    @Override
    public INDArray rnnTimeStep(INDArray newInput, LayerWorkspaceMgr workspaces) {
        if (!freshInput) {
            setInput(newInput, workspaces);
        }
        return pass(false, workspaces, (layer, in) -> layer.rnnTimeStep(in, workspaces));
    }

    @Override
    public INDArray rnnActivateUsingStoredState(
            INDArray newInput, boolean training, boolean storeLastForTBPTT, LayerWorkspaceMgr workspaces) {
        setInput(newInput, workspaces);
        return pass(
                training,
                workspaces,
                (layer, in) -> layer.rnnActivateUsingStoredState(in, training, storeLastForTBPTT, workspaces));
    }

    private INDArray pass(
            boolean training,
            LayerWorkspaceMgr workspaces,
            BiFunction<SpikingExecution<?>, INDArray, INDArray> forward) {
        assertInputSet(false);
        freshInput = false;
        if (input.rank() != 5) {
            throw new IllegalArgumentException("input of SpikingSelfAttention must reach it as [T, N, "
                    + layerConf().getNIn() + ", H, W], was " + Arrays.toString(input.shape())
                    + "; call setInputType(...) on the configuration, which adds the preprocessor " + layerId());
        }
        applyDropOutIfNecessary(training, workspaces);
        INDArray at = null;
        for (SpikingExecution<?> layer : layers) {
            layer.setMaskArray(maskArray);
            at = forward.apply(layer, at == null ? input : Memory.unfold(at, input.size(1)));
        }
        return at;
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        assertInputSet(true);
        Map<String, INDArray> found = new HashMap<>();
        INDArray at = epsilon;
        for (int k = layers.size() - 1; k >= 0; k--) {
            AttentionPart part = parts.get(k);
            Pair<Gradient, INDArray> one = layers.get(k).backpropGradient(at, workspaces);
            one.getFirst().gradientForVariable().forEach((key, view) -> found.put(part.key(key), view));
            at = k == 0 ? one.getSecond() : Memory.fold(one.getSecond());
        }
        Gradient gradient = new DefaultGradient(gradientsFlattened);
        layerConf()
                .initializer()
                .paramKeys(layerConf())
                .forEach(key -> gradient.gradientForVariable().put(key, found.get(key)));
        return new Pair<>(gradient, backpropDropOutIfPresent(at));
    }

    @Override
    public Pair<Gradient, INDArray> tbpttBackpropGradient(
            INDArray epsilon, int tbpttBackLength, LayerWorkspaceMgr workspaces) {
        return backpropGradient(epsilon, workspaces);
    }

    @Override
    public void setBackpropGradientsViewArray(INDArray gradients) {
        super.setBackpropGradientsViewArray(gradients);
        for (int k = 0; k < layers.size(); k++) {
            INDArray own = parts.get(k).view(gradients);
            if (own != null) {
                layers.get(k).setBackpropGradientsViewArray(own);
            }
        }
    }

    @Override
    public Map<String, INDArray> rnnGetPreviousState() {
        return states(SpikingExecution::rnnGetPreviousState);
    }

    @Override
    public void rnnSetPreviousState(Map<String, INDArray> state) {
        for (int k = 0; k < layers.size(); k++) {
            layers.get(k).rnnSetPreviousState(own(state, parts.get(k)));
        }
    }

    @Override
    public void rnnClearPreviousState() {
        layers.forEach(SpikingExecution::rnnClearPreviousState);
    }

    @Override
    public Map<String, INDArray> rnnGetTBPTTState() {
        return states(SpikingExecution::rnnGetTBPTTState);
    }

    @Override
    public void rnnSetTBPTTState(Map<String, INDArray> state) {
        for (int k = 0; k < layers.size(); k++) {
            layers.get(k).rnnSetTBPTTState(own(state, parts.get(k)));
        }
    }

    private Map<String, INDArray> states(Function<SpikingExecution<?>, Map<String, INDArray>> of) {
        Map<String, INDArray> states = new HashMap<>();
        for (int k = 0; k < layers.size(); k++) {
            AttentionPart part = parts.get(k);
            of.apply(layers.get(k)).forEach((key, state) -> states.put(part.key(key), state));
        }
        return states;
    }

    private static Map<String, INDArray> own(Map<String, INDArray> states, AttentionPart part) {
        Map<String, INDArray> own = new HashMap<>();
        states.forEach((key, state) -> {
            if (key.startsWith(part.key(""))) {
                own.put(key.substring(part.key("").length()), state);
            }
        });
        return own;
    }

    /** Records the output's neurons. */
    @Override
    public void record(boolean on) {
        layers.get(layers.size() - 1).record(on);
    }

    @Override
    public INDArray recorded() {
        return layers.get(layers.size() - 1).recorded();
    }

    @Override
    public int getInputMiniBatchSize() {
        return Math.toIntExact(input.size(1));
    }

    @Override
    public void clear() {
        super.clear();
        layers.forEach(layer -> {
            layer.setMaskArray(null);
            layer.clear();
        });
    }

    @Override
    public Type type() {
        return Type.RECURRENT;
    }

    @Override
    public boolean isPretrainLayer() {
        return false;
    }

    @Override
    public boolean updaterDivideByMinibatch(String paramName) {
        return !SpikingSelfAttention.isStatistic(paramName);
    }
}
