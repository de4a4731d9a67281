package org.spike4j.neuron.surrogate;

import java.util.stream.Stream;

class S2nnTest extends SurrogateContract {

    @Override
    Stream<Preset> presets() {
        return Stream.of(
                new Preset("SpikingJelly 4, 1", S2nn.spikingJelly(4, 1), x -> s2nn(4, 1, x)),
                new Preset("SpikingJelly 3, 0.7", S2nn.spikingJelly(3, 0.7), x -> s2nn(3, 0.7, x)));
    }

    @Override
    boolean symmetric() {
        return false;
    }

    private static double s2nn(double alpha, double beta, double x) {
        double s = 1 / (1 + Math.exp(-alpha * x));
        return x < 0 ? alpha * s * (1 - s) : beta / (x + 1);
    }
}
