package org.spike4j.layers.execution;

import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.spike4j.layers.SpikingParameters;
import org.spike4j.neuron.kernel.AffineInput;
import org.spike4j.neuron.kernel.ChannelMoments;
import org.spike4j.neuron.patch.CurrentCorrection;

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

    /** The parameters of the channels: gamma, beta, and the running mean and variance. */
    record Parameters(double[] gamma, double[] beta, double[] mean, double[] variance) {

        /** Those of a layer, by name. */
        static Parameters of(Map<String, INDArray> parameters) {
            return new Parameters(
                    parameters.get(SpikingParameters.GAMMA).toDoubleVector(),
                    parameters.get(SpikingParameters.BETA).toDoubleVector(),
                    parameters.get(SpikingParameters.MEAN).toDoubleVector(),
                    parameters.get(SpikingParameters.VARIANCE).toDoubleVector());
        }
    }

    private FoldedBatchNorm(Parameters parameters, ReplicaGroup group, ChannelMoments batch) {
        this.group = group;
        this.batch = batch;
        gamma = parameters.gamma;
        runningMean = parameters.mean;
        runningVariance = parameters.variance;
        mean = batch == null ? runningMean : batch.mean();
        double[] variance = batch == null ? runningVariance : batch.variance();
        inverseDeviation = new double[gamma.length];
        double[] scale = new double[gamma.length];
        double[] shift = new double[gamma.length];
        for (int c = 0; c < gamma.length; c++) {
            inverseDeviation[c] = 1 / Math.sqrt(variance[c] + EPSILON);
            scale[c] = gamma[c] * inverseDeviation[c];
            shift[c] = parameters.beta[c] - mean[c] * scale[c];
        }
        map = new AffineInput(scale, shift);
    }

    /**
     * Gradients; those of the running averages are what an update without learning rate takes off. The correction is what
     * dL/dx gets through the statistics, null if they are not those of the batch.
     */
    record Gradients(double[] gamma, double[] beta, double[] mean, double[] variance, CurrentCorrection correction) {

        /** The correction as a map of x, which is 0 where there is none. */
        AffineInput correctionMap() {
            return correction == null
                    ? new AffineInput(new double[gamma.length], new double[gamma.length])
                    : new AffineInput(correction.slope(), correction.offset());
        }
    }

    /** With the moments of this replica's part of the batch, or with the running averages if they are null. */
    static FoldedBatchNorm of(Map<String, INDArray> parameters, ReplicaGroup group, ChannelMoments part) {
        return of(Parameters.of(parameters), group, part);
    }

    /** The same with parameters from elsewhere. */
    static FoldedBatchNorm of(Parameters parameters, ReplicaGroup group, ChannelMoments part) {
        return new FoldedBatchNorm(parameters, group, part == null ? null : group.merged(part));
    }

    AffineInput map() {
        return map;
    }

    /** Gradients of the parameters and on the way through the statistics. */
    Gradients backward(AffineInput mapGradient) {
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
        CurrentCorrection correction = batch == null ? null : new CurrentCorrection(slope, offset);
        return new Gradients(gammaGradient, mapGradient.shift(), meanStep, varianceStep, correction);
    }

    /** The D of the equations above. */
    private double centred(AffineInput mapGradient, int channel) {
        return mapGradient.scale()[channel] - mean[channel] * mapGradient.shift()[channel];
    }
}
