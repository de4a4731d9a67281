package org.spike4j.neuron;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.spike4j.neuron.kernel.Runner;
import org.spike4j.neuron.kernel.SequenceShape;

/** When one neuron fires under a constant input. */
final class SpikeTimes {
    private SpikeTimes() {}

    /** The steps with a spike. */
    static int[] of(NeuronModel model, double input, int steps) {
        double[] current = new double[steps];
        Arrays.fill(current, input);
        double[] output = Runner.reference(model, SequenceShape.of(steps, 1, 1, 1))
                .forward(current, null)
                .output();
        return IntStream.range(0, steps).filter(t -> output[t] != 0).toArray();
    }

    /** Steps between one spike and the next. */
    static List<Integer> intervals(NeuronModel model, double input, int steps) {
        int[] times = of(model, input, steps);
        return IntStream.range(1, times.length)
                .map(k -> times[k] - times[k - 1])
                .boxed()
                .toList();
    }

    /** The last of them. */
    static int last(List<Integer> intervals) {
        return intervals.get(intervals.size() - 1);
    }
}
