package org.spike4j.neuron;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AdaptiveLifTest extends EquationModelContract<AdaptiveLif> {

    @Override
    Stream<AdaptiveLif> models() {
        AdaptiveLif neuron =
                new AdaptiveLif(4, 9, 0.8, 0.6, 1.2, Firing.standard(), List.of(Learned.perChannel("tauAdaptation")));
        return SameStep.firings()
                .flatMap(firing -> Stream.of(
                        neuron.withFiring(firing),
                        neuron.withFiring(firing.withReset(firing.reset().inNextStep()))));
    }

    @Override
    double[] inputRange(AdaptiveLif model) {
        return new double[] {-1, 5};
    }

    @Override
    double[] documentedStart(AdaptiveLif model) {
        return delayed(model) ? new double[3] : new double[2];
    }

    @Override
    Step documentedStep(AdaptiveLif model, double[] states, double x) {
        double c = Math.exp(-model.dt() / model.tau());
        double d = Math.exp(-model.dt() / model.tauAdaptation());
        double v = states[0];
        double w = states[1];
        if (!delayed(model)) {
            double h = c * v + (1 - c) * (x - w);
            double s = NeuronModelContract.fires(model.firing(), h) ? 1 : 0;
            double next = NeuronModelContract.resetAfter(model.firing(), h);
            return new Step(new double[] {next, d * w + (1 - d) * (model.coupling() * next + model.jump() * s)}, s);
        }
        double q = states[2];
        double newW = d * w + (1 - d) * (model.coupling() * v + model.jump() * q);
        Reset reset = model.firing().reset();
        double kept = q == 0
                ? v
                : switch (reset.mode()) {
                    case NONE -> v;
                    case SUBTRACT -> v - model.firing().threshold();
                    case TO_VALUE -> reset.value();
                };
        double h = c * kept + (1 - c) * (x - newW);
        double s = NeuronModelContract.fires(model.firing(), h) ? 1 : 0;
        return new Step(new double[] {h, newW, s}, s);
    }

    private static boolean delayed(AdaptiveLif model) {
        return model.firing().reset().timing() == ResetTiming.NEXT_STEP;
    }

    @Test
    void timeConstantsArePositive() {
        assertThatThrownBy(() -> AdaptiveLif.withTausInSteps(4, 0, 1, 1))
                .hasMessageContaining("tauAdaptation must be > 0");
    }
}
