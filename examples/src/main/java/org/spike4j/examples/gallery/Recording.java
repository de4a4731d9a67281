package org.spike4j.examples.gallery;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.spike4j.examples.plot.NeuronTrace;
import org.spike4j.examples.plot.ResponseCurve;
import org.spike4j.neuron.ConstantValues;
import org.spike4j.neuron.Tap;
import org.spike4j.neuron.kernel.Dynamics;
import org.spike4j.neuron.kernel.ForwardArrays;
import org.spike4j.neuron.kernel.SequenceShape;
import org.spike4j.neuron.kernel.SpikeKernels;

/** Runs the model of an entry on the kernels of the library, in double. */
final class Recording {
    private static final int CURRENTS = 121;
    private static final int LEAST_STEPS = 2000;
    private static final double[] NOTHING = {};

    private Recording() {}

    /** Silence for a tenth of the time, the current, and silence for the last tenth. */
    static NeuronTrace trace(GalleryEntry entry) {
        Stimulus stimulus = entry.stimulus();
        int steps = stimulus.steps();
        double[] input = new double[steps];
        Arrays.fill(input, steps / 10, steps - steps / 10, stimulus.current());
        Output output = run(entry, new double[][] {input});
        Dynamics dynamics = entry.model().dynamics();
        boolean spiking = dynamics.fires() && dynamics.tap() == Tap.SPIKE;
        double[] membrane = output.membrane()[0];
        double[] put = output.output()[0];
        boolean analog = !spiking && (dynamics.fires() || !Arrays.equals(put, membrane));
        return new NeuronTrace(
                stimulus.shownStep(),
                stimulus.shownTimeUnit(),
                input,
                membrane,
                stimulus.membraneUnit(),
                spiking ? put : NOTHING,
                analog ? put : NOTHING);
    }

    /**
     * The mean output over currents from none to the highest: spikes a second or a step, or the value. Of 2000 steps, or of a
     * second if that is longer.
     */
    static ResponseCurve response(GalleryEntry entry) {
        Stimulus stimulus = entry.stimulus();
        int steps = stimulus.countsSteps() ? LEAST_STEPS : Math.max(LEAST_STEPS, (int) Math.round(1 / stimulus.dt()));
        double[] currents = IntStream.range(0, CURRENTS)
                .mapToDouble(k -> stimulus.highest() * k / (CURRENTS - 1))
                .toArray();
        double[][] inputs = Arrays.stream(currents)
                .mapToObj(current -> {
                    double[] input = new double[steps];
                    Arrays.fill(input, current);
                    return input;
                })
                .toArray(double[][]::new);
        Dynamics dynamics = entry.model().dynamics();
        boolean spiking = dynamics.fires() && dynamics.tap() == Tap.SPIKE;
        boolean rate = spiking && !stimulus.countsSteps();
        double[] means = Arrays.stream(run(entry, inputs).output())
                .mapToDouble(output -> Arrays.stream(output).sum() / steps / (rate ? stimulus.dt() : 1))
                .toArray();
        String unit = stimulus.inputUnit();
        String what = spiking ? "spikes per step" : "mean output";
        return new ResponseCurve(
                unit.isEmpty() ? "constant input" : "constant input (" + unit + ")",
                currents,
                rate ? "rate (spikes/s)" : what,
                means);
    }

    /** Output and membrane of each neuron, by step. */
    private record Output(double[][] output, double[][] membrane) {}

    /** Runs one neuron for each input, and beside it a rival where the stimulus has one. */
    private static Output run(GalleryEntry entry, double[][] inputs) {
        double rival = entry.stimulus().rival();
        int channels = rival == 0 ? 1 : 2;
        int steps = inputs[0].length;
        int slab = inputs.length * channels;
        double[] all = new double[steps * slab];
        for (int t = 0; t < steps; t++) {
            for (int k = 0; k < slab; k++) {
                all[t * slab + k] = k % channels == 0 ? inputs[k / channels][t] : rival;
            }
        }
        INDArray output = Nd4j.create(DataType.DOUBLE, all.length);
        INDArray membrane = Nd4j.create(DataType.DOUBLE, all.length);
        SpikeKernels.forward(
                entry.model().dynamics(),
                ConstantValues.of(entry.model(), channels).coefficients(),
                SequenceShape.of(steps, slab, channels, 1),
                ForwardArrays.of(Nd4j.createFromArray(all), output).withTraces(membrane, null));
        return new Output(rows(output, steps, slab, channels), rows(membrane, steps, slab, channels));
    }

    private static double[][] rows(INDArray values, int steps, int slab, int channels) {
        double[] flat = values.toDoubleVector();
        double[][] rows = new double[slab / channels][steps];
        for (int t = 0; t < steps; t++) {
            for (int k = 0; k < rows.length; k++) {
                rows[k][t] = flat[t * slab + k * channels];
            }
        }
        return rows;
    }
}
