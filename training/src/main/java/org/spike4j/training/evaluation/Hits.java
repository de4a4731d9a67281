package org.spike4j.training.evaluation;

import org.nd4j.linalg.api.ndarray.INDArray;

/** Counts right predictions. */
public final class Hits {
    private Hits() {}

    /**
     * The number of samples whose largest output is that of their class.
     *
     * @param outputs [N, K]; not modified
     * @param labels one-hot, [N, K]; not modified
     * @return 0 to N
     */
    public static long count(INDArray outputs, INDArray labels) {
        int[] predicted = outputs.argMax(1).toIntVector();
        int[] actual = labels.argMax(1).toIntVector();
        long hits = 0;
        for (int i = 0; i < actual.length; i++) {
            hits += predicted[i] == actual[i] ? 1 : 0;
        }
        return hits;
    }
}
