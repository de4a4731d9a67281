package org.spike4j.layers.execution;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.spike4j.layers.HomeostaticLif;
import org.spike4j.layers.SpikingParameters;
import org.spike4j.neuron.kernel.BackwardArrays;
import org.spike4j.neuron.kernel.ForwardArrays;
import org.spike4j.neuron.kernel.SequenceShape;
import org.spike4j.neuron.kernel.StepKernels;

/**
 * {@link HomeostaticLif} at work. A step adds the input to the carried membrane, normalises the slab, and lets the neuron's
 * kernel take one step from the membrane 0, whose h is then its input.
 *
 * <p>Back, with dh the gradient that the kernel returns for the normalised membrane, and the carried membrane's own: dL/du =
 * scale dh + slope u + offset as in {@link FoldedBatchNorm}, which is dL/dx and the gradient on the membrane carried from the
 * step before.
 */
public final class HomeostaticExecution extends SpikingExecution<HomeostaticLif> {
    private static final long serialVersionUID = 1L;

    /** The membranes u, [T*N, units...]. */
    private transient INDArray membranes;
    /** The membranes h, normalised and with noise. */
    private transient INDArray normalised;

    private transient List<FoldedBatchNorm> norms;

    /**
     * A layer.
     *
     * @param conf its configuration
     * @param dataType of its parameters
     */
    public HomeostaticExecution(NeuralNetConfiguration conf, DataType dataType) {
        super(conf, dataType);
    }

    /**
     * Memory of a training pass.
     *
     * @param units values of a sample at a step
     * @param size steps and samples
     * @return bytes by kind
     */
    public static LayerMemory memory(long units, PassSize size) {
        return new LayerMemory(3 * size.rows(units), size.samples(units), size.rows(units), 0);
    }

    @Override
    INDArray forward(INDArray from, INDArray to, boolean training, LayerWorkspaceMgr workspaces) {
        Frames frames = frames();
        applyDropOutIfNecessary(training, workspaces);
        INDArray rows = Memory.fold(input);
        membranes = workspaces.createUninitialized(kept(training), rows.dataType(), rows.shape(), 'c');
        normalised = workspaces.createUninitialized(kept(training), rows.dataType(), rows.shape(), 'c');
        INDArray output = workspaces.createUninitialized(ArrayType.ACTIVATIONS, rows.dataType(), rows.shape(), 'c');
        INDArray last = to != null
                ? to
                : workspaces.createUninitialized(ArrayType.FF_WORKING_MEM, rows.dataType(), stateShape(), 'c');
        double level = training ? layerConf().getNoise() : 0;
        MembraneNoise noise =
                level > 0 ? new MembraneNoise(level, Nd4j.getRandom().nextLong()) : null;
        norms = new ArrayList<>();
        INDArray carried = from;
        for (int t = 0; t < frames.steps(); t++) {
            INDArray u = slab(membranes, t);
            u.assign(slab(rows, t));
            if (carried != null) {
                u.addi(carried.reshape('c', u.shape()));
            }
            INDArray h = slab(normalised, t);
            norms.add(FoldedBatchNorm.of(
                    params, group(), training ? StepKernels.moments(u, 1).get(0) : null));
            StepKernels.apply(u, List.of(norms.get(t).map()), h);
            if (noise != null) {
                noise.addInPlace(h);
            }
            neuron().forward(
                            rawConstants(),
                            null,
                            oneStep(),
                            ForwardArrays.of(h, slab(output, t)).withState(null, last));
            carried = last;
        }
        if (maskArray != null) {
            Masks.applyToRows(output, maskArray);
        }
        keep(Memory.unfold(output, frames.miniBatch()));
        return output;
    }

    @Override
    Pair<Gradient, INDArray> backward(INDArray epsilon, INDArray from, LayerWorkspaceMgr workspaces) {
        INDArray dense = Memory.dense(epsilon, ArrayType.BP_WORKING_MEM, workspaces);
        INDArray upstream = Masks.masked(dense.reshape('c', membranes.shape()), maskArray, workspaces);
        INDArray inputGradient =
                workspaces.createUninitialized(ArrayType.ACTIVATION_GRAD, input.dataType(), input.shape(), 'c');
        INDArray onRows = Memory.fold(inputGradient);
        INDArray onNormalised = workspaces.createUninitialized(
                ArrayType.BP_WORKING_MEM, input.dataType(), slab(membranes, 0).shape(), 'c');
        int channels = Math.toIntExact(layerConf().getNOut());
        NormGradients sums = new NormGradients(channels);
        double[] learned = null;
        INDArray onCarried = null;
        for (int t = norms.size() - 1; t >= 0; t--) {
            INDArray u = slab(membranes, t);
            BackwardArrays arrays = BackwardArrays.of(slab(normalised, t), slab(upstream, t), onNormalised)
                    .withTraceGradients(null, onCarried);
            double[] ofStep =
                    neuron().backward(rawConstants(), null, oneStep(), arrays).learned();
            learned = learned == null ? ofStep : sum(learned, ofStep);
            FoldedBatchNorm.Gradients norm = norms.get(t)
                    .backward(StepKernels.mapGradients(onNormalised, u, 1).get(0));
            sums.add(norm, norms.size());
            onCarried = slab(onRows, t);
            StepKernels.pullBack(
                    onNormalised, List.of(norms.get(t).map()), u, List.of(norm.correctionMap()), onCarried);
        }
        Gradient gradient = gradientOf(learned);
        put(gradient, SpikingParameters.GAMMA, sums.gamma);
        put(gradient, SpikingParameters.BETA, sums.beta);
        put(gradient, SpikingParameters.MEAN, sums.mean);
        put(gradient, SpikingParameters.VARIANCE, sums.variance);
        return new Pair<>(gradient, layerConf().isInputGradient() ? backpropDropOutIfPresent(inputGradient) : null);
    }

    /** Sums over the steps; the running averages approach the mean of the steps. */
    private static final class NormGradients {
        private final double[] gamma;
        private final double[] beta;
        private final double[] mean;
        private final double[] variance;

        NormGradients(int channels) {
            gamma = new double[channels];
            beta = new double[channels];
            mean = new double[channels];
            variance = new double[channels];
        }

        void add(FoldedBatchNorm.Gradients step, int steps) {
            for (int c = 0; c < gamma.length; c++) {
                gamma[c] += step.gamma()[c];
                beta[c] += step.beta()[c];
                mean[c] += step.mean()[c] / steps;
                variance[c] += step.variance()[c] / steps;
            }
        }
    }

    private static double[] sum(double[] a, double[] b) {
        double[] sum = a.clone();
        for (int k = 0; k < sum.length; k++) {
            sum[k] += b[k];
        }
        return sum;
    }

    private Frames frames() {
        Frames frames = Frames.of(input, layerConf(), input.rank(), layerId());
        if (input.size(2) != layerConf().getNOut()) {
            throw new IllegalArgumentException(
                    "input must have " + layerConf().getNOut() + " channels, had " + input.size(2) + " " + layerId());
        }
        return frames;
    }

    private INDArray slab(INDArray rows, int step) {
        long samples = input.size(1);
        INDArrayIndex[] ofStep = {NDArrayIndex.interval(step * samples, (step + 1) * samples)};
        long[] shape = rows.shape().clone();
        shape[0] = samples;
        return rows.get(ofStep).reshape('c', shape);
    }

    private SequenceShape oneStep() {
        long inner = input.rank() == 3 ? 1 : input.size(3) * input.size(4);
        int channels = Math.toIntExact(input.size(2));
        return SequenceShape.of(1, input.size(1) * channels * inner, channels, inner);
    }

    @Override
    long[] stateShape() {
        long[] shape = input.shape().clone();
        shape[0] = neuron().stateCount();
        return shape;
    }

    @Override
    public int getInputMiniBatchSize() {
        return Math.toIntExact(input.size(1));
    }

    @Override
    public void clear() {
        super.clear();
        membranes = null;
        normalised = null;
        norms = null;
    }
}
