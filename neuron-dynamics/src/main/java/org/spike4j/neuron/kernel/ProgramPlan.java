package org.spike4j.neuron.kernel;

import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.spike4j.neuron.equation.Node;

/** A pass of a program. */
final class ProgramPlan {
    final ProgramDynamics dynamics;
    final Coefficients coefficients;
    final SequenceShape shape;
    /** Indices of the coefficients whose gradients are wanted. */
    final SortedSet<Integer> wanted;

    final Node output;
    final int states;
    final int subSteps;
    /** Whether what is put out adds up over the sub-steps. */
    final boolean adds;

    final boolean noisy;

    ProgramPlan(
            ProgramDynamics dynamics,
            Coefficients coefficients,
            SequenceShape shape,
            Set<? extends StepCoefficient> wanted) {
        this.dynamics = dynamics;
        this.coefficients = coefficients;
        this.shape = shape;
        this.wanted = wanted.stream().map(StepCoefficient::index).collect(Collectors.toCollection(TreeSet::new));
        output = dynamics.output();
        states = dynamics.stateCount();
        subSteps = dynamics.subSteps();
        adds = dynamics.tap() == org.spike4j.neuron.Tap.SPIKE && dynamics.fires();
        noisy = dynamics.noiseSeed() != 0 && dynamics.program().isNoisy();
    }
}
