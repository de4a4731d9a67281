package org.spike4j.neuron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LiafTest extends NeuronModelContract<Liaf> {

    @Override
    Stream<Liaf> models() {
        BidlLif neuron = BidlLif.standard().withLeak(0.6, 0.05).withReset(Reset.toValue(-0.1));
        return Stream.of(Tap.MEMBRANE, Tap.DISTANCE, Tap.RESET, Tap.CARRIED)
                .flatMap(tap -> Stream.of(Activation.values())
                        .flatMap(activation -> Stream.of(
                                new Liaf(neuron, tap, activation),
                                new Liaf(neuron.withReset(Reset.subtract()), tap, activation))));
    }

    @Override
    double documentedStart(Liaf model) {
        return 0;
    }

    @Override
    Step documentedStep(Liaf model, Step before, double x) {
        BidlLif inside = (BidlLif) model.neuron();
        double h = before.carried() + x;
        double r = resetAfter(inside.firing(), h);
        double v = inside.alpha() * r + inside.beta();
        double o = List.of(h, h - inside.firing().threshold(), r, v)
                .get(List.of(Tap.MEMBRANE, Tap.DISTANCE, Tap.RESET, Tap.CARRIED).indexOf(model.tap()));
        double y = List.of(o, Math.max(0, o), Math.tanh(o))
                .get(List.of(Activation.IDENTITY, Activation.RELU, Activation.TANH)
                        .indexOf(model.activation()));
        return new Step(h, y, v, 0);
    }

    @Test
    void standsForTheReluOfTheMembrane() {
        assertThat(Liaf.of(BidlLif.standard())).isEqualTo(new Liaf(BidlLif.standard(), Tap.MEMBRANE, Activation.RELU));
    }

    @Test
    void aSpikeIsNoAnalogOutput() {
        assertThatThrownBy(() -> new Liaf(BidlLif.standard(), Tap.SPIKE, Activation.RELU))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("tap must be MEMBRANE, DISTANCE, RESET or CARRIED, was SPIKE");
    }
}
