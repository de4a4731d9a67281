package org.spike4j.neuron.synapse;

import java.util.List;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.spike4j.neuron.Constant;
import org.spike4j.neuron.Domain;
import org.spike4j.neuron.Learned;
import org.spike4j.neuron.Sharing;
import org.spike4j.neuron.kernel.SeriesPass;

/**
 * The alpha function as a filter, exact for values that arrive at the steps:
 *
 * <pre>
 * w_t = a (w_{t-1} + u_{t-1}),   w_0 = 0,  a = exp(-1 / tau)
 * u_t = a u_{t-1} + x_t,         u_0 = 0
 * y_t = (e / tau) w_t
 * </pre>
 *
 * <p>One x of 1 gives (t / tau) exp(1 - t / tau), which is 1 at t = tau. A learned tau is exp(w) of a raw parameter w.
 *
 * @param tau time to the peak in steps
 * @param learned {@code tau}, or nothing
 */
public record AlphaFunction(
        @JsonProperty("tau") double tau,
        @JsonProperty("learned") List<Learned> learned) implements SynapseModel {

    /** Checks the constants. */
    public AlphaFunction {
        SynapseChecks.steps(tau, "tau");
        learned = SynapseChecks.learned(learned, constants(tau));
    }

    /**
     * A filter of a fixed time constant.
     *
     * @param tau in steps
     * @return the filter
     */
    public static AlphaFunction withTauInSteps(double tau) {
        return new AlphaFunction(tau, List.of());
    }

    /**
     * This filter with tau learned.
     *
     * @param sharing which units share it
     * @return a copy
     */
    public AlphaFunction learned(Sharing sharing) {
        return new AlphaFunction(tau, List.of(new Learned("tau", sharing)));
    }

    @Override
    public AlphaFunction withTimeScale(double factor) {
        double[] scaled = atTimeScale(new double[] {tau}, factor);
        return new AlphaFunction(scaled[0], learned);
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
        return 2;
    }

    @Override
    public int constantCount() {
        return 1;
    }

    @Override
    public void forward(double[] constants, double[] state, double[] input, double[] output) {
        double a = Trace.decay(constants[0]);
        double scale = Math.E / constants[0];
        double u = state[0];
        double w = state[1];
        for (int t = 0; t < input.length; t++) {
            w = a * (w + u);
            u = a * u + input[t];
            output[t] = scale * w;
        }
        state[0] = u;
        state[1] = w;
    }

    @Override
    public void backward(double[] constants, SeriesPass pass, double[] constantGradient) {
        double tau = constants[0];
        double a = Trace.decay(tau);
        double scale = Math.E / tau;
        int steps = pass.steps();
        double[] before = pass.trace(); // u_{t-1}, then w_{t-1}
        Trace.before(a, pass.state()[0], pass.input(), before, 0);
        double w = pass.state()[1];
        for (int t = 0; t < steps; t++) {
            before[steps + t] = w;
            w = a * (w + before[t]);
        }
        double ofU = 0; // dL / d u_t
        double ofW = 0; // dL / d w_t
        double ofDecay = 0;
        double ofScale = 0;
        for (int t = steps - 1; t >= 0; t--) {
            double both = before[t] + before[steps + t];
            ofU = a * (ofU + ofW);
            ofW = a * ofW + scale * pass.outputGradient()[t];
            pass.inputGradient()[t] = ofU;
            ofDecay += ofU * before[t] + ofW * both;
            ofScale += pass.outputGradient()[t] * a * both;
        }
        constantGradient[0] += ofDecay * Trace.decaySlope(tau) - ofScale * scale / tau;
    }
}
