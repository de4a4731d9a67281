package org.spike4j.neuron;

import static org.spike4j.neuron.kernel.Coefficient.DECAY;
import static org.spike4j.neuron.kernel.Coefficient.DRIVE;
import static org.spike4j.neuron.kernel.Coefficient.GAIN;
import static org.spike4j.neuron.kernel.Coefficient.SYNAPSE_DECAY;

import java.util.List;
import java.util.Objects;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.spike4j.neuron.kernel.AffineDynamics;

/**
 * Leaky integrator: a neuron that never fires and puts out its membrane, for readouts.
 *
 * <pre>
 * d = 1 - dt / tau (Euler)  or  exp(-dt / tau) (exact)
 * j = i + x                               j = x without a synapse
 * v = d v + (1 - d) j + (1 - d) rest      input decayed
 * v = d v + j + (1 - d) rest              input not decayed
 * i = e j,  e as d with tauSynapse
 * </pre>
 *
 * <p>Constants: {@code tau}, {@code rest}, {@code tauSynapse}. The membrane starts at rest. With Euler and decayed input
 * this is Norse's LI (with a synapse) and LIBox (without), and SpikingJelly's NonSpikingLIFNode.
 *
 * @param tau membrane time constant in seconds; infinite for a perfect integrator
 * @param dt time step in seconds
 * @param integration scheme of both decays
 * @param decayInput whether the input is scaled by 1 - d
 * @param rest membrane without input
 * @param tauSynapse synaptic time constant in seconds; 0 for no synapse
 * @param learned constants that are trained
 */
public record LeakyIntegrator(
        @JsonProperty("tau") double tau,
        @JsonProperty("dt") double dt,
        @JsonProperty("integration") Integration integration,
        @JsonProperty("decayInput") boolean decayInput,
        @JsonProperty("rest") double rest,
        @JsonProperty("tauSynapse") double tauSynapse,
        @JsonProperty("learned") List<Learned> learned)
        implements NeuronModel, TimeScaling {

    /** Checks the constants. */
    public LeakyIntegrator {
        Objects.requireNonNull(integration, "integration");
        Checks.time(dt, "dt");
        Checks.finite(rest, "rest");
        double lowest = integration == Integration.EULER ? dt : Double.MIN_VALUE;
        if (!(tau >= lowest)) {
            throw new IllegalArgumentException("tau must be >= " + lowest + " s, was " + tau);
        }
        if (tauSynapse != 0 && !(tauSynapse >= lowest && tauSynapse < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("tauSynapse must be 0 or >= " + lowest + " s, was " + tauSynapse);
        }
        learned = tauSynapse == 0
                ? Checks.learned(learned, "tau", "rest")
                : Checks.learned(learned, "tau", "rest", "tauSynapse");
    }

    /**
     * A readout with time in steps: exact decay, input not decayed, no synapse.
     *
     * @param tau membrane time constant in steps
     * @return the integrator
     */
    public static LeakyIntegrator withTauInSteps(double tau) {
        return new LeakyIntegrator(tau, 1, Integration.EXACT, false, 0, 0, List.of());
    }

    /**
     * A readout that sums its input: no leak.
     *
     * @return the integrator
     */
    public static LeakyIntegrator perfect() {
        return withTauInSteps(Double.POSITIVE_INFINITY);
    }

    /**
     * This readout with constants that are trained.
     *
     * @param newLearned which constants, and how they are shared
     * @return a copy
     */
    public LeakyIntegrator withLearned(Learned... newLearned) {
        return new LeakyIntegrator(tau, dt, integration, decayInput, rest, tauSynapse, List.of(newLearned));
    }

    @Override
    public List<Constant> constants() {
        double lowest = integration == Integration.EULER ? dt : 0;
        return List.of(
                new Constant("tau", tau, Domain.above(lowest)),
                new Constant("rest", rest, Domain.reals()),
                new Constant("tauSynapse", tauSynapse, Domain.above(lowest)));
    }

    @Override
    public LeakyIntegrator withTimeScale(double factor) {
        return new LeakyIntegrator(tau, factor * dt, integration, decayInput, rest, tauSynapse, learned);
    }

    @Override
    public AffineDynamics dynamics() {
        return AffineDynamics.integrating(tauSynapse > 0, rest);
    }

    @Override
    public void coefficients(double[] constants, double[] coefficients) {
        double d = integration.decay(constants[0], dt);
        coefficients[DECAY.ordinal()] = d;
        coefficients[GAIN.ordinal()] = decayInput ? 1 - d : 1;
        coefficients[DRIVE.ordinal()] = (1 - d) * constants[1];
        if (tauSynapse > 0) {
            coefficients[SYNAPSE_DECAY.ordinal()] = integration.decay(constants[2], dt);
        }
    }

    @Override
    public void pullBack(double[] constants, double[] coefficientGradient, double[] constantGradient) {
        double gain = decayInput ? coefficientGradient[GAIN.ordinal()] : 0;
        double drive = coefficientGradient[DRIVE.ordinal()];
        double decay = coefficientGradient[DECAY.ordinal()] - gain - drive * constants[1];
        constantGradient[0] = decay * integration.decaySlope(constants[0], dt);
        constantGradient[1] = drive * (1 - integration.decay(constants[0], dt));
        if (tauSynapse > 0) {
            constantGradient[2] =
                    coefficientGradient[SYNAPSE_DECAY.ordinal()] * integration.decaySlope(constants[2], dt);
        }
    }
}
