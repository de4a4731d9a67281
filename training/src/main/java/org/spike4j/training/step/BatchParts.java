package org.spike4j.training.step;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Cuts mini-batches along the samples, without copying. */
final class BatchParts {
    private BatchParts() {}

    /**
     * Parts in the order of the samples, whose sizes differ by one at most, the larger ones first.
     *
     * @param batch samples along the first axis of all arrays; not modified
     * @param count parts wanted
     * @return views of the batch; fewer than wanted where there are fewer samples, never an empty one
     */
    static List<DataSet> of(DataSet batch, int count) {
        int samples = Math.toIntExact(batch.getFeatures().size(0));
        int parts = Math.min(count, samples);
        if (parts <= 1) {
            return List.of(batch);
        }
        List<DataSet> list = new ArrayList<>();
        int start = 0;
        for (int k = 0; k < parts; k++) {
            int end = start + samples / parts + (k < samples % parts ? 1 : 0);
            list.add(new DataSet(
                    rows(batch.getFeatures(), start, end),
                    rows(batch.getLabels(), start, end),
                    rows(batch.getFeaturesMaskArray(), start, end),
                    rows(batch.getLabelsMaskArray(), start, end)));
            start = end;
        }
        return list;
    }

    private static INDArray rows(INDArray array, int start, int end) {
        return array == null ? null : array.get(NDArrayIndex.interval(start, end));
    }
}
