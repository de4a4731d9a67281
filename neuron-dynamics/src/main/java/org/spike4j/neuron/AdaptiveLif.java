package org.spike4j.neuron;

import java.util.List;
import java.util.Objects;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.spike4j.neuron.equation.StepText;

/**
 * LIF with an adaptation that follows the membrane and jumps at spikes (adLIF). With c = exp(-dt / tau) and d = exp(-dt /
 * tauAdaptation), and a reset in the same step:
 *
 * <pre>
 * h = c v + (1 - c) (x - w)
 * s = H(h - threshold)
 * v = reset of h
 * w = d w + (1 - d) (coupling v + jump s)
 * </pre>
 *
 * <p>With a reset in the next step, which acts before the leak, and an adaptation that is updated first:
 *
 * <pre>
 * w = d w + (1 - d) (coupling v + jump q)
 * h = c (reset of v by q) + (1 - c) (x - w)
 * s = H(h - threshold)
 * v = h,  q = s
 * </pre>
 *
 * <p>Constants: {@code tau}, {@code tauAdaptation}, {@code coupling}, {@code jump}, {@code threshold}, {@code resetValue}.
 * States from 0: v, w, and with a reset in the next step the spike q of the last one.
 *
 * @param tau membrane time constant in the unit of dt
 * @param tauAdaptation time constant of the adaptation in the unit of dt
 * @param dt time step
 * @param coupling of the adaptation to the membrane (a)
 * @param jump of the adaptation at a spike (b)
 * @param firing threshold, reset, and surrogate
 * @param learned constants that are trained
 */
public record AdaptiveLif(
        @JsonProperty("tau") double tau,
        @JsonProperty("tauAdaptation") double tauAdaptation,
        @JsonProperty("dt") double dt,
        @JsonProperty("coupling") double coupling,
        @JsonProperty("jump") double jump,
        @JsonProperty("firing") Firing firing,
        @JsonProperty("learned") List<Learned> learned)
        implements SpikingModel<AdaptiveLif>, EquationModel, TimeScaling {

    /** Checks the constants. */
    public AdaptiveLif {
        Objects.requireNonNull(firing, "firing");
        Checks.time(dt, "dt");
        Checks.time(tau, "tau");
        Checks.time(tauAdaptation, "tauAdaptation");
        Checks.finite(coupling, "coupling");
        Checks.finite(jump, "jump");
        learned = Checks.learned(learned, "tau", "tauAdaptation", "coupling", "jump", "threshold", "resetValue");
    }

    /**
     * A neuron with steps of 1 and {@link Firing#standard()} with a subtraction in the next step.
     *
     * @param tau membrane time constant in steps
     * @param tauAdaptation time constant of the adaptation in steps
     * @param coupling of the adaptation to the membrane
     * @param jump of the adaptation at a spike
     * @return the neuron
     */
    public static AdaptiveLif withTausInSteps(double tau, double tauAdaptation, double coupling, double jump) {
        Firing firing = Firing.standard().withReset(Reset.subtract().inNextStep());
        return new AdaptiveLif(tau, tauAdaptation, 1, coupling, jump, firing, List.of());
    }

    @Override
    public AdaptiveLif withFiring(Firing newFiring) {
        return new AdaptiveLif(tau, tauAdaptation, dt, coupling, jump, newFiring, learned);
    }

    @Override
    public AdaptiveLif withLearned(List<Learned> newLearned) {
        return new AdaptiveLif(tau, tauAdaptation, dt, coupling, jump, firing, newLearned);
    }

    /** A spike adds as much to the adaptation as before, (1 - d) jump. */
    @Override
    public AdaptiveLif withTimeScale(double factor) {
        return new AdaptiveLif(
                tau, tauAdaptation, factor * dt, coupling, scaledJump(jump, tauAdaptation, factor), firing, learned);
    }

    @Override
    public double[] atTimeScale(double[] constants, double factor) {
        double[] scaled = constants.clone();
        scaled[3] = scaledJump(constants[3], constants[1], factor);
        return scaled;
    }

    private double scaledJump(double jumpBefore, double time, double factor) {
        return jumpBefore * Math.expm1(-dt / time) / Math.expm1(-factor * dt / time);
    }

    @Override
    public List<Constant> constants() {
        return List.of(
                new Constant("tau", tau, Domain.above(0)),
                new Constant("tauAdaptation", tauAdaptation, Domain.above(0)),
                new Constant("coupling", coupling, Domain.reals()),
                new Constant("jump", jump, Domain.reals()),
                new Constant("threshold", firing.threshold(), Domain.above(0)),
                new Constant("resetValue", firing.reset().value(), Domain.reals()));
    }

    @Override
    public StepText step() {
        boolean delayed = firing.reset().timing() == ResetTiming.NEXT_STEP;
        String text = """
                state v = 0
                state w = 0
                c = exp(-dt / tau)
                d = exp(-dt / tauAdaptation)
                """ + (delayed ? delayed() : immediate());
        return StepText.discrete(text, firing, "tau", "tauAdaptation", "coupling", "jump", "threshold", "resetValue")
                .withDt(dt);
    }

    private String immediate() {
        return """
                h = c * v + (1 - c) * (x - w)
                s = spike(h, threshold)
                %s
                w = d * w + (1 - d) * (coupling * v + jump * s)
                """.formatted(ResetStatement.of(firing.reset()));
    }

    private String delayed() {
        return """
                state q = 0
                w = d * w + (1 - d) * (coupling * v + jump * q)
                h = c * (%s) + (1 - c) * (x - w)
                s = spike(h, threshold)
                v = h
                q = s
                """.formatted(ResetStatement.expression(firing.reset(), "v", "q", "threshold"));
    }
}
