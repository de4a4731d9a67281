package org.spike4j.neuron.kernel;

import java.util.Set;
import org.spike4j.neuron.Activation;
import org.spike4j.neuron.FireCondition;
import org.spike4j.neuron.ResetMode;
import org.spike4j.neuron.Tap;
import org.spike4j.neuron.surrogate.Surrogate;

/** What the kernels ask of a dynamics in their loops, decided once before them. */
final class KernelPlan {
    final AffineDynamics dynamics;
    final Coefficients coefficients;
    final SequenceShape shape;
    final Set<? extends StepCoefficient> wanted;
    final Surrogate surrogate;
    final Tap tap;
    final Activation activation;
    final boolean spikes;
    final boolean fires;
    final boolean firesAtThreshold;
    final boolean subtracts;
    final boolean resetsToValue;
    final boolean delayed;
    final boolean detached;
    final boolean leaks;
    final boolean synapse;

    /**
     * Spikes out, reset in the same step, no leak behind it, and no coefficient but gain and drive that differs between
     * channels: the commonest neuron, which has rows of its own.
     */
    final boolean plain;

    /** The same with a reset in the next step. */
    final boolean delayedPlain;

    /** Never fires and puts out its membrane, without a leak behind it: the commonest readout. */
    final boolean integrates;

    /** Its constants; null if this is another neuron. */
    final PlainNeuron plainNeuron;

    /** Whether a gradient is wanted that the plain rows do not sum. */
    final boolean wantsOther;

    final boolean wantsDecay;
    final boolean wantsGain;
    final boolean wantsDrive;
    final boolean wantsThreshold;
    final boolean wantsResetValue;
    final boolean wantsLeak;
    final boolean wantsLeakDrive;
    final boolean wantsAmplitude;

    KernelPlan(
            AffineDynamics dynamics,
            Coefficients coefficients,
            SequenceShape shape,
            Set<? extends StepCoefficient> wanted) {
        this.dynamics = dynamics;
        this.coefficients = coefficients;
        this.shape = shape;
        this.wanted = wanted;
        surrogate = dynamics.surrogate();
        tap = dynamics.tap();
        activation = dynamics.activation();
        spikes = tap == Tap.SPIKE;
        fires = dynamics.fires();
        firesAtThreshold = dynamics.fire() == FireCondition.AT_THRESHOLD;
        subtracts = dynamics.reset().mode() == ResetMode.SUBTRACT;
        resetsToValue = dynamics.reset().mode() == ResetMode.TO_VALUE;
        delayed = dynamics.delayedReset();
        detached = dynamics.reset().detached();
        synapse = dynamics.synapse();
        wantsDecay = wanted.contains(Coefficient.DECAY);
        wantsGain = wanted.contains(Coefficient.GAIN);
        wantsDrive = wanted.contains(Coefficient.DRIVE);
        wantsThreshold = wanted.contains(Coefficient.THRESHOLD);
        wantsResetValue = wanted.contains(Coefficient.RESET_VALUE);
        wantsLeak = wanted.contains(Coefficient.LEAK);
        wantsLeakDrive = wanted.contains(Coefficient.LEAK_DRIVE);
        wantsAmplitude = wanted.contains(Coefficient.AMPLITUDE);
        leaks = wantsLeak
                || wantsLeakDrive
                || !coefficients.isNeutral(Coefficient.LEAK)
                || !coefficients.isNeutral(Coefficient.LEAK_DRIVE);
        wantsOther = wanted.stream().anyMatch(c -> c != Coefficient.GAIN && c != Coefficient.DRIVE);
        boolean sharedSpikes = spikes
                && fires
                && !leaks
                && !synapse
                && coefficients.isShared(Coefficient.DECAY)
                && coefficients.isShared(Coefficient.THRESHOLD)
                && coefficients.isShared(Coefficient.RESET_VALUE)
                && coefficients.isShared(Coefficient.AMPLITUDE);
        plain = sharedSpikes && !delayed;
        delayedPlain = sharedSpikes && delayed;
        integrates = !fires && tap == Tap.MEMBRANE && activation == Activation.IDENTITY && !leaks && !synapse;
        plainNeuron = plain ? PlainNeuron.of(dynamics, coefficients) : null;
        if (delayed && leaks) {
            throw new IllegalArgumentException(
                    "a reset in the next step cannot be combined with a leak after the reset; use SAME_STEP");
        }
    }
}
