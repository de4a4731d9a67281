package org.spike4j.neuron;

import static org.spike4j.neuron.NeuronModelContract.fires;

import java.util.stream.Stream;

class AlphaLifTest extends EquationModelContract<AlphaLif> {

    @Override
    Stream<AlphaLif> models() {
        Reset subtract = Reset.subtract().withoutGradient().inNextStep();
        AlphaLif neuron = AlphaLif.withDecays(0.9, 0.75).withThreshold(0.9);
        return Stream.of(neuron, neuron.withReset(subtract), neuron.withReset(Reset.none()));
    }

    @Override
    double[] documentedStart(AlphaLif model) {
        return new double[] {0, 0, 0};
    }

    @Override
    Step documentedStep(AlphaLif model, double[] states, double x) {
        double u = model.alpha() * states[1] + x;
        double n = model.beta() * states[2] - x;
        double share = Math.log(model.alpha()) / (Math.log(model.beta()) - Math.log(model.alpha())) + 1;
        double f = share * (u + n);
        double h = f;
        if (fires(model.firing(), states[0])) {
            switch (model.firing().reset().mode()) {
                case TO_VALUE -> {
                    h = 0;
                    u = 0;
                    n = 0;
                }
                case SUBTRACT -> {
                    h = f + states[2];
                    u = u - model.firing().threshold();
                    n = 0;
                }
                case NONE -> {
                    // nothing happens
                }
            }
        }
        return new Step(new double[] {h, u, n}, fires(model.firing(), h) ? 1 : 0);
    }

    @Override
    double[] inputRange(AlphaLif model) {
        return new double[] {-0.5, 3};
    }
}
