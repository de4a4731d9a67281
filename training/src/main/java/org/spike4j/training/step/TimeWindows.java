package org.spike4j.training.step;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Cuts mini-batches along time, without copying. */
final class TimeWindows {
    private static final int TIME = 2;

    private TimeWindows() {}

    /** Steps of features [N, F, T] or [N, C, T, H, W]. */
    static int steps(INDArray features) {
        if (features.rank() != 3 && features.rank() != 5) {
            throw new IllegalArgumentException(
                    "truncated back-propagation needs features with a time axis, [N, F, T] or"
                            + " [N, C, T, H, W], were " + Arrays.toString(features.shape())
                            + "; train without truncation");
        }
        return Math.toIntExact(features.size(TIME));
    }

    /**
     * Windows in their order.
     *
     * @param batch features [N, F, T] or [N, C, T, H, W], labels [N, K] or [N, K, T], masks [N, T] or null; not modified
     * @param length steps of a window, at least 1; the last may have fewer
     * @return views of the batch; labels [N, K] are those of every window
     */
    static List<DataSet> of(DataSet batch, int length) {
        int steps = steps(batch.getFeatures());
        boolean labelled = batch.getLabels().rank() == 3;
        if (labelled && batch.getLabels().size(TIME) != steps) {
            throw new IllegalArgumentException("labels of " + batch.getLabels().size(TIME)
                    + " steps do not fit features of " + steps + "; give labels [N, K], or [N, K, T] with the same T");
        }
        List<DataSet> windows = new ArrayList<>();
        for (int from = 0; from < steps; from += length) {
            int to = Math.min(steps, from + length);
            INDArray labels = batch.getLabels();
            INDArray labelsMask = batch.getLabelsMaskArray();
            windows.add(new DataSet(
                    cut(batch.getFeatures(), TIME, from, to),
                    labelled ? cut(labels, TIME, from, to) : labels,
                    cut(batch.getFeaturesMaskArray(), 1, from, to),
                    labelled ? cut(labelsMask, 1, from, to) : labelsMask));
        }
        return windows;
    }

    private static INDArray cut(INDArray array, int axis, int from, int to) {
        if (array == null) {
            return null;
        }
        INDArrayIndex[] indices = new INDArrayIndex[array.rank()];
        Arrays.fill(indices, NDArrayIndex.all());
        indices[axis] = NDArrayIndex.interval(from, to);
        return array.get(indices);
    }
}
