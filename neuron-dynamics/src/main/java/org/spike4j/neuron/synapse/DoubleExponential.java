package org.spike4j.neuron.synapse;

import java.util.Arrays;
import java.util.List;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.spike4j.neuron.Constant;
import org.spike4j.neuron.Domain;
import org.spike4j.neuron.Learned;
import org.spike4j.neuron.kernel.SeriesPass;

/**
 * A filter that rises and decays, exact for values that arrive at the steps:
 *
 * <pre>
 * d_t = exp(-1 / tauDecay) d_{t-1} + x_t,   d_0 = 0
 * r_t = exp(-1 / tauRise) r_{t-1} + x_t,    r_0 = 0
 * y_t = gain (d_t - r_t)
 * </pre>
 *
 * <p>One x of 1 gives gain (exp(-t / tauDecay) - exp(-t / tauRise)), from the step after it on. Learned time constants are
 * exp(w) of raw parameters w; the gain does not follow them, but can be learned too.
 *
 * @param tauDecay time constant of the decay in steps
 * @param tauRise time constant of the rise in steps
 * @param gain factor of the output
 * @param learned any of {@code tauDecay}, {@code tauRise}, {@code gain}
 */
public record DoubleExponential(
        @JsonProperty("tauDecay") double tauDecay,
        @JsonProperty("tauRise") double tauRise,
        @JsonProperty("gain") double gain,
        @JsonProperty("learned") List<Learned> learned)
        implements SynapseModel {

    /** Checks the constants. */
    public DoubleExponential {
        SynapseChecks.steps(tauDecay, "tauDecay");
        SynapseChecks.steps(tauRise, "tauRise");
        if (!Double.isFinite(gain)) {
            throw new IllegalArgumentException("gain must be finite, was " + gain);
        }
        learned = SynapseChecks.learned(learned, constants(tauDecay, tauRise, gain));
    }

    /**
     * A filter of fixed time constants whose response to one x of 1 would peak at 1 in continuous time, at t = tauDecay
     * tauRise / (tauDecay - tauRise) ln(tauDecay / tauRise).
     *
     * @param tauDecay in steps, above tauRise
     * @param tauRise in steps
     * @return the filter
     */
    public static DoubleExponential withTausInSteps(double tauDecay, double tauRise) {
        if (!(tauDecay > tauRise)) {
            throw new IllegalArgumentException("tauDecay must be above tauRise of " + tauRise + ", was " + tauDecay
                    + "; for equal ones use AlphaFunction");
        }
        double peak = tauDecay * tauRise / (tauDecay - tauRise) * Math.log(tauDecay / tauRise);
        double gain = 1 / (Math.exp(-peak / tauDecay) - Math.exp(-peak / tauRise));
        return new DoubleExponential(tauDecay, tauRise, gain, List.of());
    }

    /**
     * This filter with learned constants.
     *
     * @param constants which, and who shares them
     * @return a copy
     */
    public DoubleExponential withLearned(Learned... constants) {
        return new DoubleExponential(tauDecay, tauRise, gain, Arrays.asList(constants));
    }

    @Override
    public DoubleExponential withTimeScale(double factor) {
        double[] scaled = atTimeScale(new double[] {tauDecay, tauRise, gain}, factor);
        return new DoubleExponential(scaled[0], scaled[1], scaled[2], learned);
    }

    @Override
    public double[] atTimeScale(double[] constants, double factor) {
        return new double[] {constants[0] / factor, constants[1] / factor, constants[2]};
    }

    @Override
    public List<Constant> constants() {
        return constants(tauDecay, tauRise, gain);
    }

    private static List<Constant> constants(double tauDecay, double tauRise, double gain) {
        return List.of(
                new Constant("tauDecay", tauDecay, Domain.above(0)),
                new Constant("tauRise", tauRise, Domain.above(0)),
                new Constant("gain", gain, Domain.reals()));
    }

    @Override
    public int stateCount() {
        return 2;
    }

    @Override
    public int constantCount() {
        return 3;
    }

    @Override
    public void forward(double[] constants, double[] state, double[] input, double[] output) {
        double falls = Trace.decay(constants[0]);
        double rises = Trace.decay(constants[1]);
        double d = state[0];
        double r = state[1];
        for (int t = 0; t < input.length; t++) {
            d = falls * d + input[t];
            r = rises * r + input[t];
            output[t] = constants[2] * (d - r);
        }
        state[0] = d;
        state[1] = r;
    }

    @Override
    public void backward(double[] constants, SeriesPass pass, double[] constantGradient) {
        double falls = Trace.decay(constants[0]);
        double rises = Trace.decay(constants[1]);
        int steps = pass.steps();
        double[] before = pass.trace(); // d_{t-1}, then r_{t-1}
        Trace.before(falls, pass.state()[0], pass.input(), before, 0);
        Trace.before(rises, pass.state()[1], pass.input(), before, steps);
        double decay = 0; // dL / d d_t
        double rise = 0; // dL / d r_t
        double[] sums = new double[3];
        for (int t = steps - 1; t >= 0; t--) {
            double upstream = pass.outputGradient()[t];
            decay = falls * decay + constants[2] * upstream;
            rise = rises * rise - constants[2] * upstream;
            pass.inputGradient()[t] = decay + rise;
            sums[0] += decay * before[t];
            sums[1] += rise * before[steps + t];
            sums[2] += upstream * (falls * before[t] - rises * before[steps + t]); // x_t adds to both
        }
        constantGradient[0] += sums[0] * Trace.decaySlope(constants[0]);
        constantGradient[1] += sums[1] * Trace.decaySlope(constants[1]);
        constantGradient[2] += sums[2];
    }
}
