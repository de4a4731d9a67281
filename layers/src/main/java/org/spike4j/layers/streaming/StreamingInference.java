package org.spike4j.layers.streaming;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.spike4j.layers.NeuronLayer;

/**
 * A trained network that takes one frame at a time, for a sensor that never stops: the same output as {@link
 * MultiLayerNetwork#rnnTimeStep} with a mini-batch of one, within the rounding of floats, in microseconds, and without
 * garbage.
 *
 * <pre>
 * StreamingInference stream = StreamingInference.of(network, 2, 32, 32);   // frames of [channels, height, width]
 * float[] scores = new float[stream.outputs()];
 * while (camera.next(frame)) {        // float[2 * 32 * 32]
 *     stream.step(frame, scores);     // readout over all steps since the start
 * }
 * stream.reset();                     // the next recording
 * </pre>
 *
 * <p>It is made from a network of {@code SpikingConv2D}, {@code SpikingDense}, {@code SpikingRecurrent},
 * {@code SpikingActivation} and a {@code RateReadout}, {@code SequenceReadout} or {@code LeakyReadout}, whose parameters are copied: training the
 * network further changes nothing here. Batch normalisation uses the running statistics. A product costs what its events cost, so sparse frames and quiet layers are fast.
 * A layer with {@code timeSteps} (a static input) is stepped like the others: give the same frame that often.
 *
 * <p>All memory is taken at the start. A step runs on the calling thread alone and, once the JIT has compiled it, allocates
 * nothing. One stream serves one thread at a time; streams of the same network are independent.
 */
public final class StreamingInference {
    private final Stage[] stages;
    private final float[][] activations;
    private final int inputs;
    private final int stateLength;
    private final AtomicBoolean busy = new AtomicBoolean();

    private StreamingInference(FrameShape frame, List<Stage> compiled) {
        inputs = frame.length();
        stages = compiled.toArray(new Stage[0]);
        activations = new float[stages.length][];
        int states = 0;
        for (int k = 0; k < stages.length; k++) {
            activations[k] = stages[k].inPlace() ? activations[k - 1] : new float[stages[k].outputs()];
            states = Math.addExact(states, stages[k].stateLength());
        }
        stateLength = states;
    }

    /**
     * Makes a stream at its initial state.
     *
     * @param network a network that is initialised; its parameters are copied
     * @param frame size of a frame, [channels, height, width] or [features]; may be left out if the first layer is dense
     * @return the stream
     * @throws IllegalArgumentException if the network holds a layer that cannot be streamed, or the frame does not fit it
     */
    public static StreamingInference of(MultiLayerNetwork network, int... frame) {
        if (!network.isInitCalled()) {
            throw new IllegalArgumentException("the network must be initialised; call network.init() first");
        }
        FrameShape shape = frame.length == 0 ? features(network) : FrameShape.of(frame);
        return new StreamingInference(shape, Stages.of(network, shape));
    }

    private static FrameShape features(MultiLayerNetwork network) {
        if (network.getLayer(0).conf().getLayer() instanceof NeuronLayer first && first.weightShape().length == 2) {
            return FrameShape.features(Math.toIntExact(first.getNIn()));
        }
        throw new IllegalArgumentException(
                "the size of a frame is missing, since the first layer is not dense; give its channels, height and width");
    }

    /**
     * Numbers of a frame.
     *
     * @return channels * height * width
     */
    public int inputs() {
        return inputs;
    }

    /**
     * Numbers of the output.
     *
     * @return classes
     */
    public int outputs() {
        return stages[stages.length - 1].outputs();
    }

    /**
     * One time step.
     *
     * @param frame [channels, height, width] in c order, or [features]; not modified
     * @param output receives the readout over all steps since the start, [classes]
     * @throws IllegalArgumentException if an array has another length, or the frame holds a number that is not finite; the
     *     state is then as it was
     * @throws IllegalStateException if another thread is in this stream
     */
    public void step(float[] frame, float[] output) {
        requireLength(frame, inputs, "frame");
        requireLength(output, outputs(), "output");
        enter();
        try {
            float[] from = frame;
            for (int k = 0; k < stages.length; k++) {
                stages[k].step(from, activations[k]);
                from = activations[k];
            }
            System.arraycopy(from, 0, output, 0, output.length);
        } finally {
            busy.set(false);
        }
    }

    /**
     * Goes back to the initial state.
     *
     * @throws IllegalStateException if another thread is in this stream
     */
    public void reset() {
        enter();
        try {
            for (Stage stage : stages) {
                stage.reset();
            }
        } finally {
            busy.set(false);
        }
    }

    /**
     * The state: membranes, synaptic currents, and the sums of the readout.
     *
     * @return a copy, for {@link #restore} of this stream or of another of the same network
     * @throws IllegalStateException if another thread is in this stream
     */
    public float[] state() {
        float[] state = new float[stateLength];
        enter();
        try {
            int at = 0;
            for (Stage stage : stages) {
                stage.save(state, at);
                at += stage.stateLength();
            }
        } finally {
            busy.set(false);
        }
        return state;
    }

    /**
     * Takes up a state.
     *
     * @param state from {@link #state}; not modified
     * @throws IllegalArgumentException if it has another length
     * @throws IllegalStateException if another thread is in this stream
     */
    public void restore(float[] state) {
        requireLength(state, stateLength, "state");
        enter();
        try {
            int at = 0;
            for (Stage stage : stages) {
                stage.restore(state, at);
                at += stage.stateLength();
            }
        } finally {
            busy.set(false);
        }
    }

    /**
     * How the numbers of the {@link #state} are made up.
     *
     * @return how many each stage that remembers has, in their order; the names tell place and kind of the stage
     */
    public Map<String, Integer> stateLengths() {
        Map<String, Integer> lengths = new LinkedHashMap<>();
        for (int k = 0; k < stages.length; k++) {
            if (stages[k].stateLength() > 0) {
                lengths.put("stage " + k + " " + stages[k].getClass().getSimpleName(), stages[k].stateLength());
            }
        }
        return lengths;
    }

    private void enter() {
        if (!busy.compareAndSet(false, true)) {
            throw new IllegalStateException("another thread is in this stream; one stream serves one thread at a time,"
                    + " make one for each with StreamingInference.of(...)");
        }
    }

    private static void requireLength(float[] array, int wanted, String name) {
        if (array.length != wanted) {
            throw new IllegalArgumentException(name + " must hold " + wanted + " numbers, held " + array.length);
        }
    }
}
