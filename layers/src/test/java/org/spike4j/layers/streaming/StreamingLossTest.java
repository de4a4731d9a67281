package org.spike4j.layers.streaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spike4j.layers.streaming.StreamingInferenceTest.compareEveryStep;
import static org.spike4j.layers.streaming.StreamingInferenceTest.dense;

import java.util.stream.Stream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.spike4j.layers.LeakyReadout;
import org.spike4j.layers.Reduction;
import org.spike4j.layers.SequenceReadout;
import org.spike4j.layers.SpikingConv2D;
import org.spike4j.layers.loss.CountSquares;
import org.spike4j.layers.loss.CrossEntropy;
import org.spike4j.layers.loss.FirstSpikeCrossEntropy;
import org.spike4j.layers.loss.FirstSpikeSquares;
import org.spike4j.layers.loss.MeanSquares;
import org.spike4j.layers.loss.SequenceLoss;
import org.spike4j.layers.loss.TemporalEfficientTraining;
import org.spike4j.layers.loss.VanRossum;
import org.spike4j.layers.streaming.StreamingInferenceTest.Example;
import org.spike4j.neuron.Lif;

/** {@link StreamingInference} of networks with losses on sequences. */
class StreamingLossTest {

    static Stream<SequenceLoss> losses() {
        return Stream.of(
                CrossEntropy.ofCounts(),
                MeanSquares.over(Reduction.MAX),
                CountSquares.standard(),
                TemporalEfficientTraining.withLambda(0.1, 1),
                FirstSpikeCrossEntropy.negated(),
                FirstSpikeCrossEntropy.inverse(),
                FirstSpikeSquares.standard());
    }

    @ParameterizedTest
    @MethodSource("losses")
    void everySequenceLossRuns(SequenceLoss loss) {
        compareEveryStep(Example.of(
                "population code",
                new int[] {2, 5, 4},
                6,
                new SpikingConv2D.Builder()
                        .nOut(3)
                        .kernelSize(2, 3)
                        .neuron(Lif.withTauInSteps(2).withThreshold(1.2))
                        .build(),
                new SequenceReadout.Builder().neuronsPerClass(4).loss(loss).build()));
    }

    @Test
    void aLossOnMembranesRuns() {
        compareEveryStep(Example.of(
                "membranes",
                new int[] {7},
                6,
                dense(9, Lif.withTauInSteps(2).withThreshold(0.3)),
                new LeakyReadout.Builder()
                        .nOut(4)
                        .loss(TemporalEfficientTraining.withLambda(0.05, 1))
                        .build()));
    }

    @Test
    void trainsLeaveStepByStep() {
        Example example = Example.of(
                "trains",
                new int[] {7},
                6,
                dense(4, Lif.withTauInSteps(2).withThreshold(0.3)),
                new SequenceReadout.Builder().loss(VanRossum.withTauInSteps(5)).build());
        MultiLayerNetwork network = example.network();
        float[][] sequence = example.sequence();
        StreamingInference stream = StreamingInference.of(network, 7);
        INDArray whole = network.output(example.whole(sequence)); // [1, 4, 6]
        assertThat(whole.sumNumber().doubleValue()).isBetween(1.0, 23.0);
        float[] output = new float[4];
        for (int t = 0; t < sequence.length; t++) {
            stream.step(sequence[t], output);
            for (int k = 0; k < output.length; k++) {
                assertThat(output[k]).isEqualTo(whole.getFloat(0, k, t));
            }
        }
    }
}
