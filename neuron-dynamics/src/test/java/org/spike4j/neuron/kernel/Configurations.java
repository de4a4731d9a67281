package org.spike4j.neuron.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.spike4j.neuron.Activation;
import org.spike4j.neuron.FireCondition;
import org.spike4j.neuron.Reset;
import org.spike4j.neuron.ResetMode;
import org.spike4j.neuron.ResetTiming;
import org.spike4j.neuron.Tap;
import org.spike4j.neuron.surrogate.ATan;
import org.spike4j.neuron.surrogate.FastSigmoid;
import org.spike4j.neuron.surrogate.Gaussian;
import org.spike4j.neuron.surrogate.Rectangle;
import org.spike4j.neuron.surrogate.Sigmoid;
import org.spike4j.neuron.surrogate.Surrogate;
import org.spike4j.neuron.surrogate.Triangle;

/** The dynamics that tests sweep over. */
final class Configurations {
    private Configurations() {}

    static List<Surrogate> surrogates() {
        return List.of(
                ATan.ofAlpha(2),
                FastSigmoid.ofSlope(5),
                Triangle.spikingJelly(1),
                Rectangle.bidl(0.5),
                Gaussian.spikingJellyErf(2),
                Sigmoid.ofAlpha(4));
    }

    /** Every reset: mode x timing x detached; one without a reset. */
    static Stream<Reset> resets() {
        List<Reset> resets = new ArrayList<>(List.of(Reset.none()));
        for (ResetMode mode : List.of(ResetMode.TO_VALUE, ResetMode.SUBTRACT)) {
            for (ResetTiming timing : ResetTiming.values()) {
                resets.add(new Reset(mode, 0, timing, false));
                resets.add(new Reset(mode, 0, timing, true));
            }
        }
        return resets.stream();
    }

    /** The dynamics with every output, with and without a synapse, on one reset, surrogate and fire condition. */
    static Stream<AffineDynamics> outputs(Reset reset, Surrogate surrogate, FireCondition fire) {
        List<AffineDynamics> all = new ArrayList<>();
        for (boolean synapse : new boolean[] {false, true}) {
            AffineDynamics spiking =
                    new AffineDynamics(fire, reset, surrogate, Tap.SPIKE, Activation.IDENTITY, synapse, 0.1, false);
            all.add(spiking);
            for (Tap tap : List.of(Tap.MEMBRANE, Tap.DISTANCE, Tap.RESET, Tap.CARRIED)) {
                for (Activation activation : Activation.values()) {
                    all.add(spiking.withOutput(tap, activation));
                }
            }
        }
        return all.stream();
    }

    /** Random coefficients, one value a channel; the leak stays neutral where the reset is delayed. */
    static Coefficients coefficients(AffineDynamics dynamics, int channels, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Coefficients coefficients = new Coefficients(channels);
        coefficients.set(Coefficient.DECAY, RandomArrays.uniform(random, channels, 0.5, 0.95));
        coefficients.set(Coefficient.GAIN, RandomArrays.uniform(random, channels, 0.6, 1.2));
        coefficients.set(Coefficient.DRIVE, RandomArrays.uniform(random, channels, -0.1, 0.1));
        coefficients.set(Coefficient.THRESHOLD, RandomArrays.uniform(random, channels, 0.7, 1.2));
        coefficients.set(Coefficient.RESET_VALUE, RandomArrays.uniform(random, channels, -0.3, 0.3));
        coefficients.set(Coefficient.AMPLITUDE, RandomArrays.uniform(random, channels, 0.5, 2));
        if (!dynamics.delayedReset()) {
            coefficients.set(Coefficient.LEAK, RandomArrays.uniform(random, channels, 0.6, 1));
            coefficients.set(Coefficient.LEAK_DRIVE, RandomArrays.uniform(random, channels, -0.1, 0.1));
        }
        if (dynamics.synapse()) {
            coefficients.set(Coefficient.SYNAPSE_DECAY, RandomArrays.uniform(random, channels, 0.3, 0.8));
        }
        return coefficients;
    }
}
