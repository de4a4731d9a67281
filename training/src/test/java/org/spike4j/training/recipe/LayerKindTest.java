package org.spike4j.training.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.spike4j.layers.ActivityPenalty;
import org.spike4j.layers.DaleLaw;
import org.spike4j.layers.HomeostaticLif;
import org.spike4j.layers.LateralInhibition;
import org.spike4j.layers.LearnedQuantization;
import org.spike4j.layers.NeuronLayer;
import org.spike4j.layers.RecurrentConnections;
import org.spike4j.layers.SpikingConv2D;
import org.spike4j.layers.SpikingDense;
import org.spike4j.layers.SpikingRecurrent;
import org.spike4j.layers.SpikingRecurrentConv2D;
import org.spike4j.layers.SpikingSelfAttention;
import org.spike4j.layers.TemporalBatchNorm;
import org.spike4j.layers.TemporalNorm;
import org.spike4j.layers.TimeMixing;
import org.spike4j.neuron.BidlLif;
import org.spike4j.neuron.Lif;
import org.spike4j.training.model.InputDescription;
import org.spike4j.training.model.ModelDescription;
import org.spike4j.training.model.RunSettings;
import org.spike4j.training.network.RecipeNetwork;

class LayerKindTest {
    private static final int STEPS = 4;
    private static final InputDescription FRAMES = InputDescription.frames(STEPS, 2, 6, 6);

    private static Recipe recipe(String layers) {
        return RecipeReader.parse(
                "test",
                "{name: test, data: {set: gesture, steps: 4}, layers: [" + layers
                        + "],\n training: {epochs: 2, learningRate: 0.05}}");
    }

    private static MultiLayerNetwork network(String layers, InputDescription input) {
        ModelDescription description =
                new ModelDescription("test", "", "none", List.of("a", "b", "c"), input, new RunSettings(2, 5, 1));
        return RecipeNetwork.build(recipe(layers), description, 10);
    }

    private static Layer layer(String layers, int index) {
        return network(layers, FRAMES).getLayer(index).conf().getLayer();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "recurrent-conv: {channels: 3, activity: {upper: 0.1}}",
                "neurons: {neuron: {model: qif}}, conv: {channels: 3}",
                "temporal-norm: , neurons: ",
                "temporal-norm: {kind: threshold-dependent, threshold: 0.5}, neurons: {neuron: {threshold: 0.5}}",
                "conv: {channels: 3, neuron: {model: none}}, temporal-norm: {kind: effective}, neurons: ",
                "conv: {channels: 3, neuron: {model: none}}, temporal-norm: {kind: through-time}, neurons: ",
                "dense: {units: 5, neuron: {model: none}}, temporal-norm: {kind: effective}, neurons: ",
                "conv: {channels: 3, neuron: {model: none}}, homeostatic-lif: {noise: 0.001}",
                "dense: {units: 5, neuron: {model: none}}, time-mixing: , neurons: {neuron: {model: sliding-psn, order: 1}}",
                "time-mixing: {order: 2}, conv: {channels: 3}",
                "learned-quantization: {stride: 2}, conv: {channels: 3}",
                "learned-quantization: {stride: 2, kernel: 5, perChannel: true}, dense: {units: 5, neuron: {model: none}}, time-mixing: , neurons: ",
                "conv: {channels: 4}, self-attention: {heads: 2}",
                "recurrent: {units: 5, connections: one-to-one, feedback: -0.2}",
                "recurrent: {units: 5, connections: one-to-one-shared}",
                "recurrent: {units: 5, connections: lateral-inhibition, strength: 0.5, radius: 2}",
                "recurrent: {units: 5, excitatory: 0.6}",
                "dense: {units: 5, excitatory: 0.6}",
            })
    void everyLayerTrainsAndComesBackFromJson(String layers) {
        MultiLayerNetwork network = network(layers + ", leaky-readout: ", FRAMES);
        INDArray before = network.params().dup();
        INDArray input =
                Nd4j.linspace(-1, 3, 5 * 2 * STEPS * 36, DataType.FLOAT).reshape(5, 2, STEPS, 6, 6);
        INDArray labels = Nd4j.zeros(5, 3);
        for (int n = 0; n < 5; n++) {
            labels.putScalar(n, n % 3, 1);
        }
        for (int k = 0; k < 3; k++) {
            network.fit(input, labels);
        }
        assertThat(network.params().data().asFloat()).doesNotContain(Float.NaN, Float.POSITIVE_INFINITY);
        assertThat(network.params()).isNotEqualTo(before);
        assertThat(network.output(input).shape()).containsExactly(5, 3);
        MultiLayerConfiguration configuration = network.getLayerWiseConfigurations();
        assertThat(MultiLayerConfiguration.fromJson(configuration.toJson())).isEqualTo(configuration);
    }

    @Test
    void aConvolutionWithFeedbackTakesItsKeys() {
        SpikingRecurrentConv2D layer = (SpikingRecurrentConv2D) layer(
                "recurrent-conv: {channels: 5, kernel: 2, stride: 2, padding: 1, recurrentKernel: 5, bias: false,"
                        + " neuron: {tau: 3}, activity: {l1: 0.1}}, leaky-readout: ",
                0);
        assertThat(layer.getLayerName()).isEqualTo("recurrent-conv1");
        assertThat(layer.weightShape()).containsExactly(5, 2, 2, 2);
        assertThat(layer.recurrentWeightShape()).containsExactly(5, 5, 5, 5);
        assertThat(layer.getStride()).containsExactly(2, 2);
        assertThat(layer.getPadding()).containsExactly(1, 1);
        assertThat(layer.isBias()).isFalse();
        assertThat(layer.getNeuron()).isEqualTo(Lif.withTauInSteps(3));
        assertThat(layer.getActivity()).isNotNull();
        assertThat(layer.isInputGradient()).isFalse();
    }

    @Test
    void framesShrinkBehindAConvolutionWithFeedback() {
        MultiLayerNetwork network = network(
                "recurrent-conv: {channels: 3, kernel: 2, stride: 2, padding: 0}, rate-readout: ",
                InputDescription.frames(STEPS, 2, 2, 2));
        assertThat(network.output(Nd4j.ones(5, 2, STEPS, 2, 2)).shape()).containsExactly(5, 3);
    }

    static Stream<Arguments> norms() {
        return Stream.of(
                Arguments.of("", TemporalNorm.plain()),
                Arguments.of("{kind: threshold-dependent}", TemporalNorm.thresholdDependent(1)),
                Arguments.of("{kind: threshold-dependent, threshold: 0.5}", TemporalNorm.thresholdDependent(0.5)),
                Arguments.of("{kind: effective}", TemporalNorm.effective(STEPS)),
                Arguments.of("{kind: through-time}", TemporalNorm.throughTime(STEPS)));
    }

    @ParameterizedTest
    @MethodSource("norms")
    void aNormalisationHasTheStepsOfTheData(String keys, TemporalNorm expected) {
        TemporalBatchNorm layer =
                (TemporalBatchNorm) layer("temporal-norm: " + keys + ", neurons: , leaky-readout: ", 0);
        assertThat(layer.getNorm()).isEqualTo(expected);
    }

    @Test
    void recurrentLayersTakeTheirConnections() {
        SpikingRecurrent own = (SpikingRecurrent)
                layer("recurrent: {units: 5, connections: one-to-one, feedback: -0.2}, leaky-readout: ", 0);
        assertThat(own.getConnections()).isEqualTo(RecurrentConnections.ONE_TO_ONE);
        assertThat(own.getInitialFeedback()).isEqualTo(-0.2);
        SpikingRecurrent shared =
                (SpikingRecurrent) layer("recurrent: {units: 5, connections: one-to-one-shared}, leaky-readout: ", 0);
        assertThat(shared.getConnections()).isEqualTo(RecurrentConnections.ONE_TO_ONE_SHARED);
        assertThat(shared.getInitialFeedback()).isEqualTo(1);
        SpikingRecurrent inhibited = (SpikingRecurrent) layer(
                "recurrent: {units: 5, connections: lateral-inhibition, strength: 0.5, radius: 2}, leaky-readout: ", 0);
        assertThat(inhibited.getInhibition()).isEqualTo(LateralInhibition.within(0.5, 2));
    }

    @Test
    void excitatoryIsTheShareOfDalesLaw() {
        assertThat(((SpikingRecurrent) layer("recurrent: {units: 5, excitatory: 0.8}, leaky-readout: ", 0))
                        .getDaleLaw())
                .isEqualTo(new DaleLaw(0.8));
        assertThat(((SpikingDense) layer("dense: {units: 5, excitatory: 0.8}, leaky-readout: ", 0)).getDaleLaw())
                .isEqualTo(new DaleLaw(0.8));
        assertThat(((SpikingDense) layer("dense: {units: 5}, leaky-readout: ", 0)).getDaleLaw())
                .isNull();
    }

    @Test
    void layersWithoutWeightsTakeTheirKeys() {
        NeuronLayer neurons = (NeuronLayer)
                layer("neurons: {neuron: {tau: 3}, activity: {upper: 0.2}}, dense: {units: 3}, rate-readout: ", 0);
        assertThat(neurons.getNeuron()).isEqualTo(Lif.withTauInSteps(3));
        assertThat(neurons.getActivity()).isEqualTo(ActivityPenalty.between(0, 0.2, 1));
        HomeostaticLif homeostatic =
                (HomeostaticLif) layer("homeostatic-lif: {noise: 0.01}, dense: {units: 3}, rate-readout: ", 0);
        assertThat(homeostatic.getNoise()).isEqualTo(0.01);
        assertThat(homeostatic.getNeuron()).isEqualTo(BidlLif.standard());
        TimeMixing mixing =
                (TimeMixing) layer("time-mixing: {order: 2, masking: 0.5}, dense: {units: 3}, rate-readout: ", 0);
        assertThat(List.of(mixing.getNIn(), (long) mixing.getOrder())).containsExactly((long) STEPS, 2L);
        assertThat(mixing.getMasking()).isEqualTo(0.5);
        LearnedQuantization quantization =
                (LearnedQuantization) layer("learned-quantization: {stride: 3}, dense: {units: 3}, rate-readout: ", 0);
        assertThat(List.of(quantization.getSteps(), quantization.getStride(), quantization.getKernel()))
                .containsExactly(STEPS, 3, 5);
        SpikingSelfAttention attention = (SpikingSelfAttention) layer(
                "conv: {channels: 4}, self-attention: {heads: 2, scale: 0.25, neuron: {tau: 3}, attentionNeuron: {threshold: 0.5}},"
                        + " leaky-readout: ",
                1);
        assertThat(attention.getHeads()).isEqualTo(2);
        assertThat(attention.getScale()).isEqualTo(0.25);
        assertThat(attention.getNeuron()).isEqualTo(Lif.withTauInSteps(3));
        assertThat(attention.getAttentionNeuron())
                .isEqualTo(Lif.withTauInSteps(3).withThreshold(0.5));
    }

    @Test
    void weightsWithoutNeuronsPutOutTheirCurrent() {
        MultiLayerNetwork network = network(
                "conv: {channels: 3, batchNorm: false, bias: true, neuron: {model: none}}, leaky-readout: ", FRAMES);
        SpikingConv2D layer = (SpikingConv2D) network.getLayer(0).conf().getLayer();
        assertThat(layer.getNeuron().learned()).isEmpty();
        network.getLayer(0).getParam("W").assign(0.5);
        network.getLayer(0).getParam("b").assign(-20);
        INDArray currents = network.feedForward(Nd4j.ones(1, 2, STEPS, 6, 6)).get(1);
        // in the middle 2 channels of 3 x 3 pixels, at a corner of 2 x 2
        assertThat(currents.getDouble(0, 1, 2, 2)).isEqualTo(-11);
        assertThat(currents.getDouble(3, 1, 0, 0)).isEqualTo(-16);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "recurrent: {units: 5, feedback: 1} | layers[0].recurrent.feedback has no meaning with connections all-to-all; drop one",
                "recurrent: {units: 5, connections: one-to-one, excitatory: 0.8} | layers[0].recurrent.excitatory has no meaning with connections one-to-one; drop one",
                "recurrent: {units: 5, connections: one} | layers[0].recurrent.connections must be one of all-to-all, one-to-one, one-to-one-shared, lateral-inhibition, was \"one\"",
                "recurrent: {units: 5, radius: 2} | layers[0].recurrent.radius has no meaning with connections all-to-all; drop one",
                "recurrent: {units: 5, connections: lateral-inhibition, strength: -1} | layers[0].recurrent.strength must be a number from 0.0",
                "dense: {units: 5, excitatory: 1.2} | layers[0].dense.excitatory must be a number from 0.0 to 1.0, was 1.2",
                "dense: {units: 5, exitatory: 0.8} | layers[0].dense.exitatory is not a known key; allowed are activity, bias, excitatory, neuron, units; did you mean excitatory?",
                "recurrent-conv: {channels: 3, recurrentKernel: 4} | layers[0].recurrent-conv.recurrentKernel must be odd, so that neurons keep their place, was 4",
                "recurrent-conv: {channels: 3, pool: max} | layers[0].recurrent-conv.pool is not a known key",
                "temporal-norm: {threshold: 1} | layers[0].temporal-norm.threshold has no meaning unless kind is threshold-dependent",
                "temporal-norm: {kind: efective} | layers[0].temporal-norm.kind must be one of plain, threshold-dependent, effective, through-time, was \"efective\"; did you mean effective?",
                "time-mixing: {masking: 1} | layers[0].time-mixing.masking has no meaning without order, the inputs it lets through",
                "learned-quantization: {stride: 2, kernel: 4} | layers[0].learned-quantization.kernel must be odd, so that it has a middle, was 4",
                "learned-quantization: {} | layers[0].learned-quantization.stride is missing",
                "neurons: {units: 4} | layers[0].neurons.units is not a known key; allowed are activity, neuron",
                "self-atention: {} | layers[0].self-atention is not a known layer;",
            })
    void aMistakeIsNamed(String layer, String message) {
        assertThatThrownBy(() -> recipe(layer + ", leaky-readout: "))
                .isInstanceOf(RecipeException.class)
                .hasMessageStartingWith("test, line 1: " + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dense: {units: 3}, recurrent-conv: {channels: 3} | layers[1].recurrent-conv needs frames, [batch, channels, steps, height, width], but follows the vectors of a dense layer",
                "recurrent-conv: {channels: 3, kernel: 9, padding: 0} | layers[0].recurrent-conv leaves nothing of a height of 6 pixels: kernel 9, padding 0 and stride 1 make it 0",
                "conv: {channels: 3}, self-attention: {heads: 2} | layers[1].self-attention has 2 heads, which must divide the 3 channels before it",
                "homeostatic-lif: {neuron: {model: lif}} | layers[0].homeostatic-lif cannot be built: the neuron of HomeostaticLif must be a BidlLif",
                "recurrent: {units: 4, neuron: {inhibition: true}} | layers[0].recurrent cannot be built: neurons with lateral inhibition cannot be recurrent",
            })
    void aLayerThatDoesNotFitIsNamed(String layers, String message) {
        assertThatThrownBy(() -> network(layers + ", leaky-readout: ", FRAMES))
                .isInstanceOf(RecipeException.class)
                .hasMessageStartingWith("test: " + message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"neurons", "temporal-norm", "time-mixing", "homeostatic-lif"})
    void aLayerOfSequencesNeedsSteps(String layer) {
        assertThatThrownBy(() ->
                        network(layer + ": , dense: {units: 3}, rate-readout: ", InputDescription.still(5, STEPS)))
                .isInstanceOf(RecipeException.class)
                .hasMessageContaining(layer + " needs time steps");
    }
}
