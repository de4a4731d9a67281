package org.spike4j.neuron.kernel;

import java.util.List;
import java.util.Objects;
import org.spike4j.neuron.Activation;
import org.spike4j.neuron.FireCondition;
import org.spike4j.neuron.Firing;
import org.spike4j.neuron.Reset;
import org.spike4j.neuron.ResetMode;
import org.spike4j.neuron.ResetTiming;
import org.spike4j.neuron.Tap;
import org.spike4j.neuron.surrogate.Surrogate;

/**
 * The form of the whole integrate-and-fire family: one affine step, whose coefficients a model computes from its
 * constants. Carried state: membrane v and, with a synapse, current i. In the order of execution:
 *
 * <pre>
 * j = i + x                                        (x without a synapse)
 * h = a v + b j + c                                reset in the same step
 * h = a v + b j + c - q theta                      subtraction in the next step,  q = H(v - theta)
 * h = a (q reset + (1 - q) v) + b j + c            reset to a value in the next step
 * s = H(h - theta)
 * r = s reset + (1 - s) h  |  h - s theta  |  h    reset to a value, by subtraction, none; r = h for the next step
 * v = alpha r + beta
 * i = kappa j
 * y = amplitude s  |  act(h)  |  act(h - theta)  |  act(r)  |  act(v)
 * y = m y                                          with lateral inhibition, as {@link org.spike4j.neuron.Inhibited} says
 * </pre>
 *
 * <p>Backwards, H has the derivative of the surrogate wherever a spike is differentiated; in the reset not at all if the
 * reset is detached.
 *
 * @param fire when H is 1
 * @param reset how the spike resets
 * @param surrogate derivative of H; null where the neuron never fires
 * @param tap which quantity is the output y
 * @param activation act, for an analog tap
 * @param synapse whether the input is filtered by a synaptic current, which starts at 0
 * @param initialMembrane v before the first step
 * @param inhibited whether only one neuron of those that compete may spike at a time
 */
public record AffineDynamics(
        FireCondition fire,
        Reset reset,
        Surrogate surrogate,
        Tap tap,
        Activation activation,
        boolean synapse,
        double initialMembrane,
        boolean inhibited)
        implements Dynamics {

    /** Checks that nothing is missing, and that only what fires resets. */
    public AffineDynamics {
        Objects.requireNonNull(fire, "fire");
        Objects.requireNonNull(reset, "reset");
        Objects.requireNonNull(tap, "tap");
        Objects.requireNonNull(activation, "activation");
        if (fire != FireCondition.NEVER) {
            Objects.requireNonNull(surrogate, "surrogate");
        } else if (reset.mode() != ResetMode.NONE) {
            throw new IllegalArgumentException(
                    "a neuron that never fires cannot reset; its reset must be NONE, was " + reset.mode());
        }
        if (inhibited && (tap != Tap.SPIKE || fire == FireCondition.NEVER)) {
            throw new IllegalArgumentException(
                    "lateral inhibition masks spikes, so the output must be SPIKE of a neuron that fires, was " + tap
                            + " of one that fires " + fire);
        }
    }

    /**
     * A spiking neuron without a synapse.
     *
     * @param firing threshold, reset and surrogate
     * @param initialMembrane v before the first step
     * @return the dynamics
     */
    public static AffineDynamics spiking(Firing firing, double initialMembrane) {
        return new AffineDynamics(
                firing.condition(),
                firing.reset(),
                firing.surrogate(),
                Tap.SPIKE,
                Activation.IDENTITY,
                false,
                initialMembrane,
                false);
    }

    /**
     * A neuron that only integrates; its output is its membrane.
     *
     * @param synapse whether the input is filtered by a synaptic current
     * @param initialMembrane v before the first step
     * @return the dynamics
     */
    public static AffineDynamics integrating(boolean synapse, double initialMembrane) {
        return new AffineDynamics(
                FireCondition.NEVER,
                Reset.none(),
                null,
                Tap.MEMBRANE,
                Activation.IDENTITY,
                synapse,
                initialMembrane,
                false);
    }

    @Override
    public AffineDynamics withOutput(Tap newTap, Activation newActivation) {
        return new AffineDynamics(fire, reset, surrogate, newTap, newActivation, synapse, initialMembrane, inhibited);
    }

    @Override
    public AffineDynamics withInhibition() {
        return new AffineDynamics(fire, reset, surrogate, tap, activation, synapse, initialMembrane, true);
    }

    /** The membrane alone, or membrane and synaptic current. */
    @Override
    public int stateCount() {
        return synapse ? 2 : 1;
    }

    @Override
    public double initialState(int variable) {
        return variable == 0 ? initialMembrane : 0;
    }

    @Override
    public boolean fires() {
        return fire != FireCondition.NEVER;
    }

    @Override
    public boolean foldsInput() {
        return !synapse;
    }

    @Override
    public int traceRows() {
        return 1;
    }

    @Override
    public List<Coefficient> coefficients() {
        return List.of(Coefficient.values());
    }

    /** Whether the reset acts in the next step. */
    boolean delayedReset() {
        return reset.timing() == ResetTiming.NEXT_STEP && reset.mode() != ResetMode.NONE;
    }
}
