package org.spike4j.layers.execution;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.spike4j.layers.SpikingParameters;
import org.spike4j.layers.SpikingRecurrentConv2D;
import org.spike4j.neuron.kernel.AffineInput;
import org.spike4j.neuron.kernel.BackwardArrays;
import org.spike4j.neuron.kernel.CoupledKernels;
import org.spike4j.neuron.kernel.ForwardArrays;

/**
 * {@link SpikingRecurrentConv2D} at work. The convolution with the input runs once over all steps, the one with the last
 * output between the steps of the neurons; what comes out of it is added to the current, which is kept whole for the way back.
 * There
 *
 * <pre>
 * dL/dy_t = g_t + conv(d_{t+1}, R turned)          g from behind the layer, d the gradient on the current
 * dL/dR   = of conv(y_{t-1}, R) on d_t, over all steps at once
 * </pre>
 *
 * <p>The carried state is that of the neurons, and behind it their last output.
 */
public final class RecurrentConv2DExecution extends WeightedExecution<SpikingRecurrentConv2D> {
    private static final long serialVersionUID = 1L;

    /** What the neurons put out, without a mask; only after a forward pass in training. */
    private transient INDArray fedBack;

    /**
     * A layer.
     *
     * @param conf its configuration
     * @param dataType of its parameters
     */
    public RecurrentConv2DExecution(NeuralNetConfiguration conf, DataType dataType) {
        super(conf, dataType);
    }

    /**
     * Memory of a training pass.
     *
     * @param conf the layer
     * @param height of the input in pixels
     * @param width of the input in pixels
     * @param size steps and samples
     * @return bytes by kind
     */
    public static LayerMemory memory(SpikingRecurrentConv2D conf, long height, long width, PassSize size) {
        long units = conf.getNOut() * conf.convolved(height, 0) * conf.convolved(width, 1);
        long inputUnits = conf.getNIn() * height * width;
        boolean staticInput = conf.getTimeSteps() > 0;
        long input = staticInput ? size.samples(inputUnits) : size.rows(inputUnits);
        long sequence = size.rows(units);
        long once = staticInput ? size.samples(units) : 0;
        long unused = conf.isInputGradient() ? 0 : input;
        return new LayerMemory(
                2 * sequence + once,
                2 * sequence + once + unused,
                conf.isInputGradient() ? input : 0,
                sequence + input);
    }

    @Override
    int inputRank() {
        return 5;
    }

    @Override
    long[] units() {
        SpikingRecurrentConv2D conf = layerConf();
        return new long[] {conf.getNOut(), conf.convolved(input.size(3), 0), conf.convolved(input.size(4), 1)};
    }

    @Override
    INDArray current(boolean training, LayerWorkspaceMgr workspaces) {
        if (input.size(2) != layerConf().getNIn()) {
            throw new IllegalArgumentException(
                    "input must have " + layerConf().getNIn() + " channels, had " + input.size(2) + " " + layerId());
        }
        INDArray images = Memory.dense(inputRows(), ArrayType.FF_WORKING_MEM, workspaces);
        long[] units = units();
        long[] shape = {images.size(0), units[0], units[1], units[2]};
        INDArray current = workspaces.createUninitialized(kept(training), images.dataType(), shape, 'c');
        convolution().forward(images, weights(training, workspaces), current);
        return current;
    }

    @Override
    INDArray walk(Walk walk, INDArray currents, INDArray spikes, boolean training, LayerWorkspaceMgr workspaces) {
        boolean isStatic = walk.shape().staticInput();
        INDArray whole = isStatic
                ? workspaces.createUninitialized(kept(training), spikes.dataType(), spikes.shape(), 'c')
                : currents;
        INDArray weights = recurrentWeights(training, workspaces);
        INDArray before = outputRows(walk.from());
        FeedbackConvolution feedback = new FeedbackConvolution(layerConf().getRecurrentKernel(), workspaces);
        long samples = spikes.size(0) / walk.shape().steps();
        CoupledKernels.Coupling coupling = (t, first, count) -> {
            INDArray last = t > 0 ? spikes : before;
            long lastRow = Math.max(0, t - 1) * samples + first;
            INDArray target = FeedbackConvolution.rows(whole, t * samples + first, count);
            feedback.add(
                    last == null ? null : FeedbackConvolution.rows(last, lastRow, count),
                    weights,
                    isStatic ? FeedbackConvolution.rows(currents, first, count) : target,
                    target);
        };
        ForwardArrays arrays = ForwardArrays.of(whole, spikes)
                .withState(CarriedOutput.neurons(walk.from()), CarriedOutput.neurons(walk.to()));
        neuron().forward(rawConstants(), walk.map(), walk.shape().withMovingInput(), arrays, coupling);
        CarriedOutput.keepLast(spikes, walk.to());
        if (training) {
            fedBack = maskArray == null ? spikes : workspaces.dup(ArrayType.ACTIVATIONS, spikes, 'c');
        }
        return whole;
    }

    @Override
    NeuronRun.Gradients walkBack(
            Walk walk,
            INDArray currents,
            INDArray spikeGradient,
            INDArray currentGradient,
            LayerWorkspaceMgr workspaces) {
        boolean isStatic = walk.shape().staticInput();
        INDArray whole = isStatic
                ? workspaces.createUninitialized(ArrayType.BP_WORKING_MEM, currents.dataType(), currents.shape(), 'c')
                : currentGradient;
        INDArray turned = FeedbackConvolution.turned(recurrentWeights(true, workspaces));
        FeedbackConvolution feedback = new FeedbackConvolution(layerConf().getRecurrentKernel(), workspaces);
        long samples = whole.size(0) / walk.shape().steps();
        int lastStep = walk.shape().steps() - 1;
        CoupledKernels.Coupling coupling = (t, first, count) -> feedback.add(
                t == lastStep ? null : FeedbackConvolution.rows(whole, (t + 1) * samples + first, count),
                turned,
                FeedbackConvolution.rows(spikeGradient, t * samples + first, count),
                FeedbackConvolution.rows(whole, t * samples + first, count));
        // a step's whole gradient is put where its result will be, so it needs no memory of its own
        BackwardArrays arrays =
                BackwardArrays.of(currents, whole, whole).withState(CarriedOutput.neurons(walk.from()), null);
        NeuronRun.Gradients gradients =
                neuron().backward(rawConstants(), walk.map(), walk.shape().withMovingInput(), arrays, coupling);
        recurrentGradient(feedback, outputRows(walk.from()), whole, samples, workspaces);
        if (isStatic) {
            whole.reshape('c', WeightedExecution.prepend(walk.shape().steps(), samples, units()))
                    .sum(currentGradient, 0);
        }
        return gradients;
    }

    /** Sums the gradient on R over all steps but the first, which only has one if an output was carried into it. */
    private void recurrentGradient(
            FeedbackConvolution feedback,
            INDArray before,
            INDArray onCurrent,
            long samples,
            LayerWorkspaceMgr workspaces) {
        INDArray view = gradientViews.get(SpikingParameters.RECURRENT_WEIGHT);
        INDArray weights = recurrentWeights(true, workspaces);
        long later = onCurrent.size(0) - samples;
        if (later > 0) {
            feedback.weightGradient(
                    FeedbackConvolution.rows(fedBack, 0, later),
                    weights,
                    FeedbackConvolution.rows(onCurrent, samples, later),
                    view);
        } else {
            view.assign(0);
        }
        if (before != null) {
            INDArray onFirst = view.ulike();
            feedback.weightGradient(before, weights, FeedbackConvolution.rows(onCurrent, 0, samples), onFirst);
            view.addi(onFirst);
        }
    }

    @Override
    INDArray weightGradient(Gradient gradient, INDArray currentGradient, LayerWorkspaceMgr workspaces) {
        INDArray view = gradientViews.get(SpikingParameters.WEIGHT);
        ArrayType home = wantsInputGradient() ? ArrayType.ACTIVATION_GRAD : ArrayType.BP_WORKING_MEM;
        INDArray inputGradient = workspaces.createUninitialized(home, input.dataType(), input.shape(), 'c');
        INDArray images = Memory.dense(inputRows(), ArrayType.BP_WORKING_MEM, workspaces);
        INDArray onImages = inputGradient.reshape('c', images.shape());
        convolution().backward(images, weights(true, workspaces), currentGradient, onImages, view);
        gradient.gradientForVariable().put(SpikingParameters.WEIGHT, view);
        INDArray recurrent = gradientViews.get(SpikingParameters.RECURRENT_WEIGHT);
        gradient.gradientForVariable().put(SpikingParameters.RECURRENT_WEIGHT, recurrent); // written on the way back
        return wantsInputGradient() ? inputGradient : null;
    }

    @Override
    AffineInput map(INDArray currents, boolean training) {
        return biasMap();
    }

    @Override
    void mapGradient(Gradient gradient, AffineInput mapGradient, INDArray currents, INDArray currentGradient) {
        put(gradient, SpikingParameters.BIAS, mapGradient.shift());
    }

    @Override
    INDArray pooled(INDArray spikes, LayerWorkspaceMgr workspaces) {
        return spikes;
    }

    @Override
    INDArray unpooled(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        return Memory.dense(epsilon, ArrayType.BP_WORKING_MEM, workspaces);
    }

    @Override
    long[] stateShape() {
        long[] shape = super.stateShape();
        shape[0]++;
        return shape;
    }

    @Override
    public void clear() {
        super.clear();
        fedBack = null;
    }

    private Convolution convolution() {
        return new Convolution(
                layerConf().getKernel(), layerConf().getStride(), layerConf().getPadding());
    }

    private INDArray recurrentWeights(boolean training, LayerWorkspaceMgr workspaces) {
        return getParamWithNoise(SpikingParameters.RECURRENT_WEIGHT, training, workspaces);
    }

    /** The output before the first step as images, [N, channels, H, W]; null for 0. */
    private INDArray outputRows(INDArray state) {
        INDArray output = CarriedOutput.output(state);
        if (output == null) {
            return null;
        }
        long[] shape = output.shape();
        return output.reshape('c', shape[1], shape[2], shape[3], shape[4]);
    }
}
