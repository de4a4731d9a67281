package org.spike4j.neuron;

import java.util.List;
import java.util.Objects;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.spike4j.neuron.equation.Scheme;
import org.spike4j.neuron.equation.StepText;
import org.spike4j.neuron.surrogate.ATan;

/**
 * Adaptive exponential integrate-and-fire (Brette and Gerstner 2005, J. Neurophysiol. 94:3637), in mV, ms, pA, nS and pF.
 *
 * <pre>
 * C dv/dt = leak (rest - v) + leak sharpness exp((v - corner) / sharpness) - w + x
 * tauAdaptation dw/dt = coupling (v - rest) - w
 * </pre>
 *
 * <p>In sub-steps of dt / subSteps, with both right-hand sides taken before the step:
 *
 * <pre>
 * target = rest + sharpness exp(min((v - corner) / sharpness, 20)) + (x - w) / leak
 * h = v + k (target - v)                              k = dt leak / C, or 1 - exp(-dt leak / C)
 * u = w + k_ada (coupling (v - rest) - w)             k_ada = dt / tauAdaptation, or 1 - exp(-dt / tauAdaptation)
 * s = H(h - threshold)
 * v = reset of h
 * w = u + s jump
 * </pre>
 *
 * <p>The first k is forward Euler, the second exponential Euler, which is exact but for the exponential and w that it holds during a
 * step; both are of order 1. The limit of 20 only keeps single precision finite, far above any threshold. The threshold is
 * where the upstroke counts as a spike; the presets take corner + 5 sharpness, less than 0.1 ms before the published peaks. A
 * detached reset also detaches the jump. Constants: {@code capacitance}, {@code leak}, {@code rest}, {@code corner}, {@code
 * sharpness}, {@code tauAdaptation}, {@code coupling}, {@code jump}, {@code threshold}, {@code resetValue}. States: v from rest, w
 * from 0.
 *
 * @param capacitance C in pF
 * @param leak leak conductance in nS
 * @param rest reversal potential of the leak in mV
 * @param corner V_T, where the upstroke takes over, in mV
 * @param sharpness Delta_T in mV
 * @param tauAdaptation time constant of the adaptation in ms
 * @param coupling a in nS
 * @param jump b in pA, what a spike adds to the adaptation
 * @param dt time step in ms
 * @param subSteps sub-steps of a step
 * @param scheme how the equations become a step: EULER or EXPONENTIAL_EULER
 * @param firing threshold in mV, reset in the same step, and surrogate
 * @param learned constants that are trained
 */
public record AdEx(
        @JsonProperty("capacitance") double capacitance,
        @JsonProperty("leak") double leak,
        @JsonProperty("rest") double rest,
        @JsonProperty("corner") double corner,
        @JsonProperty("sharpness") double sharpness,
        @JsonProperty("tauAdaptation") double tauAdaptation,
        @JsonProperty("coupling") double coupling,
        @JsonProperty("jump") double jump,
        @JsonProperty("dt") double dt,
        @JsonProperty("subSteps") int subSteps,
        @JsonProperty("scheme") Scheme scheme,
        @JsonProperty("firing") Firing firing,
        @JsonProperty("learned") List<Learned> learned)
        implements SpikingModel<AdEx>, EquationModel, TimeScaling {
    private static final String[] CONSTANTS = {
        "capacitance",
        "leak",
        "rest",
        "corner",
        "sharpness",
        "tauAdaptation",
        "coupling",
        "jump",
        "threshold",
        "resetValue"
    };

    /** Checks the constants. */
    public AdEx {
        Objects.requireNonNull(firing, "firing");
        Checks.milliseconds(dt, "dt");
        Checks.positive(capacitance, "capacitance");
        Checks.positive(leak, "leak");
        Checks.finite(rest, "rest");
        Checks.finite(corner, "corner");
        Checks.positive(sharpness, "sharpness");
        Checks.milliseconds(tauAdaptation, "tauAdaptation");
        Checks.finite(coupling, "coupling");
        Checks.finite(jump, "jump");
        Checks.subSteps(subSteps);
        Checks.approximateScheme(scheme);
        ResetStatement.of(firing.reset());
        learned = Checks.learned(learned, CONSTANTS);
    }

    /**
     * The regular-spiking cell of Brette and Gerstner (2005).
     *
     * @return the neuron, with steps of 0.1 ms by forward Euler
     */
    public static AdEx bretteGerstner() {
        return of(281, 30, -70.6, -50.4, 144, 4, 80.5, -70.6);
    }

    /**
     * The same without adaptation: an exponential integrate-and-fire neuron.
     *
     * @return the neuron, with steps of 0.1 ms by forward Euler
     */
    public static AdEx exponential() {
        return of(281, 30, -70.6, -50.4, 144, 0, 0, -70.6);
    }

    /**
     * Tonic spiking (Naud et al. 2008, Biol. Cybern. 99:335, table 1, fig. 4a; fires so at 500 pA).
     *
     * @return the neuron, with steps of 0.1 ms by forward Euler
     */
    public static AdEx tonic() {
        return of(200, 10, -70, -50, 30, 2, 0, -58);
    }

    /**
     * Spike-frequency adaptation (Naud et al. 2008, Biol. Cybern. 99:335, table 1, fig. 4b; fires so at 500 pA).
     *
     * @return the neuron, with steps of 0.1 ms by forward Euler
     */
    public static AdEx adapting() {
        return of(200, 12, -70, -50, 300, 2, 60, -58);
    }

    /**
     * An initial burst (Naud et al. 2008, Biol. Cybern. 99:335, table 1, fig. 4c; fires so at 400 pA).
     *
     * @return the neuron, with steps of 0.1 ms by forward Euler
     */
    public static AdEx initialBurst() {
        return of(130, 18, -58, -50, 150, 4, 120, -50);
    }

    /**
     * Regular bursting (Naud et al. 2008, Biol. Cybern. 99:335, table 1, fig. 4d; fires so at 210 pA).
     *
     * @return the neuron, with steps of 0.1 ms by forward Euler
     */
    public static AdEx regularBursting() {
        return of(200, 10, -58, -50, 120, 2, 100, -46);
    }

    /**
     * Delayed accelerating (Naud et al. 2008, Biol. Cybern. 99:335, table 1, fig. 4e; fires so at 300 pA).
     *
     * @return the neuron, with steps of 0.1 ms by forward Euler
     */
    public static AdEx delayedAccelerating() {
        return of(200, 12, -70, -50, 300, -10, 0, -58);
    }

    /**
     * Irregular spiking (Naud et al. 2008, Biol. Cybern. 99:335, table 1, fig. 4h; fires so at 160 pA).
     *
     * @return the neuron, with steps of 0.1 ms by forward Euler
     */
    public static AdEx irregular() {
        return of(100, 12, -60, -50, 130, -11, 30, -48);
    }

    /** A cell with Delta_T 2 mV: C, leak, rest, corner, time constant, a and b of the adaptation, reset. */
    private static AdEx of(
            double c, double leak, double rest, double corner, double tau, double a, double b, double reset) {
        double sharpness = 2;
        Firing firing =
                new Firing(corner + 5 * sharpness, FireCondition.AT_THRESHOLD, Reset.toValue(reset), ATan.ofAlpha(0.2));
        return new AdEx(c, leak, rest, corner, sharpness, tau, a, b, 0.1, 1, Scheme.EULER, firing, List.of());
    }

    @Override
    public AdEx withFiring(Firing newFiring) {
        return new AdEx(
                capacitance,
                leak,
                rest,
                corner,
                sharpness,
                tauAdaptation,
                coupling,
                jump,
                dt,
                subSteps,
                scheme,
                newFiring,
                learned);
    }

    @Override
    public AdEx withLearned(List<Learned> newLearned) {
        return new AdEx(
                capacitance,
                leak,
                rest,
                corner,
                sharpness,
                tauAdaptation,
                coupling,
                jump,
                dt,
                subSteps,
                scheme,
                firing,
                newLearned);
    }

    /**
     * This neuron with another number of sub-steps.
     *
     * @param newSubSteps sub-steps of a step
     * @return a copy
     */
    public AdEx withSubSteps(int newSubSteps) {
        return new AdEx(
                capacitance,
                leak,
                rest,
                corner,
                sharpness,
                tauAdaptation,
                coupling,
                jump,
                dt,
                newSubSteps,
                scheme,
                firing,
                learned);
    }

    /**
     * This neuron, integrated differently.
     *
     * @param newScheme how the equations become a step: EULER or EXPONENTIAL_EULER
     * @return a copy
     */
    public AdEx withScheme(Scheme newScheme) {
        return new AdEx(
                capacitance,
                leak,
                rest,
                corner,
                sharpness,
                tauAdaptation,
                coupling,
                jump,
                dt,
                subSteps,
                newScheme,
                firing,
                learned);
    }

    @Override
    public AdEx withTimeScale(double factor) {
        return new AdEx(
                capacitance,
                leak,
                rest,
                corner,
                sharpness,
                tauAdaptation,
                coupling,
                jump,
                factor * dt,
                subSteps,
                scheme,
                firing,
                learned);
    }

    @Override
    public List<Constant> constants() {
        return List.of(
                new Constant("capacitance", capacitance, Domain.above(0)),
                new Constant("leak", leak, Domain.above(0)),
                new Constant("rest", rest, Domain.reals()),
                new Constant("corner", corner, Domain.reals()),
                new Constant("sharpness", sharpness, Domain.above(0)),
                new Constant("tauAdaptation", tauAdaptation, Domain.above(0)),
                new Constant("coupling", coupling, Domain.reals()),
                new Constant("jump", jump, Domain.reals()),
                new Constant("threshold", firing.threshold(), Domain.reals()),
                new Constant("resetValue", firing.reset().value(), Domain.reals()));
    }

    @Override
    public StepText step() {
        String text =
                """
                state v = rest
                state w = 0
                target = rest + sharpness * exp(min((v - corner) / sharpness, 20)) + (x - w) / leak
                h = v + %s * (target - v)
                u = w + %s * (coupling * (v - rest) - w)
                s = spike(h, threshold)
                """.formatted(Relaxation.share(scheme, "capacitance / leak"), Relaxation.share(scheme, "tauAdaptation"))
                        + ResetStatement.of(firing.reset())
                        + "\nw = u + " + ResetStatement.spike(firing.reset()) + " * jump";
        return StepText.discrete(text, firing, CONSTANTS).withDt(dt / subSteps);
    }
}
