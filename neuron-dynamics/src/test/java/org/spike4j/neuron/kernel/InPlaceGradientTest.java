package org.spike4j.neuron.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.spike4j.neuron.FireCondition;
import org.spike4j.neuron.surrogate.ATan;

/** The gradient on the input may be written over the one on the output. */
class InPlaceGradientTest {

    @ParameterizedTest
    @CsvSource({"1,1", "2,13", "7,64", "5,207"})
    void sameArrayGivesTheSameGradient(int steps, int slab) {
        Set<Coefficient> all =
                EnumSet.complementOf(EnumSet.of(Coefficient.SYNAPSE_DECAY, Coefficient.LEAK, Coefficient.LEAK_DRIVE));
        Configurations.resets()
                .flatMap(reset -> Configurations.outputs(reset, ATan.ofAlpha(2), FireCondition.AT_THRESHOLD))
                .filter(dynamics -> !dynamics.synapse())
                .forEach(dynamics -> {
                    compare(dynamics, new Coefficients(1), steps, slab, Set.of());
                    compare(dynamics, Configurations.coefficients(dynamics, 1, slab), steps, slab, all);
                });
    }

    private static void compare(
            AffineDynamics dynamics, Coefficients coefficients, int steps, int slab, Set<Coefficient> wanted) {
        SplittableRandom random = new SplittableRandom(slab);
        int length = steps * slab;
        INDArray input = array(RandomArrays.uniform(random, length, -0.5, 1.5));
        INDArray gradient = array(RandomArrays.normal(random, length));
        SequenceShape shape = SequenceShape.of(steps, slab, 1, slab);
        for (KernelChoice choice : KernelChoice.values()) {
            INDArray apart = Nd4j.create(DataType.FLOAT, length);
            BackwardArrays two = BackwardArrays.of(input, gradient, apart);
            CoefficientGradients expected = SpikeKernels.backward(dynamics, coefficients, shape, two, wanted, choice);
            INDArray same = gradient.dup();
            BackwardArrays one = BackwardArrays.of(input, same, same);
            CoefficientGradients sums = SpikeKernels.backward(dynamics, coefficients, shape, one, wanted, choice);
            assertThat(same.toFloatVector()).as("%s of %s", choice, dynamics).isEqualTo(apart.toFloatVector());
            for (Coefficient coefficient : wanted) {
                assertThat(sums.get(coefficient, 0)).isEqualTo(expected.get(coefficient, 0));
            }
        }
    }

    private static INDArray array(double[] values) {
        return Nd4j.createFromArray(values).castTo(DataType.FLOAT);
    }
}
