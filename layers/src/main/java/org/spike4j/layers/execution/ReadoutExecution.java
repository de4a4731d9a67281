package org.spike4j.layers.execution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.api.layers.IOutputLayer;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.evaluation.classification.Evaluation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.DataSet;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;

/** What Deeplearning4j asks of an output layer besides its passes, the same for all readouts. */
interface ReadoutExecution extends IOutputLayer {

    @Override
    default boolean needsLabels() {
        return true;
    }

    @Override
    default double f1Score(DataSet data) {
        return f1Score(data.getFeatures(), data.getLabels());
    }

    @Override
    default double f1Score(INDArray examples, INDArray labels) {
        Evaluation evaluation = new Evaluation();
        evaluation.eval(labels, activate(examples, false, LayerWorkspaceMgr.noWorkspaces()));
        return evaluation.f1();
    }

    @Override
    default int numLabels() {
        return (int) getLabels().size(1);
    }

    @Override
    default int[] predict(INDArray input) {
        return activate(input, false, LayerWorkspaceMgr.noWorkspaces())
                .argMax(1)
                .toIntVector();
    }

    @Override
    default List<String> predict(DataSet data) {
        List<String> names = new ArrayList<>();
        for (int label : predict(data.getFeatures())) {
            names.add(data.getLabelName(label));
        }
        return names;
    }

    @Override
    default void fit(DataSetIterator iterator) {
        throw new UnsupportedOperationException("fit the network, not its output layer");
    }

    @Override
    default void fit(INDArray examples, INDArray labels) {
        throw new UnsupportedOperationException("fit the network, not its output layer");
    }

    @Override
    default void fit(DataSet data) {
        throw new UnsupportedOperationException("fit the network, not its output layer");
    }

    @Override
    default void fit(INDArray examples, int[] labels) {
        throw new UnsupportedOperationException("fit the network, not its output layer");
    }

    /** Checks labels against the sequence: [N, K], or as trains [N, K, T]. */
    static INDArray checkedLabels(
            INDArray labels, boolean trains, long steps, long miniBatch, long classes, String id) {
        if (labels == null) {
            throw new IllegalStateException("no labels are set " + id);
        }
        long[] wanted = trains ? new long[] {miniBatch, classes, steps} : new long[] {miniBatch, classes};
        if (!Arrays.equals(labels.shape(), wanted)) {
            throw new IllegalArgumentException(
                    "labels must be " + Arrays.toString(wanted) + (trains ? ", trains of the samples" : "") + ", were "
                            + Arrays.toString(labels.shape()) + " " + id);
        }
        return labels;
    }
}
