package org.spike4j.neuron;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.spike4j.neuron.lifplus.InputAccumulation;
import org.spike4j.neuron.lifplus.MembraneDecay;
import org.spike4j.neuron.lifplus.Refractoriness;
import org.spike4j.neuron.lifplus.Reversal;
import org.spike4j.neuron.lifplus.SpikeInitiation;
import org.spike4j.neuron.lifplus.TriggeredCurrent;
import org.spike4j.neuron.surrogate.ATan;

class LifPlusTest extends EquationModelContract<LifPlus> {

    @Override
    Stream<LifPlus> models() {
        LifPlus simple = LifPlus.withKappa(0.4).withRest(0.02).withSurrogate(ATan.ofAlpha(2));
        List<TriggeredCurrent> currents = List.of(
                new TriggeredCurrent.None(),
                new TriggeredCurrent.Adaptation(0.2, 0.15),
                new TriggeredCurrent.Subthreshold(0.2, 0.15, 0.3, 0.1));
        List<Refractoriness> refractoriness = List.of(
                new Refractoriness.None(),
                new Refractoriness.Absolute(2),
                new Refractoriness.Relative(0.3, 0.25, 1, 0.2, 0.15, 1.2));
        Stream<LifPlus> spikes = currents.stream()
                .flatMap(current -> refractoriness.stream()
                        .map(r -> simple.with(r).with(current).with(new InputAccumulation.Exponential(0.4))));
        Stream<LifPlus> inputs = Stream.of(
                        new InputAccumulation.None(),
                        new InputAccumulation.Exponential(0.4),
                        new InputAccumulation.Alpha(0.4))
                .flatMap(input -> Stream.of(new Reversal.None(), new Reversal.Potential(1.5))
                        .map(reversal -> simple.with(input).with(reversal)));
        Stream<LifPlus> membranes = Stream.of(
                simple.with(new MembraneDecay.Linear(0.05)),
                simple.with(new SpikeInitiation.Exponential(0.2, 0.5)).withThreshold(0.8),
                simple.with(new SpikeInitiation.Quadratic(0.4)).withThreshold(0.8),
                simple.withReset(Reset.subtract()),
                simple.withReset(Reset.toValue(-0.1).withoutGradient()),
                simple.withLearned(Learned.shared("kappa")));
        return Stream.of(spikes, inputs, membranes).flatMap(models -> models);
    }

    @Override
    double[] inputRange(LifPlus model) {
        return new double[] {-0.3, 1.2};
    }

    @Override
    double[] documentedStart(LifPlus model) {
        return new double[model.dynamics().stateCount()];
    }

    @Override
    Step documentedStep(LifPlus model, double[] states, double x) {
        boolean refractory = model.refractoriness() instanceof Refractoriness.Absolute && states[states.length - 1] > 0;
        List<Double> next = new ArrayList<>();
        double v = states[0];
        double g = accumulated(model, states, refractory ? 0 : x, next);
        double j = model.reversal() instanceof Reversal.Potential to ? (to.reversal() - v) * g : g;
        double h = charged(model, v, j);
        double w = current(model, states);
        h += w;
        double r = 0;
        double u = 0;
        if (model.refractoriness() instanceof Refractoriness.Relative one) {
            r = (1 - one.rate()) * states[states.length - 2];
            u = (1 - one.adaptationRate()) * states[states.length - 1];
            h += r * (one.level() - v) + u * (one.adaptationLevel() - v);
        }
        double s = NeuronModelContract.fires(model.firing(), h) ? 1 : 0;
        next.add(0, NeuronModelContract.resetAfter(model.firing(), h));
        if (model.triggered() instanceof TriggeredCurrent.Adaptation one) {
            next.add(w - one.drop() * s);
        } else if (model.triggered() instanceof TriggeredCurrent.Subthreshold one) {
            next.add(w - one.drop() * s);
        }
        if (model.refractoriness() instanceof Refractoriness.Absolute one) {
            next.add(s == 1 ? one.steps() : Math.max(0, states[states.length - 1] - 1));
        } else if (model.refractoriness() instanceof Refractoriness.Relative one) {
            next.add(r - one.drop() * s);
            next.add(u - one.adaptationDrop() * s);
        }
        return new Step(next.stream().mapToDouble(d -> d).toArray(), s);
    }

    private static double accumulated(LifPlus model, double[] states, double x, List<Double> next) {
        if (model.accumulation() instanceof InputAccumulation.Exponential one) {
            next.add((1 - one.rate()) * states[1] + x);
            return next.get(0);
        }
        if (model.accumulation() instanceof InputAccumulation.Alpha one) {
            double y = (1 - one.rate()) * states[2] + x;
            next.add((1 - one.rate()) * states[1] + Math.E * one.rate() * y);
            next.add(y);
            return next.get(0);
        }
        return x;
    }

    private static double charged(LifPlus model, double v, double j) {
        if (model.decay() instanceof MembraneDecay.Linear one) {
            return v + j - one.leak();
        }
        double f = model.rest() - v;
        if (model.initiation() instanceof SpikeInitiation.Exponential one) {
            f += one.sharpness() * Math.exp((v - one.rheobase()) / one.sharpness());
        } else if (model.initiation() instanceof SpikeInitiation.Quadratic one) {
            f *= one.critical() - v;
        }
        return v + model.kappa() * (f + j);
    }

    private static double current(LifPlus model, double[] states) {
        int at = 1;
        at += model.accumulation() instanceof InputAccumulation.Exponential ? 1 : 0;
        at += model.accumulation() instanceof InputAccumulation.Alpha ? 2 : 0;
        if (model.triggered() instanceof TriggeredCurrent.Adaptation one) {
            return (1 - one.rate()) * states[at];
        }
        return model.triggered() instanceof TriggeredCurrent.Subthreshold one
                ? (1 - one.rate()) * states[at] + model.kappa() * one.coupling() * (states[0] - one.level())
                : 0;
    }

    @Test
    void linearDecayHasNoInitiation() {
        LifPlus neuron = LifPlus.withKappa(0.4).with(new SpikeInitiation.Quadratic(0.4));
        assertThatThrownBy(() -> neuron.with(new MembraneDecay.Linear(0.1)))
                .hasMessageContaining("take exponential decay or instant initiation");
    }
}
