package org.spike4j.training.evaluation;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.spike4j.training.model.InputDescription;
import org.spike4j.training.model.ModelDescription;

/**
 * Refuses batches that a network would train on without complaint and to no use: another shape, or a value that is not
 * finite. A spiking neuron hides a NaN, since no comparison with it is true.
 */
public final class BatchCheck {
    private final InputDescription input;
    private final int classes;

    /**
     * The check of a network's batches.
     *
     * @param description what the network takes and gives
     */
    public BatchCheck(ModelDescription description) {
        input = description.input();
        classes = description.classes().size();
    }

    /**
     * Refuses a batch that does not fit.
     *
     * @param batch not modified
     * @param where names the batch in the message
     */
    public void require(DataSet batch, String where) {
        INDArray features = batch.getFeatures();
        INDArray labels = batch.getLabels();
        if (features == null || labels == null) {
            throw new IllegalArgumentException(where + " must have features and labels");
        }
        try {
            input.require(features);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(where + ": " + e.getMessage(), e);
        }
        long[] wanted = {features.size(0), classes};
        if (!Arrays.equals(wanted, labels.shape())) {
            throw new IllegalArgumentException(where + ": labels must be " + Arrays.toString(wanted) + ", were "
                    + Arrays.toString(labels.shape()));
        }
        requireFinite(features, "features", where);
        requireFinite(labels, "labels", where);
    }

    private static void requireFinite(INDArray values, String name, String where) {
        if (FiniteValues.all(values)) {
            return;
        }
        for (long sample = 0; sample < values.size(0); sample++) {
            if (!FiniteValues.all(values.slice(sample).dup())) {
                throw new IllegalArgumentException(where + ": the " + name + " of sample " + sample
                        + " hold a value that is not finite (NaN or infinite); clean the data");
            }
        }
    }
}
