package org.spike4j.neuron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.spike4j.neuron.NeuronModelContract.fires;
import static org.spike4j.neuron.NeuronModelContract.resetAfter;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.spike4j.neuron.equation.Scheme;

class AdExTest extends EquationModelContract<AdEx> {

    @Override
    Stream<AdEx> models() {
        AdEx neuron = AdEx.bretteGerstner();
        return Stream.of(
                neuron,
                neuron.withScheme(Scheme.EXPONENTIAL_EULER),
                AdEx.regularBursting().withSubSteps(2),
                AdEx.irregular().withReset(Reset.toValue(-48).withoutGradient()));
    }

    @Override
    double[] documentedStart(AdEx model) {
        return new double[] {model.rest(), 0};
    }

    @Override
    Step documentedStep(AdEx model, double[] states, double x) {
        double dt = model.dt() / model.subSteps();
        double v = states[0];
        double w = states[1];
        double upstroke = Math.exp(Math.min((v - model.corner()) / model.sharpness(), 20));
        double target = model.rest() + model.sharpness() * upstroke + (x - w) / model.leak();
        double share = dt / (model.capacitance() / model.leak());
        double shareAdaptation = dt / model.tauAdaptation();
        if (model.scheme() == Scheme.EXPONENTIAL_EULER) {
            share = 1 - Math.exp(-share);
            shareAdaptation = 1 - Math.exp(-shareAdaptation);
        }
        double h = v + share * (target - v);
        double u = w + shareAdaptation * (model.coupling() * (v - model.rest()) - w);
        int s = fires(model.firing(), h) ? 1 : 0;
        return new Step(new double[] {resetAfter(model.firing(), h), u + s * model.jump()}, s);
    }

    @Override
    double[] inputRange(AdEx model) {
        return new double[] {0, 12_000};
    }

    /** Coefficients of 0.005 act on voltages of 70 mV. */
    @Override
    double finiteStep(AdEx model) {
        return 1e-7;
    }

    @Test
    void firesAboveTheRheobaseOfTheExponentialAlone() {
        double rheobase = 30 * (70.6 - 50.4 - 2); // leak (corner - rest - sharpness)
        assertThat(SpikeTimes.of(AdEx.exponential(), rheobase - 5, 10_000)).isEmpty();
        assertThat(SpikeTimes.of(AdEx.exponential(), rheobase + 5, 10_000)).isNotEmpty();
    }

    @Test
    void publishedCellsFireInTheirPatterns() {
        List<Integer> tonic = SpikeTimes.intervals(AdEx.tonic(), 500, 5000);
        assertThat(SpikeTimes.last(tonic)).isBetween(tonic.get(0), tonic.get(0) * 12 / 10);
        List<Integer> adapting = SpikeTimes.intervals(AdEx.adapting(), 500, 5000);
        assertThat(adapting).isSorted();
        assertThat(SpikeTimes.last(adapting)).isGreaterThan(5 * adapting.get(0));
        List<Integer> burst = SpikeTimes.intervals(AdEx.initialBurst(), 400, 5000);
        assertThat(burst.get(0)).isLessThan(50);
        assertThat(SpikeTimes.last(burst)).isGreaterThan(500);
        List<Integer> bursts = SpikeTimes.intervals(AdEx.regularBursting(), 210, 5000);
        assertThat(bursts).anyMatch(interval -> interval > 1000).anyMatch(interval -> interval < 70);
        List<Integer> delayed = SpikeTimes.intervals(AdEx.delayedAccelerating(), 300, 5000);
        assertThat(SpikeTimes.last(delayed)).isLessThan(delayed.get(0));
        List<Integer> irregular = SpikeTimes.intervals(AdEx.irregular(), 160, 5000);
        assertThat(Set.copyOf(irregular)).hasSizeGreaterThan(irregular.size() / 2);
    }

    @Test
    void exactSchemeIsRefused() {
        assertThatThrownBy(() -> AdEx.tonic().withScheme(Scheme.EXACT))
                .hasMessageContaining("EULER or EXPONENTIAL_EULER");
    }
}
