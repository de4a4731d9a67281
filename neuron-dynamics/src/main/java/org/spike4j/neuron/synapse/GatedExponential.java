package org.spike4j.neuron.synapse;

import java.util.List;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.spike4j.neuron.Constant;
import org.spike4j.neuron.Domain;
import org.spike4j.neuron.Learned;
import org.spike4j.neuron.Sharing;
import org.spike4j.neuron.kernel.SeriesPass;

/**
 * A first-order filter that does not leak in a step with a spike:
 *
 * <pre>
 * o_t = o_{t-1} - (1 - x_t) k o_{t-1} + x_t,   o_0 = 0,  k = 1 / tau
 * y_t = o_t
 * </pre>
 *
 * <p>A learned k is 1 / (1 + exp(-w)) of a raw parameter w, so tau stays above 1 step. Source: Fang et al. 2020, arXiv
 * 2003.02944 (SynapseFilter of SpikingJelly).
 *
 * @param k leak a step, above 0, at most 1
 * @param learned {@code k}, or nothing
 */
public record GatedExponential(
        @JsonProperty("k") double k,
        @JsonProperty("learned") List<Learned> learned) implements SynapseModel {

    /** Checks the constants. */
    public GatedExponential {
        if (!(k > 0 && k <= 1)) {
            throw new IllegalArgumentException("k must be above 0 and at most 1, was " + k);
        }
        learned = SynapseChecks.learned(learned, constants(k));
    }

    /**
     * A filter of a fixed time constant.
     *
     * @param tau in steps, at least 1
     * @return the filter
     */
    public static GatedExponential withTauInSteps(double tau) {
        return new GatedExponential(1 / tau, List.of());
    }

    /**
     * This filter with k learned.
     *
     * @param sharing which units share it
     * @return a copy
     */
    public GatedExponential learned(Sharing sharing) {
        return new GatedExponential(k, List.of(new Learned("k", sharing)));
    }

    @Override
    public GatedExponential withTimeScale(double factor) {
        double[] scaled = atTimeScale(new double[] {k}, factor);
        return new GatedExponential(scaled[0], learned);
    }

    @Override
    public double[] atTimeScale(double[] constants, double factor) {
        return new double[] {1 - Math.pow(1 - constants[0], factor)};
    }

    @Override
    public List<Constant> constants() {
        return constants(k);
    }

    private static List<Constant> constants(double k) {
        return List.of(new Constant("k", k, Domain.between(0, 1)));
    }

    @Override
    public int stateCount() {
        return 1;
    }

    @Override
    public int constantCount() {
        return 1;
    }

    @Override
    public void forward(double[] constants, double[] state, double[] input, double[] output) {
        double o = state[0];
        for (int t = 0; t < input.length; t++) {
            o = next(o, input[t], constants[0]);
            output[t] = o;
        }
        state[0] = o;
    }

    @Override
    public void backward(double[] constants, SeriesPass pass, double[] constantGradient) {
        double leak = constants[0];
        double[] before = pass.trace();
        double o = pass.state()[0];
        for (int t = 0; t < pass.steps(); t++) {
            before[t] = o;
            o = next(o, pass.input()[t], leak);
        }
        double gradient = 0; // dL / d o_t
        double sum = 0;
        for (int t = pass.steps() - 1; t >= 0; t--) {
            double silent = 1 - pass.input()[t];
            gradient += pass.outputGradient()[t];
            pass.inputGradient()[t] = gradient * (1 + leak * before[t]);
            sum -= gradient * silent * before[t];
            gradient *= 1 - silent * leak;
        }
        constantGradient[0] += sum;
    }

    private static double next(double o, double x, double leak) {
        return o - (1 - x) * leak * o + x;
    }
}
