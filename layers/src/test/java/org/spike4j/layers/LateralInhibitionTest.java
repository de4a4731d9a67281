package org.spike4j.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.learning.config.Sgd;
import org.spike4j.neuron.IntegrateAndFire;
import org.spike4j.neuron.Lif;

/** The meaning of {@link LateralInhibition}; passes, streams and files are tested with the other options of the layer. */
class LateralInhibitionTest {
    private static final int NEURONS = 4;

    @BeforeAll
    static void useDoubles() {
        Nd4j.setDefaultDataTypes(DataType.DOUBLE, DataType.DOUBLE);
    }

    @AfterAll
    static void useFloatsAgain() {
        Nd4j.setDefaultDataTypes(DataType.FLOAT, DataType.FLOAT);
    }

    /** Neurons that see an input of their own each. */
    private static MultiLayerNetwork network(LateralInhibition inhibition, int steps) {
        SpikingRecurrent layer = new SpikingRecurrent.Builder()
                .nOut(NEURONS)
                .neuron(IntegrateAndFire.standard())
                .lateralInhibition(inhibition)
                .build();
        MultiLayerNetwork network = Networks.network(
                DataType.DOUBLE,
                new NoOp(),
                InputType.recurrent(NEURONS, steps),
                layer,
                new RateReadout.Builder().build());
        network.getLayer(0).getParam("W").assign(Nd4j.eye(NEURONS));
        return network;
    }

    /** [1, neurons, time] of rows that are steps. */
    private static INDArray steps(double[][] rows) {
        return Nd4j.createFromArray(rows).transpose().reshape('c', 1, NEURONS, rows.length);
    }

    /** Perfect integrators of threshold 1, reset to 0. */
    @Test
    void aSpikeLowersTheMembranesOfAllOthersByHand() {
        MultiLayerNetwork network = network(LateralInhibition.ofAll(0.25), 3);
        INDArray input = steps(new double[][] {{1, 0.5, 0, 1}, {0, 0.75, 1, 1}, {0, 0.75, 0.5, 0}});
        // t = 0: h = (1, 0.5, 0, 1), the first and the last fire
        // t = 1: they inhibit each other by 0.25 and the rest by 0.5: h = (-0.25, 0.75, 0.5, 0.75), none fires
        // t = 2: h = (-0.25, 1.5, 1, 0.75), the two in the middle fire
        INDArray expected = Nd4j.createFromArray(new double[][] {{1, 0, 0, 1}, {0, 0, 0, 0}, {0, 1, 1, 0}});
        assertThat(network.feedForward(input).get(1)).isEqualTo(expected);
    }

    @Test
    void aRadiusReachesNeighboursAlone() {
        MultiLayerNetwork network = network(LateralInhibition.within(0.5, 1), 2);
        INDArray input = steps(new double[][] {{1, 0, 0, 0}, {1, 1, 1, 1}});
        INDArray expected = Nd4j.createFromArray(new double[][] {{1, 0, 0, 0}, {1, 0, 1, 1}});
        assertThat(network.feedForward(input).get(1)).isEqualTo(expected);
    }

    @Test
    void withoutStrengthTheNeuronsAreAlone() {
        INDArray input = Networks.random(DataType.DOUBLE, 7, 2, NEURONS, 6).addi(0.5);
        MultiLayerNetwork alone = Networks.network(
                DataType.DOUBLE,
                new NoOp(),
                InputType.recurrent(NEURONS, 6),
                new SpikingDense.Builder()
                        .nOut(NEURONS)
                        .neuron(IntegrateAndFire.standard())
                        .build(),
                new RateReadout.Builder().build());
        alone.getLayer(0).getParam("W").assign(Nd4j.eye(NEURONS));
        INDArray expected = alone.feedForward(input).get(1);
        assertThat(expected.sumNumber().doubleValue()).isPositive();
        INDArray free =
                network(LateralInhibition.ofAll(0), 6).feedForward(input).get(1);
        assertThat(free).isEqualTo(expected);
        INDArray held =
                network(LateralInhibition.ofAll(0.5), 6).feedForward(input).get(1);
        assertThat(held.sumNumber().doubleValue())
                .isLessThan(expected.sumNumber().doubleValue());
    }

    @Test
    void theStrengthIsOneParameterAndIsTrained() {
        SpikingRecurrent layer = new SpikingRecurrent.Builder()
                .nOut(NEURONS)
                .neuron(Lif.withTauInSteps(2))
                .lateralInhibition(LateralInhibition.ofAll(0.3))
                .build();
        MultiLayerNetwork network = Networks.network(
                DataType.DOUBLE, new Sgd(0.5), InputType.recurrent(3, 6), layer, new RateReadout.Builder().build());
        assertThat(network.getLayer(0).getParam("R").toDoubleVector()).containsExactly(0.3);
        network.fit(Networks.random(DataType.DOUBLE, 7, 5, 3, 6).addi(1), Networks.oneHot(DataType.DOUBLE, 5, NEURONS));
        assertThat(network.getLayer(0).getParam("R").getDouble(0)).isNotCloseTo(0.3, within(1e-6));
    }

    @Test
    void aNegativeParameterInhibitsToo() {
        INDArray weights = Nd4j.create(DataType.DOUBLE, new long[] {3, 3}, 'f');
        LateralInhibition inhibition = LateralInhibition.within(0.5, 1);
        inhibition.apply(-0.5, weights);
        assertThat(weights).isEqualTo(Nd4j.createFromArray(new double[][] {{0, -0.5, 0}, {-0.5, 0, -0.5}, {0, -0.5, 0}
        }));
        INDArray gradient = Nd4j.createFromArray(new double[][] {{100, 1, 100}, {2, 100, 3}, {100, 4, 100}});
        assertThat(inhibition.pullBack(gradient, -0.5)).isEqualTo(10);
        assertThat(inhibition.pullBack(gradient, 0)).isEqualTo(-10);
    }

    @Test
    void badValuesAreRefused() {
        assertThatThrownBy(() -> LateralInhibition.ofAll(-1)).hasMessageContaining(">= 0 and finite, was -1.0");
        assertThatThrownBy(() -> LateralInhibition.ofAll(Double.NaN)).hasMessageContaining("was NaN");
        assertThatThrownBy(() -> LateralInhibition.within(1, 0)).hasMessageContaining(">= 1 neuron, was 0");
        assertThatThrownBy(() -> new SpikingRecurrent.Builder()
                        .nOut(3)
                        .neuron(Lif.withTauInSteps(2))
                        .lateralInhibition(LateralInhibition.ofAll(1))
                        .daleLaw(0.8)
                        .build())
                .hasMessageContaining("LATERAL_INHIBITION");
    }
}
