package org.spike4j.neuron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spike4j.neuron.NeuronModelContract.fires;
import static org.spike4j.neuron.NeuronModelContract.resetAfter;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IzhikevichTest extends EquationModelContract<Izhikevich> {

    @Override
    Stream<Izhikevich> models() {
        Izhikevich neuron = Izhikevich.regularSpiking();
        return Stream.of(
                neuron,
                neuron.withReset(Reset.toValue(-50).withoutGradient()),
                Izhikevich.fastSpiking().withSubSteps(4),
                new Izhikevich(0.02, 0.2, 6, 0.04, 5, 140, -70, 0.25, 1, neuron.firing(), List.of()));
    }

    @Override
    double[] documentedStart(Izhikevich model) {
        return new double[] {model.start(), model.b() * model.start()};
    }

    @Override
    Step documentedStep(Izhikevich model, double[] states, double x) {
        double dt = model.dt() / model.subSteps();
        double v = states[0];
        double u = states[1];
        double h = v + dt * (model.curvature() * v * v + model.slope() * v + model.offset() - u + x);
        double g = u + dt * (model.a() * (model.b() * v - u));
        int s = fires(model.firing(), h) ? 1 : 0;
        return new Step(new double[] {resetAfter(model.firing(), h), g + s * model.d()}, s);
    }

    @Override
    double[] inputRange(Izhikevich model) {
        return new double[] {0, 60};
    }

    /** Coefficients of 0.01 act on squares of 70 mV. */
    @Override
    double finiteStep(Izhikevich model) {
        return 1e-7;
    }

    /** The upstroke to a spike grows the rounding of single precision. */
    @Override
    double floatTolerance(Izhikevich model) {
        return 1e-3;
    }

    @Test
    void publishedCellsFireInTheirPatterns() {
        assertThat(SpikeTimes.of(Izhikevich.regularSpiking(), 3, 1000)).isEmpty();
        List<Integer> regular = SpikeTimes.intervals(Izhikevich.regularSpiking(), 10, 400);
        assertThat(regular).isNotEmpty().allMatch(interval -> interval >= 20);
        List<Integer> fast = SpikeTimes.intervals(Izhikevich.fastSpiking(), 10, 400);
        assertThat(fast).allMatch(interval -> interval >= 5 && interval <= 12);
        List<Integer> bursting = SpikeTimes.intervals(Izhikevich.intrinsicallyBursting(), 10, 400);
        assertThat(bursting.get(0)).isLessThan(10);
        assertThat(SpikeTimes.last(bursting)).isGreaterThan(20);
        List<Integer> chattering = SpikeTimes.intervals(Izhikevich.chattering(), 10, 400);
        assertThat(chattering).anyMatch(interval -> interval > 30).anyMatch(interval -> interval < 5);
        List<Integer> adapting = SpikeTimes.intervals(Izhikevich.lowThresholdSpiking(), 10, 400);
        assertThat(SpikeTimes.last(adapting)).isGreaterThan(2 * adapting.get(0));
    }
}
