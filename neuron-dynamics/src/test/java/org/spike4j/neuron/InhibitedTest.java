package org.spike4j.neuron;

import java.util.stream.Stream;

/** The documented step is that of a single channel, which competes with nobody; the gradients are those of three. */
class InhibitedTest extends NeuronModelContract<Inhibited> {

    @Override
    Stream<Inhibited> models() {
        return firings().map(firing -> Inhibited.of(Leaky.withBeta(0.8).withFiring(firing)));
    }

    @Override
    double documentedStart(Inhibited model) {
        return 0;
    }

    @Override
    Step documentedStep(Inhibited model, Step before, double x) {
        return new LeakyTest().documentedStep((Leaky) model.neuron(), before, x);
    }
}
