package org.spike4j.neuron.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Set;
import java.util.SplittableRandom;
import org.spike4j.neuron.Activation;
import org.spike4j.neuron.FireCondition;
import org.spike4j.neuron.Tap;
import org.spike4j.neuron.surrogate.Rectangle;

/**
 * Compares the automatic kernel with the reference on floats.
 *
 * <p>Rounding decides on which side of a jump (the threshold, the edge of a rectangle, the corner of relu) a membrane
 * lies that is close to it, and both answers are right. Neurons that come that close, at most a few in a thousand, are not
 * compared, and get no upstream gradient, so that they add nothing to the sums over neurons either.
 */
final class FastPathCheck {
    /** Rounding errors of a few float operations a step, relative to values of about 1. */
    private static final double PER_STEP = 2e-6;
    /** Membranes closer than this to a jump may round to its other side. */
    private static final double MARGIN = 1e-5;

    private final AffineDynamics dynamics;
    private final Coefficients coefficients;
    private final SequenceShape shape;
    private final Runner reference;
    private final Runner fast;
    private final double[] input;
    private final double[] state;
    private final double[] gradient;
    private final boolean[] compared;

    FastPathCheck(AffineDynamics dynamics, Coefficients coefficients, SequenceShape shape, long seed) {
        this.dynamics = dynamics;
        this.coefficients = coefficients;
        this.shape = shape;
        SplittableRandom random = new SplittableRandom(seed);
        int slab = (int) shape.slab();
        input = RandomArrays.rounded(RandomArrays.uniform(random, shape.inputSteps() * slab, -0.5, 1.5));
        state = random.nextBoolean() ? null : RandomArrays.rounded(RandomArrays.uniform(random, slab, -0.5, 1.5));
        gradient = RandomArrays.rounded(RandomArrays.normal(random, shape.steps() * slab));
        reference = Runner.reference(dynamics, coefficients, shape).inFloat(KernelChoice.SCALAR);
        fast = reference.inFloat(KernelChoice.AUTOMATIC);
        compared = new boolean[slab];
    }

    void run(Set<Coefficient> wanted) {
        Runner.Forward expected = reference.forward(input, state, true, false);
        chooseNeurons(expected.membrane());
        Runner.Forward actual = fast.forward(input, state, true, false);
        Runner.Forward alone = fast.forward(input, state, false, false);
        assertThat(alone.output()).as("output without trace").isEqualTo(actual.output());
        close("output", actual.output(), expected.output());
        close("membrane", actual.membrane(), expected.membrane());
        close("final state", actual.finalState(), expected.finalState());

        Upstream upstream = Upstream.onOutput(gradient);
        Runner.Backward slow = reference.backward(input, state, upstream, wanted);
        Runner.Backward quick = fast.backward(input, state, upstream, wanted);
        close("input gradient", quick.input(), slow.input());
        close("state gradient", quick.initialState(), slow.initialState());
        for (Coefficient coefficient : wanted) {
            sumsAreClose(coefficient, quick.coefficients(), slow.coefficients());
        }
    }

    private void chooseNeurons(double[] membrane) {
        int slab = compared.length;
        int left = 0;
        for (int k = 0; k < slab; k++) {
            compared[k] = state == null || !nearJump(state[k], k);
            for (int t = 0; t < shape.steps(); t++) {
                compared[k] &= !nearJump(membrane[t * slab + k], k);
            }
            left += compared[k] ? 0 : 1;
            for (int t = 0; t < shape.steps() && !compared[k]; t++) {
                gradient[t * slab + k] = 0;
            }
        }
        assertThat(left).as("neurons close to a jump").isLessThanOrEqualTo(1 + slab * shape.steps() / 2000);
    }

    private boolean nearJump(double h, int k) {
        int channel = shape.channelOf(k);
        double distance = h - coefficients.get(Coefficient.THRESHOLD, channel);
        boolean near = dynamics.fire() != FireCondition.NEVER && Math.abs(distance) < MARGIN;
        if (dynamics.surrogate() instanceof Rectangle window) {
            near |= Math.abs(Math.abs(distance) - window.halfWidth()) < MARGIN;
        }
        if (dynamics.activation() == Activation.RELU) {
            double leaked =
                    coefficients.get(Coefficient.LEAK, channel) * h + coefficients.get(Coefficient.LEAK_DRIVE, channel);
            double afterSubtraction = coefficients.get(Coefficient.LEAK, channel) * distance
                    + coefficients.get(Coefficient.LEAK_DRIVE, channel);
            near |= Math.abs(dynamics.tap() == Tap.CARRIED ? leaked : h) < MARGIN;
            near |= dynamics.tap() == Tap.CARRIED && Math.abs(afterSubtraction) < MARGIN;
        }
        return near;
    }

    private void close(String what, double[] actual, double[] expected) {
        double[] checked = actual.clone();
        for (int k = 0; k < checked.length; k++) {
            checked[k] = compared[k % compared.length] ? actual[k] : expected[k];
        }
        double tolerance = tolerance(RandomArrays.largest(expected));
        Closeness.assertClose(checked, expected, tolerance, "%s of %s, %s", what, dynamics, shape);
    }

    private void sumsAreClose(Coefficient coefficient, CoefficientGradients actual, CoefficientGradients expected) {
        int perChannel = compared.length / shape.channels();
        double tolerance = tolerance(10) * Math.sqrt(perChannel);
        for (int channel = 0; channel < shape.channels(); channel++) {
            assertThat(actual.get(coefficient, channel))
                    .as("%s of channel %s of %s, %s", coefficient, channel, dynamics, shape)
                    .isCloseTo(expected.get(coefficient, channel), within(tolerance));
        }
    }

    private double tolerance(double scale) {
        return PER_STEP * (3 + shape.steps()) * Math.max(1, scale);
    }
}
