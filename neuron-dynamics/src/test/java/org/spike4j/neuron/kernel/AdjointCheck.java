package org.spike4j.neuron.kernel;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Compares every gradient of a backward pass, in double, with forward-mode differentiation. */
public final class AdjointCheck {
    /** Rounding of sums of a few hundred products, for gradients of about 1. */
    private static final double ROUNDING = 1e-11;

    private final Runner runner;
    private final double[] input;
    private final double[] state;
    private final Upstream upstream;
    private final DualInputs in;
    private final DualDynamics duals;

    private AdjointCheck(AffineDynamics dynamics, Coefficients coefficients, SequenceShape shape, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int slab = (int) shape.slab();
        runner = Runner.reference(dynamics, coefficients, shape);
        input = RandomArrays.uniform(random, shape.inputSteps() * slab, -0.5, 2);
        state = RandomArrays.uniform(random, dynamics.stateCount() * slab, -0.5, 1.5);
        upstream = Upstream.onEverything(random, shape.steps() * slab);
        in = DualInputs.of(input, state, coefficients);
        duals = new DualDynamics(dynamics, false);
    }

    /** Checks the gradients with respect to input, initial state and coefficients, on seeded random numbers. */
    public static void check(AffineDynamics dynamics, Coefficients coefficients, SequenceShape shape, long seed) {
        AdjointCheck check = new AdjointCheck(dynamics, coefficients, shape, seed);
        Runner.Backward gradients =
                check.runner.backward(check.input, check.state, check.upstream, check.runner.allCoefficients());
        Closeness.assertClose(
                gradients.input(),
                check.forEach(check.in.input()),
                ROUNDING,
                "input gradient, %s, %s",
                dynamics,
                shape);
        Closeness.assertClose(
                gradients.initialState(),
                check.forEach(check.in.state()),
                ROUNDING,
                "state gradient, %s, %s",
                dynamics,
                shape);
        for (StepCoefficient coefficient : check.runner.allCoefficients()) {
            double[] actual = IntStream.range(0, shape.channels())
                    .mapToDouble(channel -> gradients.coefficients().get(coefficient, channel))
                    .toArray();
            double[] expected = check.forEach(check.in.coefficients()[coefficient.index()]);
            Closeness.assertClose(actual, expected, ROUNDING, "%s gradient, %s, %s", coefficient, dynamics, shape);
        }
    }

    /** The derivative of the loss with respect to each of some variables. */
    private double[] forEach(Dual[] variables) {
        double[] derivatives = new double[variables.length];
        for (int k = 0; k < variables.length; k++) {
            Dual before = variables[k];
            variables[k] = new Dual(before.value(), 1);
            derivatives[k] = duals.loss(runner.shape(), in, upstream).slope();
            variables[k] = before;
        }
        return derivatives;
    }
}
