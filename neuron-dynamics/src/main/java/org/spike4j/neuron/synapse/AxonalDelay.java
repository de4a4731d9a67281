package org.spike4j.neuron.synapse;

import java.util.List;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.spike4j.neuron.Constant;
import org.spike4j.neuron.Domain;
import org.spike4j.neuron.Learned;
import org.spike4j.neuron.kernel.SeriesMap;
import org.spike4j.neuron.kernel.SeriesPass;

/**
 * A delay in steps, by linear interpolation between the two neighbouring steps:
 *
 * <pre>
 * k = floor(delay),  a = delay - k
 * y_t = (1 - a) x_{t-k} + a x_{t-k-1},   x before the first step is 0, or what was carried
 * dy_t / d delay = x_{t-k-1} - x_{t-k}   (at a whole delay, from the right)
 * </pre>
 *
 * <p>A whole delay hands values on as they are. A learned delay is maxDelay / (1 + exp(-w)) of a raw parameter w, so it stays
 * between 0 and maxDelay without being clipped. In inference it may be rounded to the nearest step. The state is the input of
 * the last maxDelay steps.
 *
 * @param delay in steps; where it is learned, its first value
 * @param maxDelay the longest delay, in steps, at least 1
 * @param roundedInInference whether inference rounds the delay
 * @param learned {@code delay}, or nothing
 */
public record AxonalDelay(
        @JsonProperty("delay") double delay,
        @JsonProperty("maxDelay") int maxDelay,
        @JsonProperty("roundedInInference") boolean roundedInInference,
        @JsonProperty("learned") List<Learned> learned)
        implements SynapseModel {

    /** Checks the constants. */
    public AxonalDelay {
        if (maxDelay < 1) {
            throw new IllegalArgumentException("maxDelay must be >= 1 step, was " + maxDelay);
        }
        if (!(delay >= 0 && delay <= maxDelay)) {
            throw new IllegalArgumentException("delay must be from 0 to maxDelay of " + maxDelay + ", was " + delay);
        }
        learned = SynapseChecks.learned(learned, constants(delay, maxDelay));
    }

    /**
     * A fixed delay.
     *
     * @param steps at least 0
     * @return the delay
     */
    public static AxonalDelay ofSteps(int steps) {
        return new AxonalDelay(steps, Math.max(1, steps), false, List.of());
    }

    /**
     * Delays that are learned, one a channel, all half the longest at first; not rounded in inference.
     *
     * @param maxDelay the longest delay, in steps, at least 1
     * @return the delay
     */
    public static AxonalDelay learned(int maxDelay) {
        return new AxonalDelay(maxDelay / 2.0, maxDelay, false, List.of(Learned.perChannel("delay")));
    }

    /**
     * This delay with another first value.
     *
     * @param steps from 0 to the longest delay; not the bounds themselves if it is learned
     * @return a copy
     */
    public AxonalDelay withDelay(double steps) {
        return new AxonalDelay(steps, maxDelay, roundedInInference, learned);
    }

    /**
     * This delay, rounded in inference or not.
     *
     * @param rounded whether inference rounds it
     * @return a copy
     */
    public AxonalDelay withRoundedInference(boolean rounded) {
        return new AxonalDelay(delay, maxDelay, rounded, learned);
    }

    /** The longest delay becomes the next whole number of the new steps. */
    @Override
    public AxonalDelay withTimeScale(double factor) {
        double[] scaled = atTimeScale(new double[] {delay}, factor);
        return new AxonalDelay(scaled[0], longest(factor), roundedInInference, learned);
    }

    @Override
    public double[] atTimeScale(double[] constants, double factor) {
        return new double[] {Math.min(constants[0] / factor, longest(factor))};
    }

    private int longest(double factor) {
        double steps = maxDelay / factor;
        double whole = Math.rint(steps);
        return (int) (Math.abs(steps - whole) < 1e-9 * steps ? whole : Math.ceil(steps)); // 9.000000000000002 is 9
    }

    @Override
    public List<Constant> constants() {
        return constants(delay, maxDelay);
    }

    private static List<Constant> constants(double delay, int maxDelay) {
        return List.of(new Constant("delay", delay, Domain.between(0, maxDelay)));
    }

    @Override
    public SeriesMap inInference() {
        return roundedInInference ? new RoundedDelay(this) : this;
    }

    @Override
    public int stateCount() {
        return maxDelay;
    }

    @Override
    public int constantCount() {
        return 1;
    }

    @Override
    public void forward(double[] constants, double[] state, double[] input, double[] output) {
        int near = near(constants[0]);
        double share = constants[0] - near;
        for (int t = 0; t < output.length; t++) {
            double first = share == 1 ? 0 : (1 - share) * at(t - near, state, input);
            output[t] = share == 0 ? first : first + share * at(t - near - 1, state, input);
        }
        for (int k = 0; k < maxDelay; k++) {
            state[k] = at(input.length - maxDelay + k, state, input); // what is read lies behind k
        }
    }

    @Override
    public void backward(double[] constants, SeriesPass pass, double[] constantGradient) {
        int near = near(constants[0]);
        double share = constants[0] - near;
        int steps = pass.steps();
        double sum = 0;
        for (int t = 0; t < steps; t++) {
            double from = t + near < steps ? (1 - share) * pass.outputGradient()[t + near] : 0;
            double later = t + near + 1 < steps ? share * pass.outputGradient()[t + near + 1] : 0;
            pass.inputGradient()[t] = from + later;
            double change = at(t - near - 1, pass.state(), pass.input()) - at(t - near, pass.state(), pass.input());
            sum += pass.outputGradient()[t] * change;
        }
        constantGradient[0] += sum;
    }

    /** Steps to the nearer of the two neighbours; the longest delay is the far end of its interval. */
    private int near(double steps) {
        return Math.min((int) steps, maxDelay - 1);
    }

    private double at(int t, double[] state, double[] input) {
        return t >= 0 ? input[t] : state[maxDelay + t];
    }
}
