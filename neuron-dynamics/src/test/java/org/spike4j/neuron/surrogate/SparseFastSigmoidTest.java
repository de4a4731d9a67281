package org.spike4j.neuron.surrogate;

import java.util.Set;
import java.util.stream.Stream;

class SparseFastSigmoidTest extends SurrogateContract {

    @Override
    Stream<Preset> presets() {
        return Stream.of(
                new Preset(
                        "snnTorch 25, 1",
                        SparseFastSigmoid.snnTorch(25, 1),
                        x -> x > 1 ? 1 / Math.pow(25 * Math.abs(x) + 1, 2) : 0,
                        1 / (25 * 26.0)),
                new Preset(
                        "snnTorch 5, -0.3",
                        SparseFastSigmoid.snnTorch(5, -0.3),
                        x -> x > -0.3 ? 1 / Math.pow(5 * Math.abs(x) + 1, 2) : 0,
                        1 / 5.0 + 0.3 / 2.5));
    }

    @Override
    boolean symmetric() {
        return false;
    }

    @Override
    Set<String> mayBeNegative() {
        return Set.of("bound");
    }
}
