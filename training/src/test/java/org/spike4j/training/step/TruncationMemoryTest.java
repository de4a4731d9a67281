package org.spike4j.training.step;

import static org.assertj.core.api.Assertions.assertThat;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.spike4j.layers.Reduction;

class TruncationMemoryTest {
    @Test
    void memoryOfAPassIsThatOfAWindow() {
        long four = workspaces(40, Truncation.every(10));
        long forty = workspaces(400, Truncation.every(10));
        assertThat(forty).isPositive().isLessThan(four * 5 / 4); // Deeplearning4j learns the sizes, and rounds
        assertThat(workspaces(400, Truncation.every(400))).isGreaterThan(forty * 10);
    }

    /** Bytes of the workspaces after some iterations on sequences of a length. */
    private static long workspaces(int steps, Truncation truncation) {
        MultiLayerNetwork network = TruncatedNetworks.sequences(
                TruncatedNetworks.dense(TruncatedNetworks.SPIKING), TruncatedNetworks.membranes(Reduction.MEAN));
        INDArray features = TruncatedNetworks.random(TruncatedNetworks.SAMPLES, 4, steps);
        long bytes = 0;
        TrainingStep step = TrainingStep.of(network, BatchSplit.NONE.withTruncation(truncation));
        for (int k = 0; k < 3; k++) {
            step.fit(new DataSet(features, TruncatedNetworks.labels()), k);
        }
        for (MemoryWorkspace workspace : Nd4j.getWorkspaceManager().getAllWorkspacesForCurrentThread()) {
            bytes += workspace.getCurrentSize();
        }
        step.close();
        return bytes;
    }
}
