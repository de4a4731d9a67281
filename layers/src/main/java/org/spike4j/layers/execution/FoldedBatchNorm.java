package org.spike4j.layers.execution;

import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.spike4j.layers.SpikingParameters;
import org.spike4j.neuron.kernel.AffineInput;
import org.spike4j.neuron.kernel.ChannelKernels;
import org.spike4j.neuron.kernel.ChannelMoments;
import org.spike4j.neuron.kernel.Stage;
import org.spike4j.neuron.kernel.StageClock;

/**
 * Batch normalisation y = gamma (x - mean) / sqrt(variance + epsilon) + beta of each channel, as the affine map x -&gt; scale
 * x + shift with scale = gamma / sqrt(variance + epsilon) and shift = beta - mean scale, to be folded into a neuron.
 *
 * <p>In training, mean and (biased) variance are those of the batch, and the gradient flows through them: with L the loss,
 * r = 1 / sqrt(variance + epsilon), and D = dL/dscale - mean dL/dshift,
 *
 * <pre>
 * dL/dgamma = r D          dL/dbeta = dL/dshift
 * dL/dmean = -scale dL/dshift          dL/dvariance = -gamma r^3 D / 2
 * dL/dx += slope x + offset,  slope = 2 dL/dvariance / n,  offset = dL/dmean / n - slope mean
 * </pre>
 *
 * <p>Replicas merge their moments and add up dL/dscale and dL/dshift, so that statistics, n and dL/dx are those of the whole
 * mini-batch, while dL/dgamma and dL/dbeta are those of the own part.
 */
final class FoldedBatchNorm {
    private static final double EPSILON = 1e-5;
    private static final double KEEP = 0.9;

    private final double[] gamma;
    private final double[] mean;
    private final double[] inverseDeviation;
    private final ReplicaGroup group;
    private final ChannelMoments batch;
    private final double[] runningMean;
    private final double[] runningVariance;
    private final AffineInput map;

    private FoldedBatchNorm(Map<String, INDArray> parameters, ReplicaGroup group, ChannelMoments batch) {
        this.group = group;
        this.batch = batch;
        gamma = parameters.get(SpikingParameters.GAMMA).toDoubleVector();
        double[] beta = parameters.get(SpikingParameters.BETA).toDoubleVector();
        runningMean = parameters.get(SpikingParameters.MEAN).toDoubleVector();
        runningVariance = parameters.get(SpikingParameters.VARIANCE).toDoubleVector();
        mean = batch == null ? runningMean : batch.mean();
        double[] variance = batch == null ? runningVariance : batch.variance();
        inverseDeviation = new double[gamma.length];
        double[] scale = new double[gamma.length];
        double[] shift = new double[gamma.length];
        for (int c = 0; c < gamma.length; c++) {
            inverseDeviation[c] = 1 / Math.sqrt(variance[c] + EPSILON);
            scale[c] = gamma[c] * inverseDeviation[c];
            shift[c] = beta[c] - mean[c] * scale[c];
        }
        map = new AffineInput(scale, shift);
    }

    /** Gradients; those of the running averages are what an update without learning rate takes off. */
    record Gradients(double[] gamma, double[] beta, double[] mean, double[] variance) {}

    /** With the batch's statistics in training, the running ones otherwise. */
    static FoldedBatchNorm of(Map<String, INDArray> parameters, ReplicaGroup group, INDArray x, boolean training) {
        try (var ignored = StageClock.enter(Stage.NORM)) {
            return new FoldedBatchNorm(parameters, group, training ? group.merged(ChannelKernels.moments(x)) : null);
        }
    }

    AffineInput map() {
        return map;
    }

    /** Gradients of the parameters; adds the part that flows through the statistics to dL/dx. */
    Gradients backward(AffineInput mapGradient, INDArray x, INDArray xGradient) {
        int channels = gamma.length;
        double[] gammaGradient = new double[channels];
        double[] meanStep = new double[channels];
        double[] varianceStep = new double[channels];
        double[] slope = new double[channels];
        double[] offset = new double[channels];
        AffineInput whole = batch == null ? mapGradient : group.summed(mapGradient);
        double step = (1 - KEEP) * group.shareOfAverages();
        for (int c = 0; c < channels; c++) {
            double r = inverseDeviation[c];
            gammaGradient[c] = r * centred(mapGradient, c);
            if (batch != null) {
                slope[c] = -gamma[c] * r * r * r * centred(whole, c) / batch.count();
                offset[c] = -map.scale()[c] * whole.shift()[c] / batch.count() - slope[c] * mean[c];
                meanStep[c] = step * (runningMean[c] - batch.mean()[c]);
                varianceStep[c] = step * (runningVariance[c] - batch.variance()[c]);
            }
        }
        if (batch != null) {
            try (var ignored = StageClock.enter(Stage.NORM)) {
                ChannelKernels.addAffineInPlace(xGradient, x, slope, offset);
            }
        }
        return new Gradients(gammaGradient, mapGradient.shift(), meanStep, varianceStep);
    }

    /** The D of the equations above. */
    private double centred(AffineInput mapGradient, int channel) {
        return mapGradient.scale()[channel] - mean[channel] * mapGradient.shift()[channel];
    }
}
