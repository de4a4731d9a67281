package org.spike4j.training.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
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
import org.spike4j.layers.SigmaSchedule;
import org.spike4j.layers.SpikingDelayed;
import org.spike4j.layers.SpikingDense;
import org.spike4j.layers.SpikingParameters;
import org.spike4j.layers.SpikingRecurrent;
import org.spike4j.layers.SynapseLayer;
import org.spike4j.layers.SynapseParameters;
import org.spike4j.neuron.Activation;
import org.spike4j.neuron.Inhibited;
import org.spike4j.neuron.Integration;
import org.spike4j.neuron.Leaky;
import org.spike4j.neuron.LeakyIntegrator;
import org.spike4j.neuron.Learned;
import org.spike4j.neuron.Liaf;
import org.spike4j.neuron.Lif;
import org.spike4j.neuron.NeuronModel;
import org.spike4j.neuron.ParametricLif;
import org.spike4j.neuron.Reset;
import org.spike4j.neuron.Sharing;
import org.spike4j.neuron.Tap;
import org.spike4j.neuron.synapse.Exponential;
import org.spike4j.training.network.TimeScaledNetwork.Input;

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
        MultiLayerNetwork half = TimeScaledNetwork.of(network, 0.5, Input.CURRENTS);
        assertThat(half.output(repeated(input)).equalsWithEps(expected, 1e-12)).isTrue();
        assertThat(network.output(repeated(input)).equalsWithEps(expected, 1e-3))
                .as("not so at the old step")
                .isFalse();
    }

    /**
     * Events answered by an integrator: at half the step its mean membrane is the same, whether it scales its input by the
     * decay (the weights double) or not (they shrink by (1 - sqrt d) / (1 - d) / 0.5).
     */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void eventsLeaveTheSameAreaUnderTheMembrane(boolean decayInput) {
        MultiLayerNetwork network = network(new LeakyReadout.Builder()
                .nOut(3)
                .integrator(new LeakyIntegrator(2, 1, Integration.EXACT, decayInput, 0, 0, List.of()))
                .reduction(Reduction.MEAN)
                .hasBias(false)
                .build());
        INDArray events = Nd4j.zeros(DataType.DOUBLE, 2, 4, 40);
        events.putScalar(0, 1, 0, 1).putScalar(1, 3, 2, 2);
        INDArray sooner = Nd4j.zeros(DataType.DOUBLE, 2, 4, 80);
        sooner.putScalar(0, 1, 0, 1).putScalar(1, 3, 4, 2);
        MultiLayerNetwork half = TimeScaledNetwork.of(network, 0.5, Input.COUNTS);
        INDArray expected = network.output(events);
        assertThat(half.output(sooner).equalsWithEps(expected, 1e-7)).isTrue();
        double decay = Math.exp(-0.5);
        double gain = half.params().getDouble(0) / network.params().getDouble(0);
        assertThat(gain).isCloseTo(decayInput ? 2 : 2 * (1 - Math.sqrt(decay)) / (1 - decay), offset(1e-9));
    }

    /** Weights on spikes are scaled by the channel of the neuron behind, also those from a recurrent layer to itself. */
    @Test
    void weightsOnSpikesAreScaledAndThoseOnCurrentsAreNot() {
        MultiLayerNetwork network = network(
                new SpikingRecurrent.Builder()
                        .nOut(3)
                        .neuron(Lif.withTauInSteps(4))
                        .build(),
                new DenseLayer.Builder().nOut(3).build(),
                new SpikingDense.Builder()
                        .nOut(3)
                        .neuron(ParametricLif.withInitialTauInSteps(3).withLearned(Learned.perChannel("w")))
                        .build(),
                new RateReadout.Builder().build());
        moveConstants(network);
        MultiLayerNetwork half = TimeScaledNetwork.of(network, 0.5, Input.CURRENTS);
        assertThat(quotient(network, half, 0, SpikingParameters.WEIGHT)).containsOnly(1.0);
        assertThat(quotient(network, half, 0, SpikingParameters.RECURRENT_WEIGHT))
                .allSatisfy(q -> assertThat(q).isCloseTo(2, offset(1e-6)));
        assertThat(quotient(network, half, 1, "W"))
                .allSatisfy(q -> assertThat(q).isCloseTo(2, offset(1e-6)));
        assertThat(quotient(network, half, 2, SpikingParameters.WEIGHT)).containsOnly(1.0);
        assertThat(quotient(network, half, 2, SpikingParameters.BIAS)).isEmpty();
    }

    @Test
    void inhibitedNeuronsTakeImpulsesAsTheyDoAlone() {
        Lif lif = Lif.withTauInSteps(4);
        for (NeuronModel neuron : List.of(lif, Inhibited.of(lif))) {
            MultiLayerNetwork network = network(
                    new SpikingDense.Builder().nOut(3).neuron(neuron).build(), new RateReadout.Builder().build());
            MultiLayerNetwork half = TimeScaledNetwork.of(network, 0.5, Input.COUNTS);
            assertThat(quotient(network, half, 0, SpikingParameters.WEIGHT))
                    .allSatisfy(q -> assertThat(q).isCloseTo(2, offset(1e-6)));
        }
    }

    private static List<Double> quotient(
            MultiLayerNetwork before, MultiLayerNetwork after, int layer, String parameter) {
        INDArray old = before.getLayer(layer).getParam(parameter);
        INDArray now = after.getLayer(layer).getParam(parameter);
        return IntStream.range(0, (int) old.length())
                .filter(k -> old.ravel().getDouble(k) != 0)
                .mapToObj(k -> now.ravel().getDouble(k) / old.ravel().getDouble(k))
                .toList();
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
        MultiLayerNetwork scaled = TimeScaledNetwork.of(network, factor, Input.CURRENTS);
        for (int k = 0; k < 2; k++) {
            INDArray before = network.getLayer(k).getParam(SpikingParameters.NEURON);
            INDArray after = scaled.getLayer(k).getParam(SpikingParameters.NEURON);
            for (int c = 0; c < 3; c++) {
                int at = c + k;
                double old = decay(k, before.getDouble(at));
                assertThat(decay(k, after.getDouble(at))).isCloseTo(Math.pow(old, factor), offset(1e-12));
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

    /** Time constants of filters, one for each channel, are brought to the new step. */
    @Test
    void learnedFiltersKeepTheirTime() {
        MultiLayerNetwork network = network(
                new SynapseLayer.Builder()
                        .synapse(Exponential.withTauInSteps(3).learned(Sharing.PER_CHANNEL))
                        .build(),
                new LeakyReadout.Builder().nOut(3).build());
        INDArray before = network.getLayer(0).getParam(SynapseParameters.SYNAPSE);
        before.putScalar(1, before.getDouble(1) + 0.3);
        MultiLayerNetwork half = TimeScaledNetwork.of(network, 0.5, Input.CURRENTS);
        for (int c = 0; c < 4; c++) {
            double tau = Math.exp(before.getDouble(c));
            assertThat(Math.exp(
                            half.getLayer(0).getParam(SynapseParameters.SYNAPSE).getDouble(c)))
                    .isCloseTo(2 * tau, offset(1e-12));
        }
        assertThat(((SynapseLayer) half.getLayer(0).conf().getLayer()).getSynapse())
                .isEqualTo(Exponential.withTauInSteps(6).learned(Sharing.PER_CHANNEL));
    }

    @Test
    void delaysOfWeightsAreRefused() {
        MultiLayerNetwork network = network(
                new SpikingDelayed.Builder()
                        .nOut(3)
                        .neuron(smooth())
                        .maxDelay(3)
                        .sigma(SigmaSchedule.overEpochs(1.5, 0.5, 2))
                        .build(),
                new RateReadout.Builder().build());
        assertThatThrownBy(() -> TimeScaledNetwork.of(network, 0.5, Input.CURRENTS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("SpikingDelayed cannot be brought to another time step");
    }

    @Test
    void theNetworkItselfStays() {
        MultiLayerNetwork network =
                network(dense(), new LeakyReadout.Builder().nOut(3).build());
        NeuronLayer layer = (NeuronLayer) network.getLayer(0).conf().getLayer();
        INDArray before = network.params().dup();
        MultiLayerNetwork copy = TimeScaledNetwork.of(network, 2, Input.CURRENTS);
        copy.params().addi(1);
        assertThat(network.params()).isEqualTo(before);
        assertThat(layer.getNeuron()).isEqualTo(smooth());
        assertThatThrownBy(() -> TimeScaledNetwork.of(network, 0, Input.CURRENTS))
                .hasMessageContaining("must be > 0");
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
