package org.spike4j.neuron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.spike4j.neuron.NeuronModelContract.fires;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.spike4j.neuron.equation.Scheme;
import org.spike4j.neuron.kernel.Runner;
import org.spike4j.neuron.kernel.SequenceShape;

class HodgkinHuxleyTest extends EquationModelContract<HodgkinHuxley> {

    @Override
    Stream<HodgkinHuxley> models() {
        HodgkinHuxley neuron = HodgkinHuxley.squidAxon().withThreshold(10);
        return Stream.of(neuron, neuron.withScheme(Scheme.EULER), neuron.withThreshold(-20));
    }

    @Override
    double[] documentedStart(HodgkinHuxley model) {
        return new double[] {-65, 0.05293248525724958, 0.5961207535084603, 0.3176769140606974};
    }

    @Override
    Step documentedStep(HodgkinHuxley model, double[] states, double x) {
        double dt = model.dt() / model.subSteps();
        double v = states[0];
        double na = model.sodium() * Math.pow(states[1], 3) * states[2];
        double k = model.potassium() * Math.pow(states[3], 4);
        double g = na + k + model.leak();
        double target = (na * 50 + k * -77 + model.leak() * -54.387 + x) / g;
        double rate = g / model.capacitance();
        double after = model.scheme() == Scheme.EULER
                ? v + dt * rate * (target - v)
                : target + (v - target) * Math.exp(-dt * rate);
        double m = gate(states[1], 0.1 * singular(v + 40), 4 * Math.exp(-(v + 65) / 18), dt);
        double h = gate(states[2], 0.07 * Math.exp(-(v + 65) / 20), 1 / (1 + Math.exp(-(v + 35) / 10)), dt);
        double n = gate(states[3], 0.01 * singular(v + 55), 0.125 * Math.exp(-(v + 65) / 80), dt);
        boolean passes = fires(model.firing(), after) && !fires(model.firing(), v);
        return new Step(new double[] {after, m, h, n}, passes ? 1 : 0);
    }

    @Override
    double[] inputRange(HodgkinHuxley model) {
        return new double[] {0, 120};
    }

    /** Relaxes to alpha / (alpha + beta) at the rate alpha + beta. */
    private static double gate(double before, double alpha, double beta, double dt) {
        double rest = alpha / (alpha + beta);
        return rest + (before - rest) * Math.exp(-(alpha + beta) * dt);
    }

    /** u / (1 - exp(-u / 10)), which is 10 at u = 0. */
    private static double singular(double u) {
        return Math.abs(u) < 1e-7 ? 10 : -u / Math.expm1(-u / 10);
    }

    @Test
    void restsWithoutInput() {
        double[] membrane = Runner.reference(HodgkinHuxley.squidAxon(), SequenceShape.of(2000, 1, 1, 1))
                .forward(new double[2000], null)
                .membrane();
        assertThat(membrane[1999]).isCloseTo(-65, within(0.01));
    }

    /** The textbook's 10 uA / cm^2 gives about 68 Hz; repetitive firing begins between 6 and 6.5 uA / cm^2. */
    @Test
    void firesRepetitivelyAboveItsRheobaseOnly() {
        List<Integer> intervals = SpikeTimes.intervals(HodgkinHuxley.squidAxon(), 10, 3000);
        double rate = 1e4 / SpikeTimes.last(intervals); // 10,000 steps a second
        assertThat(rate).isCloseTo(68, within(2.0));
        assertThat(SpikeTimes.of(HodgkinHuxley.squidAxon(), 2, 3000)).isEmpty();
        assertThat(SpikeTimes.of(HodgkinHuxley.squidAxon(), 6, 3000)).hasSizeLessThan(4);
        assertThat(SpikeTimes.of(HodgkinHuxley.squidAxon(), 6.5, 3000)).hasSizeGreaterThan(14);
    }

    @Test
    void singularVoltagesAreHarmless() {
        SequenceShape one = SequenceShape.of(1, 1, 1, 1);
        for (double v : new double[] {-40, -55}) {
            Runner runner = Runner.reference(HodgkinHuxley.squidAxon(), one);
            double[] at = runner.forward(new double[1], new double[] {v, 0.1, 0.5, 0.4})
                    .finalState();
            double[] near = runner.forward(new double[1], new double[] {v + 1e-7, 0.1, 0.5, 0.4})
                    .finalState();
            assertThat(at).isNotEqualTo(near);
            for (int k = 0; k < at.length; k++) {
                assertThat(at[k]).isCloseTo(near[k], within(1e-6));
            }
        }
    }
}
