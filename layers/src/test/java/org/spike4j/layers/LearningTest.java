package org.spike4j.layers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.evaluation.classification.Evaluation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.Adam;
import org.spike4j.neuron.LeakyIntegrator;
import org.spike4j.neuron.Learned;
import org.spike4j.neuron.Lif;

/** Spikes, surrogate gradients and readouts together learn what only a network with memory can. */
class LearningTest {
    private static final int STEPS = 8;
    private static final int SAMPLES = 64;

    /** Class 0: feature 0 is active in the first half and feature 1 in the second; class 1 the other way round. */
    private static INDArray order(SplittableRandom random, INDArray labels) {
        INDArray input = Nd4j.zeros(DataType.FLOAT, SAMPLES, 2, STEPS);
        for (int n = 0; n < SAMPLES; n++) {
            int label = random.nextInt(2);
            labels.putScalar(n, label, 1);
            for (int t = 0; t < STEPS; t++) {
                int active = t < STEPS / 2 ? label : 1 - label;
                input.putScalar(n, active, t, random.nextDouble() < 0.8 ? 1 : 0);
            }
        }
        return input;
    }

    @Test
    void theOrderOfEventsIsLearned() {
        MultiLayerNetwork network = Networks.network(
                DataType.FLOAT,
                new Adam(0.02),
                InputType.recurrent(2, STEPS),
                new SpikingDense.Builder()
                        .nOut(32)
                        .neuron(Lif.withTauInSteps(4)
                                .withLearned(Learned.perChannel("tau"), Learned.shared("threshold")))
                        .build(),
                new LeakyReadout.Builder()
                        .nOut(2)
                        .integrator(LeakyIntegrator.withTauInSteps(3))
                        .reduction(Reduction.LAST)
                        .build());
        SplittableRandom random = new SplittableRandom(1);
        for (int k = 0; k < 100; k++) {
            INDArray labels = Nd4j.zeros(DataType.FLOAT, SAMPLES, 2);
            network.fit(order(random, labels), labels);
        }
        INDArray labels = Nd4j.zeros(DataType.FLOAT, SAMPLES, 2);
        INDArray input = order(random, labels);
        Evaluation evaluation = new Evaluation(2);
        evaluation.eval(labels, network.output(input));
        assertThat(evaluation.accuracy()).isGreaterThan(0.95);
        assertThat(network.getLayer(0).getParam("neuron").stdNumber().doubleValue())
                .isGreaterThan(0.01);
    }

    @Test
    void aMaskMakesALongSequenceEqualToAShortOne() {
        MultiLayerNetwork network = Networks.network(
                DataType.FLOAT,
                InputType.recurrent(2, STEPS),
                new SpikingDense.Builder()
                        .nOut(9)
                        .neuron(Lif.withTauInSteps(2).withThreshold(0.2))
                        .build(),
                new SpikingActivation.Builder()
                        .neuron(Lif.withTauInSteps(2).withThreshold(0.1))
                        .build(),
                new LeakyReadout.Builder().nOut(3).build());
        INDArray labels = Nd4j.zeros(DataType.FLOAT, SAMPLES, 2);
        INDArray longer = order(new SplittableRandom(2), labels);
        INDArray shorter = longer.get(NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.interval(0, 5))
                .dup();
        INDArray mask = Nd4j.zeros(DataType.FLOAT, SAMPLES, STEPS);
        mask.get(NDArrayIndex.all(), NDArrayIndex.interval(0, 5)).assign(1);
        INDArray masked = network.output(longer, false, mask, null);
        assertThat(masked.equalsWithEps(network.output(shorter), 1e-6)).isTrue();
        assertThat(masked.equalsWithEps(network.output(longer), 1e-6)).isFalse();
    }

    @Test
    void recordedSpikesAreZeroOrOneAndOfEveryLayer() {
        MultiLayerNetwork network = Networks.network(
                DataType.FLOAT,
                Networks.volume(3, 8, 2),
                new SpikingConv2D.Builder()
                        .name("eyes")
                        .nOut(4)
                        .neuron(Lif.withTauInSteps(2).withThreshold(0.2))
                        .pooling(Pooling.AVERAGE, 2)
                        .build(),
                new SpikingDense.Builder().nOut(3).neuron(Lif.withTauInSteps(2)).build(),
                new RateReadout.Builder().build());
        List<LayerSpikes> recorded = SpikeRecorder.record(network, Networks.random(DataType.FLOAT, 1, 2, 2, 3, 8, 8));
        assertThat(recorded).extracting(LayerSpikes::layer).containsExactly("eyes", "layer1");
        assertThat(recorded.get(0).spikes().shape()).containsExactly(3, 2, 4, 6, 6);
        assertThat(recorded.get(1).spikes().shape()).containsExactly(3, 2, 3);
        for (float value : recorded.get(0).spikes().dup().data().asFloat()) {
            assertThat(value).isIn(0f, 1f);
        }
        assertThat(recorded.get(0).spikes().sumNumber().intValue()).isPositive();
    }
}
