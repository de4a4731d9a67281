package org.spike4j.neuron;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.spike4j.neuron.equation.StepProgram;
import org.spike4j.neuron.equation.StepText;
import org.spike4j.neuron.kernel.Dynamics;
import org.spike4j.neuron.kernel.ProgramDynamics;

/**
 * A neuron whose step is written as text: what its documentation says is what is executed. The text is compiled once, with its
 * gradient, and the kernels made from it serve all neurons of the same text.
 */
public interface EquationModel extends NeuronModel {

    /**
     * The step, or the sub-step, in terms of the constants.
     *
     * @return its text
     */
    StepText step();

    /**
     * How often the text is executed in a step.
     *
     * @return 1 unless the model integrates with sub-steps
     */
    default int subSteps() {
        return 1;
    }

    @Override
    default Dynamics dynamics() {
        StepProgram program = Programs.of(step());
        double[] values = constants().stream().mapToDouble(Constant::value).toArray();
        return ProgramDynamics.of(program, subSteps(), program.initialStates(named(values)));
    }

    @Override
    default void coefficients(double[] constants, double[] coefficients) {
        Programs.of(step()).coefficients(named(constants), coefficients);
    }

    @Override
    default void pullBack(double[] constants, double[] coefficientGradient, double[] constantGradient) {
        Map<String, Double> pulled = Programs.of(step()).pullBack(named(constants), coefficientGradient);
        List<Constant> all = constants();
        for (int k = 0; k < constantGradient.length; k++) {
            constantGradient[k] = pulled.get(all.get(k).name());
        }
    }

    private Map<String, Double> named(double[] values) {
        Map<String, Double> named = new HashMap<>();
        List<Constant> all = constants();
        for (int k = 0; k < values.length; k++) {
            named.put(all.get(k).name(), values[k]);
        }
        return named;
    }
}
