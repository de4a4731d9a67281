package org.spike4j.benchmarks;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A network and the mini-batch that it is trained on, again and again.
 *
 * @param network to be trained
 * @param input features
 * @param labels labels
 */
record TrainingBatch(MultiLayerNetwork network, INDArray input, INDArray labels) {

    /** Median time of a training step in milliseconds. */
    double stepMs(Timing timing) {
        return medianMs(timing, () -> network.fit(input, labels));
    }

    /** Median time of an inference pass in milliseconds. */
    double forwardMs(Timing timing) {
        return medianMs(timing, () -> network.output(input, false));
    }

    /** Where the time of a step goes: means over as many steps as the timing repeats, after its warm-up. */
    StepProfile profile(Timing timing) {
        for (int k = 0; k < timing.warmup(); k++) {
            network.fit(input, labels);
        }
        return StepProfile.of(network, input, labels, timing.repetitions());
    }

    private static double medianMs(Timing timing, Runnable pass) {
        return timing.medians(() -> {
            long start = System.nanoTime();
            pass.run();
            return new long[] {System.nanoTime() - start};
        })[0];
    }
}
