package org.spike4j.neuron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.spike4j.neuron.kernel.Runner;
import org.spike4j.neuron.kernel.SequenceShape;

class GatedLifTest extends EquationModelContract<GatedLif> {

    @Override
    Stream<GatedLif> models() {
        GatedLif neuron = GatedLif.ofSteps(4).withLearned();
        Firing firing = neuron.firing();
        return Stream.of(
                GatedLif.ofSteps(1),
                GatedLif.ofSteps(12),
                neuron.withFiring(firing.withCondition(FireCondition.ABOVE_THRESHOLD)),
                new GatedLif(0.3, 0.7, 0.6, 0.2, 0.05, 0.4, List.of(0.1, 0.9, 0.5), firing, List.of()));
    }

    @Override
    double[] documentedStart(GatedLif model) {
        return model.conductances().size() == 1 ? new double[2] : new double[3];
    }

    @Override
    Step documentedStep(GatedLif model, double[] states, double x) {
        int steps = model.conductances().size();
        int t = steps == 1 ? 0 : (int) states[2];
        double conductance = model.conductances().get(Math.min(t, steps - 1));
        double keep = 1 - model.leakGate() * (1 - model.decay());
        double arriving = x * (1 - model.inputGate() * (1 - conductance));
        double reset = keep * states[0] * model.resetGate() + (1 - model.resetGate()) * model.linearReset();
        double h = keep * states[0] - (1 - model.leakGate()) * model.linearLeak() + arriving - reset * states[1];
        double s = NeuronModelContract.fires(model.firing(), h) ? 1 : 0;
        double[] next = {h, s, Math.min(t + 1, steps)};
        return new Step(steps == 1 ? Arrays.copyOf(next, 2) : next, s);
    }

    @Test
    void constantsLieBetween0And1() {
        GatedLif neuron = GatedLif.ofSteps(1);
        assertThatThrownBy(() -> neuron.withThreshold(1)).hasMessage("threshold must lie in (0, 1), was 1.0");
    }

    @Test
    void theLastConductanceHoldsForAllFurtherSteps() {
        GatedLif short2 = new GatedLif(
                0.5,
                0.5,
                0.5,
                0.25,
                0.02,
                0.5,
                List.of(0.3, 0.7),
                GatedLif.ofSteps(1).firing(),
                List.of());
        GatedLif long4 =
                new GatedLif(0.5, 0.5, 0.5, 0.25, 0.02, 0.5, List.of(0.3, 0.7, 0.7, 0.7), short2.firing(), List.of());
        double[] input = {0.4, 0.3, 0.5, 0.2, 0.6, 0.7};
        SequenceShape shape = SequenceShape.of(6, 1, 1, 1);
        assertThat(Runner.reference(short2, shape).forward(input, null).membrane())
                .isEqualTo(Runner.reference(long4, shape).forward(input, null).membrane());
    }
}
