package org.spike4j.neuron;

import static org.spike4j.neuron.kernel.Coefficient.DECAY;
import static org.spike4j.neuron.kernel.Coefficient.DRIVE;
import static org.spike4j.neuron.kernel.Coefficient.GAIN;
import static org.spike4j.neuron.kernel.Coefficient.RESET_VALUE;
import static org.spike4j.neuron.kernel.Coefficient.THRESHOLD;

import java.util.List;
import java.util.Objects;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.spike4j.neuron.kernel.AffineDynamics;

/**
 * Leaky integrate-and-fire.
 *
 * <pre>
 * d = 1 - dt / tau (Euler)  or  exp(-dt / tau) (exact)
 * h = d v + (1 - d) x + (1 - d) rest     input decayed
 * h = d v + x + (1 - d) rest             input not decayed
 * s = H(h - threshold)
 * v = reset of h
 * </pre>
 *
 * <p>Constants: {@code tau}, {@code rest}, {@code threshold}, {@code resetValue}. The membrane starts at rest. With Euler
 * this is SpikingJelly's LIFNode, whose rest is its reset value, and Norse's LIFBox.
 *
 * @param tau membrane time constant in seconds
 * @param dt time step in seconds
 * @param integration scheme of the decay
 * @param decayInput whether the input is scaled by 1 - d
 * @param rest membrane without input
 * @param firing threshold, reset and surrogate
 * @param learned constants that are trained
 */
public record Lif(
        @JsonProperty("tau") double tau,
        @JsonProperty("dt") double dt,
        @JsonProperty("integration") Integration integration,
        @JsonProperty("decayInput") boolean decayInput,
        @JsonProperty("rest") double rest,
        @JsonProperty("firing") Firing firing,
        @JsonProperty("learned") List<Learned> learned)
        implements SpikingModel<Lif>, TimeScaling {

    /** Checks the constants. */
    public Lif {
        Objects.requireNonNull(integration, "integration");
        Objects.requireNonNull(firing, "firing");
        Checks.time(dt, "dt");
        Checks.time(tau, "tau");
        Checks.finite(rest, "rest");
        if (integration == Integration.EULER && tau < dt) {
            throw new IllegalArgumentException("tau must be >= dt = " + dt + " s for Euler integration, was " + tau);
        }
        learned = Checks.learned(learned, "tau", "rest", "threshold", "resetValue");
    }

    /**
     * A neuron with time in seconds: steps of 1 ms, Euler, input decayed, rest 0, {@link Firing#standard()}.
     *
     * @param tau membrane time constant in seconds
     * @return the neuron
     */
    public static Lif withTau(double tau) {
        return new Lif(tau, 1e-3, Integration.EULER, true, 0, Firing.standard(), List.of());
    }

    /**
     * A neuron with time in steps, as SpikingJelly counts it: dt = 1, Euler, input decayed, rest 0, {@link
     * Firing#standard()}.
     *
     * @param tau membrane time constant in steps
     * @return the neuron
     */
    public static Lif withTauInSteps(double tau) {
        return new Lif(tau, 1, Integration.EULER, true, 0, Firing.standard(), List.of());
    }

    /**
     * This neuron with another time step.
     *
     * @param newDt seconds
     * @return a copy
     */
    public Lif withDt(double newDt) {
        return new Lif(tau, newDt, integration, decayInput, rest, firing, learned);
    }

    /**
     * This neuron with another integration scheme.
     *
     * @param newIntegration scheme of the decay
     * @return a copy
     */
    public Lif withIntegration(Integration newIntegration) {
        return new Lif(tau, dt, newIntegration, decayInput, rest, firing, learned);
    }

    /**
     * This neuron with its input decayed or not.
     *
     * @param newDecayInput whether the input is scaled by 1 - d
     * @return a copy
     */
    public Lif withDecayInput(boolean newDecayInput) {
        return new Lif(tau, dt, integration, newDecayInput, rest, firing, learned);
    }

    /**
     * This neuron with another rest.
     *
     * @param newRest membrane without input
     * @return a copy
     */
    public Lif withRest(double newRest) {
        return new Lif(tau, dt, integration, decayInput, newRest, firing, learned);
    }

    @Override
    public Lif withFiring(Firing newFiring) {
        return new Lif(tau, dt, integration, decayInput, rest, newFiring, learned);
    }

    @Override
    public Lif withLearned(List<Learned> newLearned) {
        return new Lif(tau, dt, integration, decayInput, rest, firing, newLearned);
    }

    @Override
    public List<Constant> constants() {
        double lowest = integration == Integration.EULER ? dt : 0;
        return List.of(
                new Constant("tau", tau, Domain.above(lowest)),
                new Constant("rest", rest, Domain.reals()),
                new Constant("threshold", firing.threshold(), Domain.above(0)),
                new Constant("resetValue", firing.reset().value(), Domain.reals()));
    }

    @Override
    public Lif withTimeScale(double factor) {
        return withDt(factor * dt);
    }

    @Override
    public AffineDynamics dynamics() {
        return AffineDynamics.spiking(firing, rest);
    }

    @Override
    public void coefficients(double[] constants, double[] coefficients) {
        double d = integration.decay(constants[0], dt);
        coefficients[DECAY.ordinal()] = d;
        coefficients[GAIN.ordinal()] = decayInput ? 1 - d : 1;
        coefficients[DRIVE.ordinal()] = (1 - d) * constants[1];
        coefficients[THRESHOLD.ordinal()] = constants[2];
        coefficients[RESET_VALUE.ordinal()] = constants[3];
    }

    @Override
    public void pullBack(double[] constants, double[] coefficientGradient, double[] constantGradient) {
        double gain = decayInput ? coefficientGradient[GAIN.ordinal()] : 0;
        double drive = coefficientGradient[DRIVE.ordinal()];
        double decay = coefficientGradient[DECAY.ordinal()] - gain - drive * constants[1];
        constantGradient[0] = decay * integration.decaySlope(constants[0], dt);
        constantGradient[1] = drive * (1 - integration.decay(constants[0], dt));
        constantGradient[2] = coefficientGradient[THRESHOLD.ordinal()];
        constantGradient[3] = coefficientGradient[RESET_VALUE.ordinal()];
    }
}
