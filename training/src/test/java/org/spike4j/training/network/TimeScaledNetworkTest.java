package org.spike4j.training.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.spike4j.layers.LeakyReadout;
import org.spike4j.layers.NeuronLayer;
import org.spike4j.layers.RateReadout;
import org.spike4j.layers.Reduction;
import org.spike4j.layers.SpikingDense;
import org.spike4j.layers.SpikingParameters;
import org.spike4j.neuron.Activation;
import org.spike4j.neuron.Integration;
import org.spike4j.neuron.Leaky;
import org.spike4j.neuron.LeakyIntegrator;
import org.spike4j.neuron.Learned;
import org.spike4j.neuron.Liaf;
import org.spike4j.neuron.Lif;
import org.spike4j.neuron.ParametricLif;
import org.spike4j.neuron.Reset;
import org.spike4j.neuron.Tap;

class TimeScaledNetworkTest {
    private static final int STEPS = 4;

    /**
     * An integrator behind weights is linear in its current: at half the step, with each frame given twice, it is where the
     * network is. Time constants that were learned, one for each channel, are converted on the way.
     */
    @Test
    void halfTheStepWithEachFrameTwiceEndsAtTheSameOutput() {
        LeakyIntegrator learned = new LeakyIntegrator(5, 1, Integration.EXACT, true, 0.1, 0, List.of())
                .withLearned(Learned.perChannel("tau"), Learned.shared("rest"));
        MultiLayerNetwork network = network(new LeakyReadout.Builder()
                .nOut(3)
                .integrator(learned)
                .reduction(Reduction.LAST)
                .build());
        moveConstants(network);
        INDArray input = random(STEPS);
        INDArray expected = network.output(input);
        MultiLayerNetwork half = TimeScaledNetwork.of(network, 0.5);
        assertThat(half.output(repeated(input)).equalsWithEps(expected, 1e-12)).isTrue();
        assertThat(network.output(repeated(input)).equalsWithEps(expected, 1e-3))
                .as("not so at the old step")
                .isFalse();
    }

    /** The same for the constant of ParametricLif and of Leaky, seen through their coefficients. */
    @ParameterizedTest
    @ValueSource(doubles = {0.25, 3})
    void learnedLeaksAreRaisedToThePowerByChannel(double factor) {
        MultiLayerNetwork network = network(
                new SpikingDense.Builder()
                        .nOut(3)
                        .neuron(ParametricLif.withInitialTauInSteps(3).withLearned(Learned.perChannel("w")))
                        .build(),
                new SpikingDense.Builder()
                        .nOut(3)
                        .neuron(Leaky.withBeta(0.8)
                                .withLearned(Learned.shared("threshold"), Learned.perChannel("beta")))
                        .build(),
                new RateReadout.Builder().build());
        moveConstants(network);
        MultiLayerNetwork scaled = TimeScaledNetwork.of(network, factor);
        for (int k = 0; k < 2; k++) {
            INDArray before = network.getLayer(k).getParam(SpikingParameters.NEURON);
            INDArray after = scaled.getLayer(k).getParam(SpikingParameters.NEURON);
            for (int c = 0; c < 3; c++) {
                int at = c + k;
                double old = decay(k, before.getDouble(at));
                assertThat(decay(k, after.getDouble(at)))
                        .isCloseTo(Math.pow(old, factor), org.assertj.core.data.Offset.offset(1e-12));
            }
        }
        assertThat(scaled.getLayer(1).getParam(SpikingParameters.NEURON).getDouble(0))
                .as("a threshold has no time")
                .isEqualTo(
                        network.getLayer(1).getParam(SpikingParameters.NEURON).getDouble(0));
        assertThat(scaled.getLayer(0).getParam(SpikingParameters.WEIGHT))
                .isEqualTo(network.getLayer(0).getParam(SpikingParameters.WEIGHT));
    }

    /** The decay of a raw parameter: of a leak (layer 0), or of a beta (layer 1). */
    private static double decay(int layer, double raw) {
        return layer == 0 ? 1 / (1 + Math.exp(raw)) : 1 / (1 + Math.exp(-raw));
    }

    @Test
    void theNetworkItselfStays() {
        MultiLayerNetwork network =
                network(dense(), new LeakyReadout.Builder().nOut(3).build());
        NeuronLayer layer = (NeuronLayer) network.getLayer(0).conf().getLayer();
        INDArray before = network.params().dup();
        MultiLayerNetwork copy = TimeScaledNetwork.of(network, 2);
        copy.params().addi(1);
        assertThat(network.params()).isEqualTo(before);
        assertThat(layer.getNeuron()).isEqualTo(smooth());
        assertThatThrownBy(() -> TimeScaledNetwork.of(network, 0)).hasMessageContaining("must be > 0");
    }

    @Test
    void aStaticInputIsRepeatedAsOftenAsAsked() {
        NeuralNetConfiguration.ListBuilder list = new NeuralNetConfiguration.Builder()
                .seed(7)
                .dataType(DataType.DOUBLE)
                .list();
        list.layer(new SpikingDense.Builder()
                        .nOut(3)
                        .timeSteps(STEPS)
                        .neuron(smooth())
                        .build())
                .layer(new RateReadout.Builder().build());
        MultiLayerNetwork network = new MultiLayerNetwork(
                list.setInputType(InputType.feedForward(4)).build());
        network.init();
        INDArray input = Nd4j.rand(DataType.DOUBLE, 2, 4);
        INDArray six = TimeScaledNetwork.withSteps(network, 6).output(input);
        MultiLayerNetwork one = TimeScaledNetwork.withSteps(network, 1);
        INDArray last = null;
        for (int t = 0; t < 6; t++) {
            last = one.rnnTimeStep(input);
        }
        assertThat(last.equalsWithEps(six, 1e-12)).isTrue();
        assertThatThrownBy(() -> TimeScaledNetwork.withSteps(network(dense()), 2))
                .hasMessageContaining("no static input");
    }

    private static void moveConstants(MultiLayerNetwork network) {
        for (int k = 0; k < network.getnLayers(); k++) {
            INDArray raw = network.getLayer(k).paramTable().get(SpikingParameters.NEURON);
            for (int c = 0; raw != null && c < raw.length(); c++) {
                raw.putScalar(c, raw.getDouble(c) + 0.1 * c);
            }
        }
    }

    private static INDArray random(int steps) {
        Nd4j.getRandom().setSeed(5);
        return Nd4j.rand(DataType.DOUBLE, 2, 4, steps);
    }

    private static INDArray repeated(INDArray input) {
        INDArray twice = Nd4j.zeros(DataType.DOUBLE, 2, 4, 2 * STEPS);
        for (int t = 0; t < 2 * STEPS; t++) {
            twice.get(NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.point(t))
                    .assign(input.get(NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.point(t / 2)));
        }
        return twice;
    }

    private static Liaf smooth() {
        return new Liaf(Lif.withTauInSteps(3).withReset(Reset.none()), Tap.MEMBRANE, Activation.TANH);
    }

    private static Layer dense() {
        return new SpikingDense.Builder().nOut(3).neuron(smooth()).build();
    }

    private static MultiLayerNetwork network(Layer... layers) {
        NeuralNetConfiguration.ListBuilder list = new NeuralNetConfiguration.Builder()
                .seed(7)
                .dataType(DataType.DOUBLE)
                .list();
        for (Layer layer : layers) {
            list.layer(layer);
        }
        MultiLayerNetwork network = new MultiLayerNetwork(
                list.setInputType(InputType.recurrent(4, STEPS)).build());
        network.init();
        return network;
    }
}
