package org.spike4j.training.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.regularization.WeightDecay;
import org.spike4j.layers.NeuronLayer;
import org.spike4j.layers.SigmaSchedule;
import org.spike4j.layers.SpikingConv2D;
import org.spike4j.layers.SpikingDelayed;
import org.spike4j.layers.SpikingRecurrent;
import org.spike4j.layers.SynapseLayer;
import org.spike4j.neuron.synapse.AxonalDelay;
import org.spike4j.training.evaluation.FiringRates;
import org.spike4j.training.memory.Recomputation;
import org.spike4j.training.model.InputDescription;
import org.spike4j.training.model.ModelDescription;
import org.spike4j.training.model.RunSettings;
import org.spike4j.training.recipe.Recipe;
import org.spike4j.training.recipe.RecipeException;
import org.spike4j.training.recipe.RecipeReader;

final class RecipeNetworkTest {
    private static final InputDescription FRAMES = InputDescription.frames(4, 2, 16, 16);

    private static Recipe recipe(String layers, String training) {
        return RecipeReader.parse(
                "test",
                "{name: test, data: {set: gesture, steps: 4}, layers: " + layers + ", training: " + training + "}");
    }

    private static Recipe recipe(String layers) {
        return recipe(layers, "{epochs: 2}");
    }

    private static ModelDescription description(InputDescription input, int classes, long seed) {
        List<String> names =
                IntStream.range(0, classes).mapToObj(k -> "class " + k).toList();
        return new ModelDescription("test", "", "none", names, input, new RunSettings(4, 8, seed));
    }

    private static MultiLayerConfiguration configured(Recipe recipe, InputDescription input, int classes, long seed) {
        return RecipeNetwork.configuration(recipe, description(input, classes, seed), 20);
    }

    private static MultiLayerNetwork built(Recipe recipe, InputDescription input, int classes, long seed) {
        return RecipeNetwork.build(recipe, description(input, classes, seed), 20);
    }

    @Test
    void recomputationIsThatOfTheRecipeAgainWhateverAPlanChose() {
        Recipe recipe =
                recipe("[conv: {channels: 4, recompute: true}, dropout: 0.2, conv: {channels: 4}, dense: {units: 3},"
                        + " rate-readout: ]");
        MultiLayerConfiguration network = configured(recipe, FRAMES, 3, 1);
        String asRead = network.toJson();
        assertThat(((SpikingConv2D) network.getConf(0).getLayer()).isRecompute())
                .isTrue();
        Recomputation.switchOn(network);
        assertThat(((SpikingConv2D) network.getConf(2).getLayer()).isRecompute())
                .isTrue();
        RecipeNetwork.resetRecomputation(network, recipe);
        assertThat(network.toJson()).isEqualTo(asRead);
    }

    @Test
    void recurrentLayersKeepTheirOptions() {
        Recipe recipe = recipe("[recurrent: {units: 7, selfConnections: false}, recurrent: {units: 5, bias: false},"
                + " leaky-readout: {tau: 5}]");
        MultiLayerNetwork network = built(recipe, InputDescription.still(5, 25), 3, 1);
        assertThat(network.getLayer(0).paramTable().keySet()).containsExactly("W", "R", "b");
        assertThat(network.getLayer(1).paramTable().keySet()).containsExactly("W", "R");
        SpikingRecurrent first = (SpikingRecurrent) network.getLayer(0).conf().getLayer();
        assertThat(first.isSelfConnections()).isFalse();
        assertThat(first.getLayerName()).isEqualTo("recurrent1");
        assertThat(first.getTimeSteps()).isEqualTo(25);
        assertThat(network.getLayer(0).getParam("R").shape()).containsExactly(7, 7);
        assertThat(((SpikingRecurrent) network.getLayer(1).conf().getLayer()).isSelfConnections())
                .isTrue();
    }

    @Test
    void delaysAndFiltersTakeTheirPlace() {
        Recipe recipe = recipe("[conv: {channels: 4}, delay: {maxDelay: 5, rounded: true}, delayed-dense: {units: 7,"
                + " maxDelay: 3, bias: false, sigma: 2, lastSigma: 0.25, rateFactor: 20}, delay: {steps: 2},"
                + " synapse-filter: {kind: double-exponential, tau: 4, tauRise: 1, learn: true}, leaky-readout: ]");
        MultiLayerNetwork network = built(recipe, FRAMES, 3, 1);
        assertThat(network.getLayerNames())
                .containsExactly("conv1", "delay1", "delayed-dense1", "delay2", "synapse-filter1", "readout");
        assertThat(network.output(Nd4j.ones(5, 2, 4, 16, 16)).shape()).containsExactly(5, 3);
        assertThat(network.getLayer(1).numParams()).isEqualTo(4);
        assertThat(network.getLayer(2).paramTable().keySet()).containsExactly("W", "delay");
        assertThat(network.getLayer(3).numParams()).isZero();
        assertThat(network.getLayer(4).numParams()).isEqualTo(2);
        SpikingDelayed delayed = (SpikingDelayed) network.getLayer(2).conf().getLayer();
        // 4 epochs of 3 batches are 12 iterations
        assertThat(delayed.getSigma()).isEqualTo(SigmaSchedule.overIterations(2, 0.25, 3));
        assertThat(delayed.getUpdaterByParam("delay").getLearningRate(0, 0))
                .isEqualTo(20 * delayed.getUpdaterByParam("W").getLearningRate(0, 0));
        assertThat(((SynapseLayer) network.getLayer(1).conf().getLayer()).getSynapse())
                .isEqualTo(AxonalDelay.learned(5).withRoundedInference(true));
        assertThat(MultiLayerConfiguration.fromJson(
                        network.getLayerWiseConfigurations().toJson()))
                .isEqualTo(network.getLayerWiseConfigurations());
    }

    @Test
    void delaysOfAStaticInputAreRefused() {
        for (String layer : List.of("delay: {steps: 1}", "delayed-dense: {units: 3, maxDelay: 2}")) {
            Recipe recipe = recipe("[" + layer + ", dense: {units: 3}, rate-readout: ]");
            assertThatThrownBy(() -> configured(recipe, InputDescription.still(5, 25), 3, 1))
                    .isInstanceOf(RecipeException.class)
                    .hasMessageContaining("put it behind a dense layer");
        }
    }

    @Test
    void eachKindOfLayerTakesItsPlace() {
        Recipe recipe = recipe("[conv: {channels: 4, pool: max}, conv: {channels: 6, kernel: 5, pool: average},"
                + " dropout: 0.5, dense: {units: 8}, leaky-readout: {tau: 5}]");
        MultiLayerNetwork network = built(recipe, FRAMES, 3, 1);
        assertThat(network.getLayerNames()).containsExactly("conv1", "conv2", "dropout1", "dense1", "readout");
        long weights = 4 * 2 * 9 + 6 * 4 * 25 + 6 * 4 * 4 * 8 + 8 + 8 * 3 + 3;
        assertThat(network.numParams()).isEqualTo(weights + 4 * (4 + 6));
        INDArray output = network.output(Nd4j.ones(5, 2, 4, 16, 16));
        assertThat(output.shape()).containsExactly(5, 3);
        assertThat(FiringRates.of(network, Nd4j.ones(5, 2, 4, 16, 16))).containsOnlyKeys("conv1", "conv2", "dense1");
    }

    @Test
    void onlyTheFirstLayerSkipsTheGradientOnItsInput() {
        MultiLayerConfiguration network =
                configured(recipe("[conv: {channels: 4}, dense: {units: 3}, rate-readout: ]"), FRAMES, 3, 1);
        assertThat(Arrays.asList(0, 1))
                .extracting(i -> ((NeuronLayer) network.getConf(i).getLayer()).isInputGradient())
                .containsExactly(false, true);
    }

    @Test
    void aStaticInputIsShownAtEveryStep() {
        MultiLayerConfiguration network = configured(
                recipe("[dense: {units: 7}, dense: {units: 3}, rate-readout: ]"), InputDescription.still(5, 25), 3, 1);
        assertThat(Arrays.asList(0, 1))
                .extracting(i -> ((NeuronLayer) network.getConf(i).getLayer()).getTimeSteps())
                .containsExactly(25, 0);
    }

    @Test
    void theTrainingOfTheRecipeReachesEveryLayer() {
        Recipe recipe = recipe(
                "[dense: {units: 3}, rate-readout: ]",
                "{epochs: 4, learningRate: 0.5, schedule: cosine, weightDecay: 0.1, clip: 2}");
        NeuronLayer layer =
                (NeuronLayer) configured(recipe, FRAMES, 3, 1).getConf(0).getLayer();
        assertThat(layer.getIUpdater()).isEqualTo(new Adam(new CosineSchedule(0.5, 12)));
        assertThat(layer.getGradientNormalizationThreshold()).isEqualTo(2);
        assertThat(layer.getRegularizationByParam("W")).isEqualTo(List.of(new WeightDecay(0.1, true)));
    }

    @Test
    void theConfigurationComesBackFromJson() {
        MultiLayerConfiguration network = configured(
                recipe("[conv: {channels: 4}, dense: {units: 3}, rate-readout: ]", "{epochs: 3, schedule: cosine}"),
                FRAMES,
                3,
                1);
        assertThat(MultiLayerConfiguration.fromJson(network.toJson())).isEqualTo(network);
    }

    @Test
    void equalSeedsGiveEqualWeights() {
        Recipe recipe = recipe("[dense: {units: 3}, rate-readout: ]");
        INDArray one = built(recipe, FRAMES, 3, 1).params();
        assertThat(built(recipe, FRAMES, 3, 1).params()).isEqualTo(one);
        assertThat(built(recipe, FRAMES, 3, 2).params()).isNotEqualTo(one);
    }

    @ParameterizedTest
    @CsvSource({"gesture, 2, 32, 32, 11", "nmnist, 2, 34, 34, 10", "mnist-mlp, 0, 0, 0, 10"})
    void theRecipesThatAreShippedFitTheirData(String name, int channels, int height, int width, int classes)
            throws IOException {
        Recipe recipe =
                RecipeReader.read(Path.of("..", "examples", "src", "main", "resources", "recipes", name + ".yaml"));
        int steps = recipe.data().steps();
        InputDescription input = channels == 0
                ? InputDescription.still(784, steps)
                : InputDescription.frames(steps, channels, height, width);
        assertThat(configured(recipe, input, classes, 1).getConfs()).hasSameSizeAs(recipe.layers());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[conv: {channels: 4, pool: max, poolSize: 4}, conv: {channels: 4, pool: max, poolSize: 5}, rate-readout: ]"
                        + "| test: layers[1].conv leaves nothing of a height of 4 pixels: kernel 3, padding 1 and stride 1"
                        + " make it 4, and pooling by 5 0; use larger frames or fewer poolings",
                "[conv: {channels: 4, kernel: 19, padding: 0}, rate-readout: ]"
                        + "| test: layers[0].conv leaves nothing of a height of 16 pixels: kernel 19, padding 0 and stride 1"
                        + " make it 0; use larger frames or fewer poolings",
                "[dense: {units: 4}, conv: {channels: 4}, rate-readout: ]"
                        + "| test: layers[1].conv needs frames, [batch, channels, steps, height, width], but follows the"
                        + " vectors of a dense layer",
                "[dense: {units: 4}, rate-readout: ]"
                        + "| test: layers[1].rate-readout reads the rates of one unit a class, but the layer before it has"
                        + " 4 units and the data have 3 classes",
                "[dense: {units: 4}, leaky-readout: {units: 10}]"
                        + "| test: layers[1].leaky-readout has 10 units, but the data have 3 classes",
            })
    void layersThatDoNotFitAreNamed(String layers, String message) {
        assertThatThrownBy(() -> configured(recipe(layers), FRAMES, 3, 1))
                .isInstanceOf(RecipeException.class)
                .hasMessage(message);
    }

    @Test
    void aConvolutionOnVectorsIsNamed() {
        assertThatThrownBy(() -> configured(
                        recipe("[conv: {channels: 4}, rate-readout: ]"), InputDescription.still(784, 5), 3, 1))
                .hasMessage("test: layers[0].conv needs frames, [batch, channels, steps, height, width], but follows"
                        + " features [batch, 784]");
    }
}
