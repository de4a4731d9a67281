package org.spike4j.training.step;

import static org.assertj.core.api.Assertions.assertThat;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.dataset.DataSet;
import org.spike4j.layers.Reduction;
import org.spike4j.training.evaluation.Hits;

final class HitCounterTest {
    @Test
    void trainingAccuracyIsThatOfTheNetworkBeforeEachUpdate() {
        MultiLayerNetwork network = SplitNetworks.plain(SplitNetworks.membranes(Reduction.MEAN));
        DataSet only = SplitNetworks.batch(24, 1);
        long expected = Hits.count(network.output(only.getFeatures()), only.getLabels());
        try (TrainingStep step = TrainingStep.of(network, BatchSplit.NONE)) {
            step.fit(only, 1);
            assertThat(step.hits()).isEqualTo(expected);
        }
    }
}
