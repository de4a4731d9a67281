package org.spike4j.neuron.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.spike4j.neuron.Activation;
import org.spike4j.neuron.Tap;
import org.spike4j.neuron.equation.Graph;
import org.spike4j.neuron.equation.Node;
import org.spike4j.neuron.equation.Op;
import org.spike4j.neuron.equation.StepProgram;

/**
 * A step compiled from a neuron's text. Where a step has sub-steps, the program runs so many times on the same input; what a
 * step puts out is then the sum over its sub-steps for spikes, and the last value for any other tap.
 *
 * @param program the step, or the sub-step
 * @param subSteps sub-steps of a step, at least 1
 * @param initialStates the states before the first step
 * @param tap what is put out
 * @param activation function on it
 * @param noiseSeed where the random numbers of noise come from; 0 for no noise
 * @param inhibited whether of the channels at a place only the one farthest above its threshold may spike
 */
public record ProgramDynamics(
        StepProgram program,
        int subSteps,
        List<Double> initialStates,
        Tap tap,
        Activation activation,
        long noiseSeed,
        boolean inhibited)
        implements Dynamics {

    /** Checks that nothing is missing. */
    public ProgramDynamics {
        Objects.requireNonNull(program, "program");
        Objects.requireNonNull(tap, "tap");
        Objects.requireNonNull(activation, "activation");
        initialStates = List.copyOf(initialStates);
        if (subSteps < 1) {
            throw new IllegalArgumentException("subSteps must be >= 1, was " + subSteps);
        }
        if (initialStates.size() != program.states().size()) {
            throw new IllegalArgumentException(
                    "initial states must be of " + program.states() + ", were " + initialStates);
        }
        program.output(tap); // refuses what the program does not have
        if (inhibited && (tap != Tap.SPIKE || !program.fires())) {
            throw new IllegalArgumentException(
                    "lateral inhibition masks spikes, so the output must be SPIKE of a neuron that fires, was " + tap
                            + (program.fires() ? "" : " of one that never fires"));
        }
    }

    /**
     * A program whose output is what its text says.
     *
     * @param program the step, or the sub-step
     * @param subSteps sub-steps of a step
     * @param initialStates the states before the first step
     * @return the dynamics, without noise
     */
    public static ProgramDynamics of(StepProgram program, int subSteps, double... initialStates) {
        List<Double> initial = new ArrayList<>();
        for (double state : initialStates) {
            initial.add(state);
        }
        return new ProgramDynamics(program, subSteps, initial, Tap.SPIKE, Activation.IDENTITY, 0, false);
    }

    @Override
    public int stateCount() {
        return initialStates.size();
    }

    @Override
    public double initialState(int variable) {
        return initialStates.get(variable);
    }

    @Override
    public boolean fires() {
        return program.fires();
    }

    @Override
    public boolean foldsInput() {
        return true;
    }

    @Override
    public int traceRows() {
        return Math.max(1, subSteps * stateCount());
    }

    @Override
    public List<StepCoefficient> coefficients() {
        List<StepCoefficient> all = new ArrayList<>(List.of(Coefficient.GAIN, Coefficient.DRIVE));
        for (int k = all.size(); k < program.coefficients().size(); k++) {
            all.add(new ProgramCoefficient(k));
        }
        return all;
    }

    @Override
    public ProgramDynamics withOutput(Tap newTap, Activation newActivation) {
        return new ProgramDynamics(program, subSteps, initialStates, newTap, newActivation, noiseSeed, inhibited);
    }

    @Override
    public ProgramDynamics withInhibition() {
        return withInhibition(true);
    }

    /** The same neurons, as if they were alone. */
    ProgramDynamics alone() {
        return withInhibition(false);
    }

    private ProgramDynamics withInhibition(boolean inhibits) {
        return new ProgramDynamics(program, subSteps, initialStates, tap, activation, noiseSeed, inhibits);
    }

    /**
     * This dynamics with random numbers.
     *
     * @param seed where they come from; 0 for no noise
     * @return a copy
     */
    public ProgramDynamics withNoise(long seed) {
        return new ProgramDynamics(program, subSteps, initialStates, tap, activation, seed, inhibited);
    }

    /** What is put out, as an expression. */
    Node output() {
        Graph graph = program.graph();
        Node at = program.output(tap);
        return switch (activation) {
            case IDENTITY -> at;
            case RELU -> graph.apply(Op.MAX, graph.number(0), at);
            case TANH -> graph.apply(Op.TANH, at);
        };
    }
}
