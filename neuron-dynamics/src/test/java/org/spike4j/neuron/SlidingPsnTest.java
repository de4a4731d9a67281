package org.spike4j.neuron;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SlidingPsnTest extends EquationModelContract<SlidingPsn> {

    @Override
    Stream<SlidingPsn> models() {
        return Stream.of(
                SlidingPsn.ofOrder(1),
                SlidingPsn.ofOrder(2),
                SlidingPsn.ofOrder(5).withThreshold(0.2),
                new SlidingPsn(
                        List.of(-0.4, 0.9, 1.1), -0.5, SlidingPsn.ofOrder(1).firing(), List.of()));
    }

    @Override
    double[] inputRange(SlidingPsn model) {
        return new double[] {-0.5, 2};
    }

    @Override
    double[] documentedStart(SlidingPsn model) {
        return new double[model.weights().size() - 1];
    }

    @Override
    Step documentedStep(SlidingPsn model, double[] states, double x) {
        int order = model.weights().size();
        double[] seen = new double[order];
        seen[0] = x;
        System.arraycopy(states, 0, seen, 1, order - 1);
        double h = model.bias();
        for (int back = 0; back < order; back++) {
            h += model.weights().get(order - 1 - back) * seen[back];
        }
        return new Step(Arrays.copyOf(seen, order - 1), NeuronModelContract.fires(model.firing(), h) ? 1 : 0);
    }

    @Test
    void doesNotReset() {
        assertThatThrownBy(() -> SlidingPsn.ofOrder(2).withReset(Reset.toValue(0)))
                .hasMessageContaining("reset must be none()");
    }
}
