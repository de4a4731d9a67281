package org.spike4j.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import org.deeplearning4j.datasets.iterator.ExistingDataSetIterator;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.spike4j.layers.LeakyReadout;
import org.spike4j.layers.Reduction;
import org.spike4j.layers.SpikingParameters;
import org.spike4j.layers.state.NetworkState;
import org.spike4j.neuron.LeakyIntegrator;
import org.spike4j.training.model.InputDescription;
import org.spike4j.training.model.ModelDescription;
import org.spike4j.training.model.RunSettings;

/** A readout that sums its input by the unit matrix, so that margins follow by hand. */
class EarlyExitTest {
    private static final int STEPS = 3;

    /**
     * Sums (1, 0), (2, 0), (3, 0): margins tanh(1/2), tanh(1), tanh(3/2) = 0.46, 0.76, 0.91. The second sample is wrong at
     * first, (0, 1), and right at the end: sums (0, 1), (0, 1), (4, 1): margins 0.46, 0.46, 0.91.
     */
    @Test
    void theCurveIsThatComputedByHand() {
        EarlyExit exit = EarlyExit.of(network(), description(), batches(), 0.3, 0.7, 0.9, 2);
        assertThat(exit.curve())
                .containsExactly(
                        new EarlyExit.Point(0.3, 0.5, 1),
                        new EarlyExit.Point(0.7, 1, 2.5),
                        new EarlyExit.Point(0.9, 1, 3),
                        new EarlyExit.Point(2, 1, 3));
    }

    @Test
    void withoutAnExitItIsTheEvaluationAndTheStreamStays() {
        MultiLayerNetwork network = network();
        network.rnnTimeStep(Nd4j.ones(DataType.DOUBLE, 5, 2, 1));
        NetworkState state = NetworkState.of(network);
        double accuracy = EarlyExit.of(network, description(), batches(), 1.5)
                .curve()
                .get(0)
                .accuracy();
        assertThat(accuracy)
                .isCloseTo(
                        Evaluation.of(network, description(), "test", batches()).accuracy(), offset(0.0));
        assertThat(NetworkState.of(network)).isEqualTo(state);
    }

    @Test
    void thresholdsThatNeverHoldAreRefused() {
        assertThatThrownBy(() -> EarlyExit.of(network(), description(), batches(), Double.NaN))
                .hasMessageContaining("must be > 0, was NaN");
        assertThatThrownBy(() -> EarlyExit.of(network(), description(), batches()))
                .hasMessageContaining("at least one threshold");
    }

    private static ExistingDataSetIterator batches() {
        INDArray features = Nd4j.zeros(DataType.DOUBLE, 2, 2, STEPS);
        for (int t = 0; t < STEPS; t++) {
            features.putScalar(new int[] {0, 0, t}, 1);
        }
        features.putScalar(new int[] {1, 1, 0}, 1);
        features.putScalar(new int[] {1, 0, 2}, 4);
        INDArray labels = Nd4j.createFromArray(new double[][] {{1, 0}, {1, 0}});
        return new ExistingDataSetIterator(List.of(new DataSet(features, labels)));
    }

    private static ModelDescription description() {
        return new ModelDescription(
                "test", "", "", List.of("a", "b"), InputDescription.sequence(2, STEPS), new RunSettings(1, 2, 3));
    }

    private static MultiLayerNetwork network() {
        MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .dataType(DataType.DOUBLE)
                .list()
                .layer(new LeakyReadout.Builder()
                        .nOut(2)
                        .integrator(LeakyIntegrator.perfect())
                        .reduction(Reduction.LAST)
                        .build())
                .setInputType(InputType.recurrent(2, STEPS))
                .build());
        network.init();
        network.getLayer(0).getParam(SpikingParameters.WEIGHT).assign(Nd4j.eye(2));
        return network;
    }
}
