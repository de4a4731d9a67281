package org.spike4j.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.deeplearning4j.datasets.iterator.ExistingDataSetIterator;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.spike4j.training.model.ModelDescription;
import org.spike4j.training.model.SmallNetwork;

final class EvaluationTest {
    private final ModelDescription description = SmallNetwork.description(1, 2, 1);

    @Test
    void accuracyIsTheShareOnTheDiagonal() {
        Evaluation evaluation = new Evaluation(new int[][] {{3, 1, 0}, {0, 4, 0}, {2, 0, 0}});
        assertThat(evaluation.samples()).isEqualTo(10);
        assertThat(evaluation.accuracy()).isCloseTo(0.7, within(1e-15));
        assertThat(new Evaluation(new int[2][2]).accuracy()).isNaN();
    }

    @Test
    void everySampleIsCountedInTheRowOfItsClassAndTheColumnOfItsPrediction() {
        MultiLayerNetwork network = SmallNetwork.of(1);
        INDArray features = Nd4j.linspace(-2, 2, 30).reshape(5, 6);
        INDArray labels = Nd4j.create(new float[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}, {0, 0, 1}, {0, 1, 0}});
        int[] actual = {0, 1, 2, 2, 1};
        int[] predicted = network.output(features).argMax(1).toIntVector();
        int[][] expected = new int[3][3];
        for (int i = 0; i < actual.length; i++) {
            expected[actual[i]][predicted[i]]++;
        }
        List<DataSet> batches = new DataSet(features, labels).batchBy(2);
        Evaluation evaluation =
                Evaluation.of(network, description, "test", new ExistingDataSetIterator(batches.iterator()));
        assertThat(evaluation.confusion()).isDeepEqualTo(expected);
        assertThat(Hits.count(network.output(features), labels))
                .isEqualTo(Math.round(evaluation.accuracy() * actual.length));
    }

    @Test
    void aBatchThatDoesNotFitIsNamed() {
        DataSet batch = new DataSet(Nd4j.zeros(2, 6), Nd4j.zeros(2, 4));
        assertThatThrownBy(() -> Evaluation.of(
                        SmallNetwork.of(1),
                        description,
                        "test",
                        new ExistingDataSetIterator(List.of(batch).iterator())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("test batch 1: labels must be [2, 3], were [2, 4]");
    }
}
