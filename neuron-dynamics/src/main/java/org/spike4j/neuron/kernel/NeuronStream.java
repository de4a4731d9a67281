package org.spike4j.neuron.kernel;

/**
 * Neurons that are stepped one time step at a time and keep their state between the calls: what {@link SpikeKernels} computes
 * over a sequence, within the rounding of floats, for inference on a stream that has no end. The commonest neurons run on
 * vectors, to the bit as there; others on the reference, since only that leaves no garbage whatever the JIT does.
 *
 * <p>A row is [positions, channels], channels fastest: element k has channel k % channels. All memory is taken at the start;
 * a step then runs on the calling thread and, once the JIT has compiled it, allocates nothing. One object serves one thread
 * at a time. Unchecked: rows must be at least {@link #neurons} long. A membrane that is not a number stays one.
 *
 * <pre>
 * NeuronStream neurons = NeuronStream.of(dynamics, coefficients, positions, KernelChoice.AUTOMATIC);
 * neurons.step(current, spikes);    // may be the same array
 * </pre>
 */
public final class NeuronStream {
    private final NeuronStepper stepper;
    private final int neurons;
    private final int stateLength;

    private NeuronStream(NeuronStepper stepper, int neurons, int stateLength) {
        this.stepper = stepper;
        this.neurons = neurons;
        this.stateLength = stateLength;
    }

    /**
     * Neurons at their initial state.
     *
     * @param dynamics the step
     * @param coefficients its coefficients; not to be changed afterwards
     * @param positions how often the channels repeat in a row; inhibited channels compete at one position
     * @param choice which kernel
     * @return the neurons
     */
    public static NeuronStream of(Dynamics dynamics, Coefficients coefficients, int positions, KernelChoice choice) {
        int channels = coefficients.channels();
        int neurons = Math.multiplyExact(positions, channels);
        SequenceShape shape = SequenceShape.of(1, neurons, channels, 1);
        NeuronStepper stepper = Kernels.stepper(dynamics, coefficients, shape, choice);
        return new NeuronStream(stepper, neurons, Math.multiplyExact(dynamics.stateCount(), neurons));
    }

    /**
     * Length of a row.
     *
     * @return positions * channels
     */
    public int neurons() {
        return neurons;
    }

    /**
     * Numbers that the state has.
     *
     * @return all values of the first state variable, then those of the next
     */
    public int stateLength() {
        return stateLength;
    }

    /**
     * One time step.
     *
     * @param input x, a row; not modified unless it is the output
     * @param output receives y, a row; may be the input
     */
    public void step(float[] input, float[] output) {
        stepper.step(input, output);
    }

    /** Takes all neurons back to their initial state. */
    public void reset() {
        stepper.reset();
    }

    /**
     * Copies the state out: all values of the first state variable, then those of the next.
     *
     * @param target receives {@link #stateLength} numbers
     * @param at index of the first
     */
    public void save(float[] target, int at) {
        stepper.save(target, at);
    }

    /**
     * Takes a state that {@link #save} wrote.
     *
     * @param source holds it; not modified
     * @param at index of its first number
     */
    public void restore(float[] source, int at) {
        stepper.restore(source, at);
    }
}
