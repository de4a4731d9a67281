package org.spike4j.layers.execution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.spike4j.layers.SpikingParameters;
import org.spike4j.layers.TemporalNorm;
import org.spike4j.layers.TemporalNormParameters;
import org.spike4j.neuron.kernel.AffineInput;
import org.spike4j.neuron.kernel.ChannelMoments;

/**
 * A {@link TemporalNorm} as one affine map a step, y[t] = p[t] (scale[k] x + shift[k]), with scale and shift of the step's
 * group k from {@link FoldedBatchNorm}, whose gamma here is factor * gamma.
 *
 * <p>Backward, from a[t] = sum of x dL/dy and b[t] = sum of dL/dy over the samples of a step:
 *
 * <pre>
 * dL/dscale[k] = sum of p[t] a[t]        dL/dshift[k] = sum of p[t] b[t]        over the steps t of group k
 * dL/dp[t] = sum over channels of scale[k] a[t] + shift[k] b[t]
 * dL/dx = p[t] scale[k] dL/dy + slope[k] x + offset[k]
 * </pre>
 */
final class StepNorm {
    private final TemporalNorm norm;
    private final int first;
    private final int channels;
    private final double[] stepWeights;
    private final List<FoldedBatchNorm> groups = new ArrayList<>();
    private final List<AffineInput> maps = new ArrayList<>();

    /**
     * A pass.
     *
     * @param parameters of the layer
     * @param replicas who share the mini-batch
     * @param first step of the stream at which the sequence starts
     * @param steps of the sequence
     * @param moments of each step of this layer's part of the batch; null to use the running averages
     */
    StepNorm(
            TemporalNorm norm,
            Map<String, INDArray> parameters,
            ReplicaGroup replicas,
            int first,
            int steps,
            List<ChannelMoments> moments) {
        this.norm = norm;
        this.first = first;
        double[] gamma = parameters.get(SpikingParameters.GAMMA).toDoubleVector();
        channels = gamma.length / norm.groups();
        double[] beta =
                norm.hasShift() ? parameters.get(SpikingParameters.BETA).toDoubleVector() : new double[gamma.length];
        double[] mean = parameters.get(SpikingParameters.MEAN).toDoubleVector();
        double[] variance = parameters.get(SpikingParameters.VARIANCE).toDoubleVector();
        for (int k = 0; k < gamma.length; k++) {
            gamma[k] *= norm.factor();
        }
        stepWeights = norm.weighsSteps()
                ? parameters.get(TemporalNormParameters.STEP_WEIGHT).toDoubleVector()
                : null;
        for (int k = 0; k < (isShared() ? 1 : steps); k++) {
            FoldedBatchNorm.Parameters own =
                    new FoldedBatchNorm.Parameters(group(gamma, k), group(beta, k), group(mean, k), group(variance, k));
            groups.add(FoldedBatchNorm.of(own, replicas, momentsOf(moments, k)));
        }
        for (int t = 0; t < steps; t++) {
            maps.add(weighted(groupOf(t).map(), weight(t)));
        }
    }

    /** The map of each step. */
    List<AffineInput> maps() {
        return maps;
    }

    /**
     * Gradients of a pass.
     *
     * @param parameters by name, as long as the parameters
     * @param corrections what the statistics add to the gradient on x, slope as scale and offset as shift, one a step
     */
    record Gradients(Map<String, double[]> parameters, List<AffineInput> corrections) {}

    /** From dL/dscale and dL/dshift of each step's map. */
    Gradients backward(List<AffineInput> mapGradients) {
        int length = norm.groups() * channels;
        double[] gamma = new double[length];
        double[] beta = new double[length];
        double[] mean = new double[length];
        double[] variance = new double[length];
        List<AffineInput> corrections = new ArrayList<>();
        for (int k = 0; k < groups.size(); k++) {
            int at = start(k);
            FoldedBatchNorm.Gradients one = groups.get(k).backward(summed(mapGradients, k));
            for (int c = 0; c < channels; c++) {
                gamma[at + c] = norm.factor() * one.gamma()[c];
            }
            System.arraycopy(one.beta(), 0, beta, at, channels);
            System.arraycopy(one.mean(), 0, mean, at, channels);
            System.arraycopy(one.variance(), 0, variance, at, channels);
            corrections.add(one.correctionMap());
        }
        Map<String, double[]> parameters = new HashMap<>(Map.of(
                SpikingParameters.GAMMA, gamma,
                SpikingParameters.MEAN, mean,
                SpikingParameters.VARIANCE, variance));
        if (norm.hasShift()) {
            parameters.put(SpikingParameters.BETA, beta);
        }
        if (stepWeights != null) {
            parameters.put(TemporalNormParameters.STEP_WEIGHT, stepWeightGradient(mapGradients));
        }
        List<AffineInput> perStep = new ArrayList<>();
        for (int t = 0; t < maps.size(); t++) {
            perStep.add(corrections.get(isShared() ? 0 : t));
        }
        return new Gradients(parameters, perStep);
    }

    private double[] stepWeightGradient(List<AffineInput> mapGradients) {
        double[] gradient = new double[norm.steps()];
        for (int t = 0; t < maps.size(); t++) {
            AffineInput map = groupOf(t).map();
            AffineInput sums = mapGradients.get(t);
            for (int c = 0; c < channels; c++) {
                gradient[first + t] += map.scale()[c] * sums.scale()[c] + map.shift()[c] * sums.shift()[c];
            }
        }
        return gradient;
    }

    /** The gradient on the map of a group, from those of its steps. */
    private AffineInput summed(List<AffineInput> mapGradients, int group) {
        double[] scale = new double[channels];
        double[] shift = new double[channels];
        for (int t = 0; t < maps.size(); t++) {
            if (isShared() || t == group) {
                for (int c = 0; c < channels; c++) {
                    scale[c] += weight(t) * mapGradients.get(t).scale()[c];
                    shift[c] += weight(t) * mapGradients.get(t).shift()[c];
                }
            }
        }
        return new AffineInput(scale, shift);
    }

    private FoldedBatchNorm groupOf(int step) {
        return groups.get(isShared() ? 0 : step);
    }

    private double weight(int step) {
        return stepWeights == null ? 1 : stepWeights[first + step];
    }

    /** Whether all steps have the same statistics. */
    private boolean isShared() {
        return norm.groups() == 1;
    }

    /** Where the parameters of a group of this sequence start. */
    private int start(int group) {
        return isShared() ? 0 : (first + group) * channels;
    }

    private double[] group(double[] values, int group) {
        return Arrays.copyOfRange(values, start(group), start(group) + channels);
    }

    private ChannelMoments momentsOf(List<ChannelMoments> moments, int group) {
        if (moments == null) {
            return null;
        }
        return isShared() ? ChannelMoments.merged(moments) : moments.get(group);
    }

    private static AffineInput weighted(AffineInput map, double weight) {
        double[] scale = map.scale().clone();
        double[] shift = map.shift().clone();
        for (int c = 0; c < scale.length; c++) {
            scale[c] *= weight;
            shift[c] *= weight;
        }
        return new AffineInput(scale, shift);
    }
}
