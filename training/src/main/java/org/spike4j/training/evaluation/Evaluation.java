package org.spike4j.training.evaluation;

import java.util.Arrays;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.spike4j.training.model.ModelDescription;

/**
 * What a network predicted.
 *
 * @param confusion number of samples by class (row) and prediction (column), [K, K]
 */
public record Evaluation(int[][] confusion) {

    /** Checks that the matrix is square. */
    public Evaluation {
        for (int[] row : confusion) {
            if (row.length != confusion.length) {
                throw new IllegalArgumentException("confusion must be square, has " + confusion.length
                        + " rows and a row of " + row.length + " columns");
            }
        }
    }

    /**
     * Evaluates a network.
     *
     * @param network not modified
     * @param description what it takes and gives
     * @param name of the data, for messages
     * @param batches read to the end
     * @return its predictions
     */
    public static Evaluation of(
            MultiLayerNetwork network, ModelDescription description, String name, DataSetIterator batches) {
        int classes = description.classes().size();
        BatchCheck check = new BatchCheck(description);
        int[][] confusion = new int[classes][classes];
        for (int number = 1; batches.hasNext(); number++) {
            DataSet batch = batches.next();
            check.require(batch, name + " batch " + number);
            INDArray output = network.output(
                    batch.getFeatures(), false, batch.getFeaturesMaskArray(), batch.getLabelsMaskArray());
            int[] predicted = output.argMax(1).toIntVector();
            int[] actual = batch.getLabels().argMax(1).toIntVector();
            for (int i = 0; i < actual.length; i++) {
                confusion[actual[i]][predicted[i]]++;
            }
        }
        return new Evaluation(confusion);
    }

    /**
     * Number of samples.
     *
     * @return their number
     */
    public long samples() {
        return Arrays.stream(confusion)
                .flatMapToInt(Arrays::stream)
                .asLongStream()
                .sum();
    }

    /**
     * Share of the samples predicted rightly.
     *
     * @return 0 to 1; NaN without samples
     */
    public double accuracy() {
        long right = 0;
        for (int k = 0; k < confusion.length; k++) {
            right += confusion[k][k];
        }
        return (double) right / samples();
    }
}
