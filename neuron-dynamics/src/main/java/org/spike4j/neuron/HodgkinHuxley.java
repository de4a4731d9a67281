package org.spike4j.neuron;

import java.util.List;
import java.util.Objects;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.spike4j.neuron.equation.Scheme;
import org.spike4j.neuron.equation.StepText;
import org.spike4j.neuron.surrogate.ATan;

/**
 * The squid axon of Hodgkin and Huxley (1952, J. Physiol. 117:500) in the modern sign convention, with rest at about -65 mV. In
 * mV, ms, uA / cm^2, mS / cm^2 and uF / cm^2.
 *
 * <pre>
 * C dv/dt = sodium m^3 h (50 - v) + potassium n^4 (-77 - v) + leak (-54.387 - v) + x
 * dm/dt = alpha_m (1 - m) - beta_m m                    h and n likewise
 * alpha_m = 0.1 (v + 40) / (1 - exp(-(v + 40) / 10))    beta_m = 4 exp(-(v + 65) / 18)
 * alpha_h = 0.07 exp(-(v + 65) / 20)                    beta_h = 1 / (1 + exp(-(v + 35) / 10))
 * alpha_n = 0.01 (v + 55) / (1 - exp(-(v + 55) / 10))   beta_n = 0.125 exp(-(v + 65) / 80)
 * s = 1 where v passes the threshold from below, else 0
 * </pre>
 *
 * <p>In sub-steps of dt / subSteps; all right-hand sides are taken before the sub-step. The gates take exponential Euler; the membrane
 * the scheme, either of order 1. There is no reset. alpha_m and alpha_n are computed as y + y / tanh(y) with y half of the exponent,
 * which loses no digits near their removable singularities. Constants: {@code capacitance}, {@code sodium}, {@code potassium}, {@code
 * leak}, {@code threshold}. States: v from -65, m, h and n from where they rest at -65 mV.
 *
 * @param capacitance C in uF / cm^2
 * @param sodium largest sodium conductance in mS / cm^2
 * @param potassium largest potassium conductance in mS / cm^2
 * @param leak leak conductance in mS / cm^2
 * @param dt time step in ms
 * @param subSteps sub-steps of a step
 * @param scheme how the equations become a step: EULER or EXPONENTIAL_EULER
 * @param firing threshold in mV, no reset, and surrogate
 * @param learned constants that are trained
 */
public record HodgkinHuxley(
        @JsonProperty("capacitance") double capacitance,
        @JsonProperty("sodium") double sodium,
        @JsonProperty("potassium") double potassium,
        @JsonProperty("leak") double leak,
        @JsonProperty("dt") double dt,
        @JsonProperty("subSteps") int subSteps,
        @JsonProperty("scheme") Scheme scheme,
        @JsonProperty("firing") Firing firing,
        @JsonProperty("learned") List<Learned> learned)
        implements SpikingModel<HodgkinHuxley>, EquationModel, TimeScaling {
    private static final double REST = -65;
    /** alpha / (alpha + beta) at rest. */
    private static final double RESTING_M = 0.05293248525724958;

    private static final double RESTING_H = 0.5961207535084603;
    private static final double RESTING_N = 0.3176769140606974;

    private static final String[] CONSTANTS = {"capacitance", "sodium", "potassium", "leak", "threshold"};

    /** Checks the constants. */
    public HodgkinHuxley {
        Objects.requireNonNull(firing, "firing");
        Checks.milliseconds(dt, "dt");
        Checks.positive(capacitance, "capacitance");
        Checks.positive(sodium, "sodium");
        Checks.positive(potassium, "potassium");
        Checks.positive(leak, "leak");
        Checks.subSteps(subSteps);
        Checks.approximateScheme(scheme);
        if (firing.reset().mode() != ResetMode.NONE) {
            throw new IllegalArgumentException("this neuron is not reset; mode must be NONE, was "
                    + firing.reset().mode());
        }
        learned = Checks.learned(learned, CONSTANTS);
    }

    /**
     * The published axon: C 1 uF / cm^2, conductances 120, 36 and 0.3 mS / cm^2; its spikes pass 0 mV.
     *
     * @return the neuron, with steps of 0.1 ms in 4 sub-steps by exponential Euler
     */
    public static HodgkinHuxley squidAxon() {
        Firing firing = new Firing(0, FireCondition.AT_THRESHOLD, Reset.none(), ATan.ofAlpha(0.1));
        return new HodgkinHuxley(1, 120, 36, 0.3, 0.1, 4, Scheme.EXPONENTIAL_EULER, firing, List.of());
    }

    @Override
    public HodgkinHuxley withFiring(Firing newFiring) {
        return new HodgkinHuxley(capacitance, sodium, potassium, leak, dt, subSteps, scheme, newFiring, learned);
    }

    @Override
    public HodgkinHuxley withLearned(List<Learned> newLearned) {
        return new HodgkinHuxley(capacitance, sodium, potassium, leak, dt, subSteps, scheme, firing, newLearned);
    }

    /**
     * This neuron with another number of sub-steps.
     *
     * @param newSubSteps sub-steps of a step
     * @return a copy
     */
    public HodgkinHuxley withSubSteps(int newSubSteps) {
        return new HodgkinHuxley(capacitance, sodium, potassium, leak, dt, newSubSteps, scheme, firing, learned);
    }

    /**
     * This neuron, integrated differently.
     *
     * @param newScheme how the equations become a step: EULER or EXPONENTIAL_EULER
     * @return a copy
     */
    public HodgkinHuxley withScheme(Scheme newScheme) {
        return new HodgkinHuxley(capacitance, sodium, potassium, leak, dt, subSteps, newScheme, firing, learned);
    }

    @Override
    public HodgkinHuxley withTimeScale(double factor) {
        return new HodgkinHuxley(capacitance, sodium, potassium, leak, factor * dt, subSteps, scheme, firing, learned);
    }

    @Override
    public List<Constant> constants() {
        return List.of(
                new Constant("capacitance", capacitance, Domain.above(0)),
                new Constant("sodium", sodium, Domain.above(0)),
                new Constant("potassium", potassium, Domain.above(0)),
                new Constant("leak", leak, Domain.above(0)),
                new Constant("threshold", firing.threshold(), Domain.reals()));
    }

    @Override
    public StepText step() {
        boolean at = firing.condition() == FireCondition.AT_THRESHOLD;
        String text = """
                state v = %s
                state m = %s
                state h = %s
                state n = %s
                y = (v + 40) / 20
                z = (v + 55) / 20
                am = y + %s
                an = 0.1 * (z + %s)
                dm/dt = am * (1 - m) - 4 * exp(-(v + 65) / 18) * m : exponential
                dh/dt = 0.07 * exp(-(v + 65) / 20) * (1 - h) - sigmoid((v + 35) / 10) * h : exponential
                dn/dt = an * (1 - n) - 0.125 * exp(-(v + 65) / 80) * n : exponential
                na = sodium * m^3 * h
                k = potassium * n^4
                g = na + k + leak
                target = (na * 50 - k * 77 - leak * 54.387 + x) / g
                next = v + %s * (target - v)
                below = v %s threshold
                s = spike(next, threshold)
                v = next
                output where(below, s, 0)
                """.formatted(
                        REST,
                        RESTING_M,
                        RESTING_H,
                        RESTING_N,
                        overTanh("y"),
                        overTanh("z"),
                        Relaxation.share(scheme, "capacitance / g"),
                        at ? "<" : "<=");
        return StepText.discrete(text, firing, CONSTANTS).withDt(dt / subSteps);
    }

    /** y / tanh(y), by its series near 0. */
    private static String overTanh(String y) {
        String near = "abs(" + y + ") < 0.01";
        String safe = "where(" + near + ", 1, " + y + ")";
        return "where(%s, 1 + %s^2 / 3 - %s^4 / 45, %s / tanh(%s))".formatted(near, y, y, safe, safe);
    }
}
