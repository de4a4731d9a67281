package org.spike4j.layers;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.nn.conf.memory.MemoryReport;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.learning.regularization.Regularization;
import org.spike4j.layers.execution.LayerMemory;
import org.spike4j.layers.execution.PassSize;
import org.spike4j.layers.execution.SelfAttentionExecution;
import org.spike4j.neuron.NeuronModel;

/**
 * Spiking self-attention: attention of spikes to spikes, without a softmax. In each step, with the pixels of an image as
 * tokens, for each of some heads,
 *
 * <pre>
 * Q, K, V = neurons(batchNorm(W x))
 * Y       = neurons(scale Q K^T V)                    tokens first, each head with its share of the channels
 * output  = neurons(batchNorm(P Y))
 * </pre>
 *
 * <p>It is three layers in one, each with their parameters: {@code qkv.}, a {@link SpikingConv2D} with a 1x1 kernel; {@code
 * attention.}, a {@link SpikeAttention}; and {@code projection.}, another convolution. So products on spikes run on packed
 * bits, replicas share the statistics, and a stream carries the states of all neurons. Source: Zhou et al. 2023, Spikformer,
 * ICLR, arXiv:2209.15425; the scale of its implementation is 0.125.
 *
 * <p>Input and output: [T*N, C, H, W] with row = t * N + n, or [N, C, T, H, W] as input.
 */
public final class SpikingSelfAttention extends FeedForwardLayer implements TrainedMemory, NormalisesBatch {
    static final double DEFAULT_SCALE = 0.125;
    private static final long serialVersionUID = 1L;

    private int heads = 1;
    private double scale = DEFAULT_SCALE;
    private NeuronModel neuron;
    private NeuronModel attentionNeuron;

    /** For JSON. */
    public SpikingSelfAttention() {}

    private SpikingSelfAttention(Builder builder) {
        super(builder);
        heads = builder.heads;
        scale = builder.scale;
        neuron = Objects.requireNonNull(builder.neuron, "a spiking layer needs a neuron model; call neuron(...)");
        attentionNeuron = builder.attentionNeuron == null ? neuron : builder.attentionNeuron;
    }

    /**
     * Heads.
     *
     * @return number of heads, a divisor of the channels
     */
    public int getHeads() {
        return heads;
    }

    /**
     * Sets the heads.
     *
     * @param heads number of heads, a divisor of the channels
     */
    public void setHeads(int heads) {
        this.heads = heads;
    }

    /**
     * Scale of the attention.
     *
     * @return factor on the current of the attention's neurons
     */
    public double getScale() {
        return scale;
    }

    /**
     * Sets the scale of the attention.
     *
     * @param scale factor on the current of the attention's neurons
     */
    public void setScale(double scale) {
        this.scale = scale;
    }

    /**
     * The neuron of queries, keys, values and output.
     *
     * @return its model
     */
    public NeuronModel getNeuron() {
        return neuron;
    }

    /**
     * Sets the neuron of queries, keys, values and output.
     *
     * @param neuron its model
     */
    public void setNeuron(NeuronModel neuron) {
        this.neuron = neuron;
    }

    /**
     * The neuron of the attention.
     *
     * @return its model
     */
    public NeuronModel getAttentionNeuron() {
        return attentionNeuron;
    }

    /**
     * Sets the neuron of the attention.
     *
     * @param attentionNeuron its model
     */
    public void setAttentionNeuron(NeuronModel attentionNeuron) {
        this.attentionNeuron = attentionNeuron;
    }

    /**
     * The layers that this one is made of.
     *
     * @return parts with new configurations, in the order of the passes
     */
    public List<AttentionPart> parts() {
        SpikeAttention attention = new SpikeAttention.Builder()
                .heads(heads)
                .scale(scale)
                .neuron(attentionNeuron)
                .build();
        attention.setChannels(3 * getNIn());
        List<AttentionPart> parts = new ArrayList<>();
        addTo(parts, "qkv", convolution(3 * getNIn()));
        addTo(parts, "attention", attention);
        addTo(parts, "projection", convolution(getNIn()));
        return parts;
    }

    private static void addTo(List<AttentionPart> parts, String name, NeuronLayer layer) {
        long start = parts.stream().mapToLong(AttentionPart::length).sum();
        parts.add(new AttentionPart(name, layer, start, layer.initializer().numParams(layer)));
    }

    private SpikingConv2D convolution(long outputs) {
        SpikingConv2D part = new SpikingConv2D.Builder()
                .nIn(getNIn())
                .nOut(outputs)
                .kernelSize(1, 1)
                .batchNorm(true)
                .neuron(neuron)
                .build();
        part.setWeightInitFn(getWeightInitFn());
        return part;
    }

    @Override
    public boolean hasBatchNorm() {
        return true;
    }

    @Override
    public Layer instantiate(
            NeuralNetConfiguration conf,
            Collection<TrainingListener> trainingListeners,
            int layerIndex,
            INDArray layerParamsView,
            boolean initializeParams,
            DataType networkDataType) {
        Map<String, INDArray> parameters = initializer().init(conf, layerParamsView, initializeParams);
        SelfAttentionExecution layer = new SelfAttentionExecution(conf, networkDataType, layerIndex, layerParamsView);
        layer.setListeners(trainingListeners);
        layer.setIndex(layerIndex);
        layer.setParamsViewArray(layerParamsView);
        layer.setParamTable(parameters);
        return layer;
    }

    @Override
    public ParamInitializer initializer() {
        return SelfAttentionParameters.INSTANCE;
    }

    @Override
    public InputType getOutputType(int layerIndex, InputType inputType) {
        return Channels.folded(inputType);
    }

    @Override
    public void setNIn(InputType inputType, boolean override) {
        if (inputType.getType() != InputType.Type.CNN && inputType.getType() != InputType.Type.CNN3D) {
            throw new IllegalArgumentException("layer \"" + getLayerName()
                    + "\": SpikingSelfAttention needs images, whose pixels are its tokens, was " + inputType
                    + "; use InputType.convolutional(1, tokens, channels)");
        }
        long channels = Channels.of(inputType);
        if (channels % heads != 0) {
            throw new IllegalArgumentException("layer \"" + getLayerName() + "\": " + heads
                    + " heads must divide the channels, which are " + channels);
        }
        setNIn(channels);
        setNOut(channels);
    }

    @Override
    public InputPreProcessor getPreProcessorForInputType(InputType inputType) {
        return new TimeMajor(Layout.of(inputType));
    }

    @Override
    public List<Regularization> getRegularizationByParam(String paramName) {
        return initializer().isWeightParam(this, paramName) ? getRegularization() : List.of();
    }

    @Override
    public IUpdater getUpdaterByParam(String paramName) {
        return isStatistic(paramName) ? new NoOp() : super.getUpdaterByParam(paramName);
    }

    @Override
    public LayerMemory trainingMemory(InputType input, PassSize size) {
        long stored = 0;
        long working = 0;
        long scratch = 0;
        InputType type = input;
        for (AttentionPart each : parts()) {
            NeuronLayer part = each.layer();
            LayerMemory memory = part.trainingMemory(type, size);
            stored += memory.stored();
            working = Math.max(working, memory.working() + memory.inputGradient());
            scratch = Math.max(scratch, memory.scratch());
            type = part.getOutputType(-1, type);
        }
        return new LayerMemory(stored, working, size.rows(Channels.features(input)), scratch);
    }

    @Override
    public LayerMemoryReport getMemoryReport(InputType inputType) {
        InputType outputType = getOutputType(-1, inputType);
        long parameters = initializer().numParams(this);
        long updater = getIUpdater() == null ? 0 : getIUpdater().stateSize(parameters);
        return new LayerMemoryReport.Builder(getLayerName(), getClass(), inputType, outputType)
                .standardMemory(parameters, updater)
                .workingMemory(0, 0, 0, 10 * outputType.arrayElementsPerExample())
                .cacheMemory(MemoryReport.CACHE_MODE_ALL_ZEROS, MemoryReport.CACHE_MODE_ALL_ZEROS)
                .build();
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other)
                && other instanceof SpikingSelfAttention that
                && heads == that.heads
                && scale == that.scale
                && neuron.equals(that.neuron)
                && attentionNeuron.equals(that.attentionNeuron);
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), heads, scale, neuron, attentionNeuron);
    }

    /**
     * Whether a parameter is a running average.
     *
     * @param paramName its name
     * @return true if it is not trained by gradient
     */
    public static boolean isStatistic(String paramName) {
        return paramName.endsWith("." + SpikingParameters.MEAN) || paramName.endsWith("." + SpikingParameters.VARIANCE);
    }

    static int checkedHeads(int heads) {
        if (heads < 1) {
            throw new IllegalArgumentException("heads must be >= 1, was " + heads);
        }
        return heads;
    }

    static double checkedScale(double scale) {
        if (!(scale > 0) || Double.isInfinite(scale)) {
            throw new IllegalArgumentException("scale must be > 0 and finite, was " + scale);
        }
        return scale;
    }

    /** Builds a {@link SpikingSelfAttention}. */
    public static final class Builder extends FeedForwardLayer.Builder<Builder> {
        private int heads = 1;
        private double scale = DEFAULT_SCALE;
        private NeuronModel neuron;
        private NeuronModel attentionNeuron;

        /** Starts with one head, the scale 0.125 and no neuron. */
        public Builder() {}

        /**
         * Sets the heads.
         *
         * @param count number of heads, a divisor of the channels
         * @return this builder
         */
        public Builder heads(int count) {
            heads = checkedHeads(count);
            return this;
        }

        /**
         * Sets the scale of the attention.
         *
         * @param factor on the current of the attention's neurons
         * @return this builder
         */
        public Builder scale(double factor) {
            scale = checkedScale(factor);
            return this;
        }

        /**
         * Sets the neuron; needed.
         *
         * @param model of queries, keys, values and output
         * @return this builder
         */
        public Builder neuron(NeuronModel model) {
            neuron = model;
            return this;
        }

        /**
         * Sets another neuron for the attention; Spikformer halves the threshold there.
         *
         * @param model of the attention
         * @return this builder
         */
        public Builder attentionNeuron(NeuronModel model) {
            attentionNeuron = model;
            return this;
        }

        @Override
        @SuppressWarnings("unchecked")
        public SpikingSelfAttention build() {
            return new SpikingSelfAttention(this);
        }
    }
}
