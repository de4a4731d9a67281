package org.spike4j.layers.execution;

import java.util.Arrays;
import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.BaseLayer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.spike4j.layers.LearnedQuantization;
import org.spike4j.layers.QuantizationParameters;

/**
 * {@link LearnedQuantization} at work: for each kernel one product of the banded matrix A[t][u] = w(S t - u) with the steps as
 * rows.
 */
public final class QuantizationExecution extends BaseLayer<LearnedQuantization> {
    private static final long serialVersionUID = 1L;

    /**
     * A layer.
     *
     * @param conf its configuration
     * @param dataType of its parameters
     */
    public QuantizationExecution(NeuralNetConfiguration conf, DataType dataType) {
        super(conf, dataType);
    }

    /**
     * Memory of a training pass.
     *
     * @param layer the layer
     * @param features values of a sample at a step
     * @param size steps below and samples
     * @return bytes by kind
     */
    public static LayerMemory memory(LearnedQuantization layer, long features, PassSize size) {
        long below = size.rows(features);
        long above = layer.outputSteps() * size.samples(features);
        return new LayerMemory(below + above, layer.isPerChannel() ? 2 * (below + above) : 0, below, 0);
    }

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
        assertInputSet(false);
        applyDropOutIfNecessary(training, workspaces);
        requireSequence();
        INDArray below = byKernel(input);
        INDArray above = rows(below, layerConf().outputSteps());
        for (int k = 0; k < below.size(0); k++) {
            band(k).mmuli(below.slice(k), above.slice(k));
        }
        return Memory.fold(sequence(above, shapeAbove(), ArrayType.ACTIVATIONS, workspaces));
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        assertInputSet(true);
        INDArray upstream = byKernel(
                Memory.dense(epsilon, ArrayType.BP_WORKING_MEM, workspaces).reshape('c', shapeAbove()));
        INDArray below = byKernel(input);
        INDArray onBelow = rows(below, layerConf().getSteps());
        INDArray onKernels = gradientViews.get(QuantizationParameters.KERNEL);
        for (int k = 0; k < below.size(0); k++) {
            put(upstream.slice(k).mmul(below.slice(k).transpose()), k, onKernels);
            band(k).transpose().mmuli(upstream.slice(k), onBelow.slice(k));
        }
        Gradient gradient = new DefaultGradient(gradientsFlattened);
        gradient.gradientForVariable().put(QuantizationParameters.KERNEL, onKernels);
        return new Pair<>(
                gradient,
                backpropDropOutIfPresent(sequence(onBelow, input.shape(), ArrayType.ACTIVATION_GRAD, workspaces)));
    }

    private long[] shapeAbove() {
        long[] shape = input.shape().clone();
        shape[0] = layerConf().outputSteps();
        return shape;
    }

    /** A of a kernel, [steps above, steps below]. */
    private INDArray band(int kernel) {
        double[] weights = getParam(QuantizationParameters.KERNEL).toDoubleVector();
        int length = layerConf().getKernel();
        double[][] band = new double[layerConf().outputSteps()][layerConf().getSteps()];
        for (int t = 0; t < band.length; t++) {
            for (int u = 0; u < band[t].length; u++) {
                int place = layerConf().getStride() * t - u + length / 2;
                band[t][u] = place < 0 || place >= length ? 0 : weights[kernel * length + place];
            }
        }
        return Nd4j.createFromArray(band).castTo(dataType);
    }

    /** The gradient on a kernel, whose weights each stand along a line of the matrix. */
    private void put(INDArray onBand, int kernel, INDArray onKernels) {
        double[][] gradients = onBand.castTo(DataType.DOUBLE).toDoubleMatrix();
        int length = layerConf().getKernel();
        double[] sums = new double[length];
        for (int t = 0; t < gradients.length; t++) {
            for (int u = 0; u < gradients[t].length; u++) {
                int place = layerConf().getStride() * t - u + length / 2;
                if (place >= 0 && place < length) {
                    sums[place] += gradients[t][u];
                }
            }
        }
        for (int j = 0; j < length; j++) {
            onKernels.putScalar((long) kernel * length + j, sums[j]);
        }
    }

    /** [kernels, T, numbers of a step], in c order. */
    private INDArray byKernel(INDArray sequence) {
        long steps = sequence.size(0);
        long kernels = layerConf().kernels();
        INDArray ordered = kernels == 1
                ? sequence
                : sequence.permute(channelFirst(sequence.rank())).dup('c');
        return ordered.reshape('c', kernels, steps, sequence.length() / (steps * kernels));
    }

    /** The same numbers as [T, N, ...], in c order, in a workspace. */
    private INDArray sequence(INDArray byKernel, long[] shape, ArrayType home, LayerWorkspaceMgr workspaces) {
        INDArray sequence = workspaces.createUninitialized(home, byKernel.dataType(), shape, 'c');
        if (byKernel.size(0) == 1) {
            return sequence.assign(byKernel.reshape('c', shape));
        }
        INDArray view = sequence.permute(channelFirst(shape.length));
        view.assign(byKernel.reshape('c', view.shape()));
        return sequence;
    }

    private static INDArray rows(INDArray like, int steps) {
        return Nd4j.createUninitialized(like.dataType(), new long[] {like.size(0), steps, like.size(2)}, 'c');
    }

    /** From [T, N, C, ...] to [C, T, N, ...]. */
    private static int[] channelFirst(int rank) {
        int[] axes = new int[rank];
        for (int k = 0; k < rank; k++) {
            axes[k] = k < 3 ? (k + 2) % 3 : k;
        }
        return axes;
    }

    private void requireSequence() {
        if (input.rank() < 3 || input.size(0) != layerConf().getSteps()) {
            throw new IllegalArgumentException("input of LearnedQuantization must reach it as ["
                    + layerConf().getSteps() + ", N, ...], was " + Arrays.toString(input.shape())
                    + "; it needs whole sequences, of the steps(...) of its configuration, and cannot run step by step"
                    + " in rnnTimeStep or by windows in truncated back-propagation " + layerId());
        }
    }

    @Override
    public Pair<INDArray, MaskState> feedForwardMaskArray(INDArray mask, MaskState state, int miniBatchSize) {
        if (mask != null) {
            throw new IllegalArgumentException("LearnedQuantization mixes steps and takes no mask of them; give all"
                    + " samples the same number of steps " + layerId());
        }
        return new Pair<>(null, state);
    }

    @Override
    public boolean isPretrainLayer() {
        return false;
    }
}
