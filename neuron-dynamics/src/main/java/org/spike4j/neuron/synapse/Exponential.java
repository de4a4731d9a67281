package org.spike4j.neuron.synapse;

import java.util.List;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.spike4j.neuron.Constant;
import org.spike4j.neuron.Domain;
import org.spike4j.neuron.Learned;
import org.spike4j.neuron.Sharing;
import org.spike4j.neuron.kernel.SeriesPass;

/**
 * A first-order linear filter, exact for values that arrive at the steps:
 *
 * <pre>
 * s_t = a s_{t-1} + x_t,   s_0 = 0,  a = exp(-1 / tau)
 * y_t = s_t,   so that one x of 1 gives exp(-t / tau)
 * </pre>
 *
 * <p>A learned tau is exp(w) of a raw parameter w.
 *
 * @param tau time constant in steps
 * @param learned {@code tau}, or nothing
 */
public record Exponential(
        @JsonProperty("tau") double tau,
        @JsonProperty("learned") List<Learned> learned) implements SynapseModel {

    /** Checks the constants. */
    public Exponential {
        SynapseChecks.steps(tau, "tau");
        learned = SynapseChecks.learned(learned, constants(tau));
    }

    /**
     * A filter of a fixed time constant.
     *
     * @param tau in steps
     * @return the filter
     */
    public static Exponential withTauInSteps(double tau) {
        return new Exponential(tau, List.of());
    }

    /**
     * This filter with tau learned.
     *
     * @param sharing which units share it
     * @return a copy
     */
    public Exponential learned(Sharing sharing) {
        return new Exponential(tau, List.of(new Learned("tau", sharing)));
    }

    @Override
    public Exponential withTimeScale(double factor) {
        double[] scaled = atTimeScale(new double[] {tau}, factor);
        return new Exponential(scaled[0], learned);
    }

    @Override
    public double[] atTimeScale(double[] constants, double factor) {
        return new double[] {constants[0] / factor};
    }

    @Override
    public List<Constant> constants() {
        return constants(tau);
    }

    private static List<Constant> constants(double tau) {
        return List.of(new Constant("tau", tau, Domain.above(0)));
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
        double a = Trace.decay(constants[0]);
        double s = state[0];
        for (int t = 0; t < input.length; t++) {
            s = a * s + input[t];
            output[t] = s;
        }
        state[0] = s;
    }

    @Override
    public void backward(double[] constants, SeriesPass pass, double[] constantGradient) {
        double a = Trace.decay(constants[0]);
        double[] before = pass.trace();
        Trace.before(a, pass.state()[0], pass.input(), before, 0);
        double gradient = 0; // dL / d s_t
        double sum = 0;
        for (int t = pass.steps() - 1; t >= 0; t--) {
            gradient = a * gradient + pass.outputGradient()[t];
            pass.inputGradient()[t] = gradient;
            sum += gradient * before[t];
        }
        constantGradient[0] += sum * Trace.decaySlope(constants[0]);
    }
}
