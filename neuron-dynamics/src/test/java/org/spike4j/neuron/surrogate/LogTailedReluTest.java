package org.spike4j.neuron.surrogate;

import java.util.Set;
import java.util.stream.Stream;

class LogTailedReluTest extends SurrogateContract {

    @Override
    Stream<Preset> presets() {
        return Stream.of(
                new Preset("SpikingJelly 0", LogTailedRelu.spikingJelly(0), x -> tail(0, x)),
                new Preset("SpikingJelly 0.1", LogTailedRelu.spikingJelly(0.1), x -> tail(0.1, x)));
    }

    @Override
    boolean symmetric() {
        return false;
    }

    @Override
    Set<String> mayBeZero() {
        return Set.of("leak");
    }

    private static double tail(double alpha, double x) {
        if (x > 1) {
            return 1 / x;
        }
        return x > 0 ? 1 : alpha;
    }
}
