package org.spike4j.neuron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spike4j.neuron.NeuronModelContract.fires;
import static org.spike4j.neuron.NeuronModelContract.resetAfter;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.spike4j.neuron.equation.Scheme;

class ConductanceLifTest extends EquationModelContract<ConductanceLif> {

    @Override
    Stream<ConductanceLif> models() {
        Firing firing = ConductanceLif.cortical().firing();
        ConductanceLif neuron =
                new ConductanceLif(200, 10, -65, 5, 10, 5, -80, 1, 1, Scheme.EXPONENTIAL_EULER, firing, List.of());
        return Stream.of(
                neuron,
                neuron.withScheme(Scheme.EULER),
                neuron.withSubSteps(3).withReset(Reset.toValue(-60).withoutGradient()),
                neuron.withReset(Reset.none()));
    }

    @Override
    double[] documentedStart(ConductanceLif model) {
        return new double[] {model.rest(), 0, 0};
    }

    @Override
    Step documentedStep(ConductanceLif model, double[] states, double x) {
        double dt = model.dt() / model.subSteps();
        boolean euler = model.scheme() == Scheme.EULER;
        double keepExcitation = 1 - dt / model.tauExcitation();
        double keepInhibition = 1 - dt / model.tauInhibition();
        double share = x / model.subSteps();
        double e = (states[1] + Math.max(0, share)) * (euler ? keepExcitation : Math.exp(-dt / model.tauExcitation()));
        double n = (states[2] + Math.max(0, -share)) * (euler ? keepInhibition : Math.exp(-dt / model.tauInhibition()));
        double conductance = model.leak() + e + n;
        double target = (model.leak() * model.rest() + e * model.reversalExcitation() + n * model.reversalInhibition())
                / conductance;
        double away = states[0] - target;
        double rate = conductance / model.capacitance();
        double h = euler ? states[0] - dt * rate * away : target + away * Math.exp(-dt * rate);
        return new Step(new double[] {resetAfter(model.firing(), h), e, n}, fires(model.firing(), h) ? 1 : 0);
    }

    @Override
    double[] inputRange(ConductanceLif model) {
        return new double[] {-10, 20};
    }

    @Test
    void strongerExcitationFiresFasterAndInhibitionNever() {
        ConductanceLif neuron = ConductanceLif.cortical();
        int weak = SpikeTimes.of(neuron, 2, 1000).length;
        assertThat(weak).isPositive().isLessThan(SpikeTimes.of(neuron, 6, 1000).length);
        assertThat(SpikeTimes.of(neuron, 0.2, 1000)).isEmpty(); // leak 10 nS against 1 nS: 6 mV
        assertThat(SpikeTimes.of(neuron, -5, 1000)).isEmpty();
    }
}
