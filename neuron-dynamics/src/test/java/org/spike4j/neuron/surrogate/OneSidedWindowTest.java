package org.spike4j.neuron.surrogate;

import java.util.Set;
import java.util.stream.Stream;

class OneSidedWindowTest extends SurrogateContract {

    @Override
    Stream<Preset> presets() {
        return Stream.of(
                new Preset("sinabs 1, 1", OneSidedWindow.ofWindow(1, 1), x -> x + 1 >= 0 ? 1 : 0),
                new Preset(
                        "Rockpool 0.5, 0.8",
                        OneSidedWindow.ofWindow(0.5, 0.8),
                        x -> x + 0.8 >= 0.8 - 0.5 ? 1 / 0.8 : 0));
    }

    @Override
    boolean symmetric() {
        return false;
    }

    @Override
    Set<String> mayBeZero() {
        return Set.of("width");
    }
}
