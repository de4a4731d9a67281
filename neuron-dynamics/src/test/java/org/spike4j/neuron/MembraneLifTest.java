package org.spike4j.neuron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spike4j.neuron.NeuronModelContract.fires;
import static org.spike4j.neuron.NeuronModelContract.resetAfter;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.spike4j.neuron.equation.Scheme;

class MembraneLifTest extends EquationModelContract<MembraneLif> {

    @Override
    Stream<MembraneLif> models() {
        MembraneLif neuron = MembraneLif.cortical();
        return Stream.of(
                neuron,
                neuron.withScheme(Scheme.EULER),
                neuron.withScheme(Scheme.EXPONENTIAL_EULER).withSubSteps(2),
                new MembraneLif(200, 10, -65, 0, 1, 1, Scheme.EXACT, neuron.firing(), List.of()),
                neuron.withReset(Reset.toValue(-60).withoutGradient()));
    }

    @Override
    double[] documentedStart(MembraneLif model) {
        return model.refractoryTime() > 0 ? new double[] {model.rest(), 0} : new double[] {model.rest()};
    }

    @Override
    Step documentedStep(MembraneLif model, double[] states, double x) {
        double dt = model.dt() / model.subSteps();
        double tau = model.capacitance() / model.leak();
        double target = model.rest() + x / model.leak();
        double away = states[0] - target;
        double h = model.scheme() == Scheme.EULER ? states[0] - dt / tau * away : target + away * Math.exp(-dt / tau);
        boolean waits = states.length > 1 && states[1] > dt / 2;
        boolean s = !waits && fires(model.firing(), h);
        double v = waits ? states[0] : resetAfter(model.firing(), h);
        double left = s ? model.refractoryTime() : states.length > 1 ? Math.max(0, states[1] - dt) : 0;
        return new Step(states.length > 1 ? new double[] {v, left} : new double[] {v}, s ? 1 : 0);
    }

    @Override
    double[] inputRange(MembraneLif model) {
        return new double[] {-200, 1500};
    }

    /** T = refractory + tau ln(x / (x - x_rheobase)), tau 20 ms, x 200 pA, x_rheobase 150 pA. */
    @Test
    void firesInTheIntervalsOfTheClosedForm() {
        double expected = 2 + 20 * Math.log(200.0 / (200 - 150));
        MembraneLif neuron = MembraneLif.cortical();
        MembraneLif fine = new MembraneLif(200, 10, -65, 2, 0.1, 1, Scheme.EXACT, neuron.firing(), List.of());
        assertThat(SpikeTimes.intervals(fine, 200, 5000))
                .hasSizeGreaterThan(10)
                .allMatch(interval -> Math.abs(interval * 0.1 - expected) <= 0.15);
        assertThat(SpikeTimes.of(fine, 149, 5000)).isEmpty();
    }
}
