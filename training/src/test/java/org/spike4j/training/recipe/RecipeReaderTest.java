package org.spike4j.training.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spike4j.layers.ActivityPenalty;
import org.spike4j.layers.Reduction;
import org.spike4j.layers.loss.CountSquares;
import org.spike4j.layers.loss.CrossEntropy;
import org.spike4j.layers.loss.FirstSpikeCrossEntropy;
import org.spike4j.layers.loss.FirstSpikeSquares;
import org.spike4j.layers.loss.MeanSquares;
import org.spike4j.layers.loss.SequenceLoss;
import org.spike4j.layers.loss.TemporalEfficientTraining;
import org.spike4j.neuron.Leaky;
import org.spike4j.neuron.Learned;
import org.spike4j.neuron.Liaf;
import org.spike4j.neuron.Lif;
import org.spike4j.neuron.ParametricLif;
import org.spike4j.neuron.Reset;
import org.spike4j.neuron.Tap;
import org.spike4j.neuron.surrogate.FastSigmoid;
import org.spike4j.training.step.Truncation;

final class RecipeReaderTest {
    private static final String SMALL = """
            name: small
            data: {set: mnist, steps: 25}
            layers:
              - dense: {units: 10}
              - rate-readout:
            training: {epochs: 3}
            """;

    private static Recipe withLayer(String neuron, String layer) {
        return RecipeReader.parse(
                "test",
                SMALL.replace("layers:", "neuron: " + neuron + "\nlayers:").replace("dense: {units: 10}", layer));
    }

    @Test
    void whatIsNotGivenHasItsDocumentedDefault() {
        Recipe recipe = RecipeReader.parse("test", SMALL);
        assertThat(recipe.description()).isEmpty();
        DataRecipe data = recipe.data();
        assertThat(data)
                .isEqualTo(new DataRecipe(
                        DataSetName.MNIST,
                        0,
                        25,
                        Slicing.TIME,
                        0,
                        FrameValues.COUNTS,
                        data.representation(),
                        0.1,
                        new AugmentationRecipe(0, 0),
                        List.of(),
                        data.mixing(),
                        data.options()));
        data.representation().allow();
        data.mixing().allow();
        data.options().allow();
        assertThat(recipe.training())
                .isEqualTo(new TrainingRecipe(
                        3,
                        16,
                        1e-3,
                        UpdaterName.ADAM,
                        new ScheduleRecipe(ScheduleName.CONSTANT, 10, 0.5),
                        0,
                        0,
                        1,
                        Truncation.NONE));
        assertThat(recipe.layers())
                .containsExactly(
                        new LayerRecipe.Dense("layers[0].dense", 10, true, null, Lif.withTauInSteps(2), null),
                        new LayerRecipe.RateReadout("layers[1].rate-readout", LayerRecipe.RateReadout.Loss.MSE));
        assertThat(recipe.text()).isEqualTo(SMALL);
    }

    @Test
    void truncationIsReadAndKeptBesideOtherSettings() {
        Recipe windows = RecipeReader.parse("test", SMALL.replace("epochs: 3", "epochs: 3, truncation: 5"));
        assertThat(windows.training().truncation()).isEqualTo(Truncation.every(5));
        Recipe sequences = RecipeReader.parse(
                "test", SMALL.replace("epochs: 3", "epochs: 3, truncation: 5, truncationUpdate: sequence"));
        assertThat(sequences.training().withEpochs(9).withBatch(2).truncation())
                .isEqualTo(Truncation.every(5).withUpdatePerSequence());
    }

    @Test
    void replicasAreReadAndKeptBesideOtherSettings() {
        Recipe recipe = RecipeReader.parse("test", SMALL.replace("epochs: 3", "epochs: 3, replicas: 4"));
        assertThat(recipe.training().replicas()).isEqualTo(4);
        assertThat(recipe.training().withEpochs(9).withBatch(2).replicas()).isEqualTo(4);
    }

    @Test
    void aLayerReplacesSingleKeysOfTheCommonNeuron() {
        Recipe recipe = withLayer("{tau: 3, threshold: 0.5}", "dense: {units: 4, neuron: {threshold: 2}}");
        assertThat(recipe.layers().get(0))
                .isEqualTo(new LayerRecipe.Dense(
                        "layers[0].dense", 4, true, null, Lif.withTauInSteps(3).withThreshold(2), null));
    }

    @Test
    void aLayerThatNamesAModelStartsAfresh() {
        Recipe recipe = withLayer("{tau: 3, threshold: 0.5}", "dense: {units: 4, neuron: {model: leaky, beta: 0.8}}");
        assertThat(recipe.layers().get(0))
                .isEqualTo(new LayerRecipe.Dense("layers[0].dense", 4, true, null, Leaky.withBeta(0.8), null));
    }

    @Test
    void aConvolutionKeepsTheFrameAndDropsItsBiasUnlessToldOtherwise() {
        Recipe recipe = withLayer("{}", "conv: {channels: 8, kernel: 5}");
        assertThat(recipe.layers().get(0))
                .isEqualTo(new LayerRecipe.Convolution(
                        "layers[0].conv", 8, 5, 1, 2, true, false, Pool.NONE, 2, false, Lif.withTauInSteps(2), null));
    }

    @Test
    void aConvolutionCanComputeItsCurrentsAgain() {
        Recipe recipe = withLayer("{}", "conv: {channels: 8, recompute: true}");
        assertThat(((LayerRecipe.Convolution) recipe.layers().get(0)).recompute())
                .isTrue();
    }

    @Test
    void everySettingOfANeuronReachesTheModel() {
        Recipe recipe = withLayer("""
                {model: plif, tau: 4, decayInput: false, threshold: 0.8, reset: subtract, resetTiming: next-step,
                  detachReset: false, surrogate: {family: fast-sigmoid, alpha: 10}, learn: [w, threshold],
                  sharing: per-channel}""", "dense: {units: 4}");
        ParametricLif expected = ParametricLif.withInitialTauInSteps(4)
                .withDecayInput(false)
                .withThreshold(0.8)
                .withReset(Reset.subtract().inNextStep())
                .withSurrogate(FastSigmoid.ofSlope(10))
                .withLearned(Learned.perChannel("w"), Learned.perChannel("threshold"));
        assertThat(((LayerRecipe.Dense) recipe.layers().get(0)).neuron()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "family: s2nn, alpha: 3 | S2nn[alpha=3.0, beta=1.0]",
                "family: q-pseudo-spike | QPseudoSpike[alpha=2.0]",
                "family: log-tailed-relu | LogTailedRelu[leak=0.0]",
                "family: leaky-k-relu, alpha: 0.8 | LeakyKRelu[above=0.8, below=0.0]",
                "family: sparse-fast-sigmoid, alpha: 5 | SparseFastSigmoid[height=1.0, slope=5.0, bound=0.0]",
                "family: squarewave-fourier-series, alpha: 6 | SquarewaveFourierSeries[terms=1, period=6.0]",
                "family: one-sided-window | OneSidedWindow[height=1.0, width=0.5]",
            })
    void aSurrogateIsNamedAndScaledByAlpha(String surrogate, String expected) {
        Recipe recipe = withLayer("{model: lif, tau: 2, surrogate: {" + surrogate + "}}", "dense: {units: 4}");
        Lif neuron = (Lif) ((LayerRecipe.Dense) recipe.layers().get(0)).neuron();
        assertThat(neuron.firing().surrogate()).hasToString(expected);
    }

    @ParameterizedTest
    @EnumSource(SurrogateFamily.class)
    void everySurrogateFamilyHasADefaultThatIsValid(SurrogateFamily family) {
        String name = Spelling.of(family);
        Recipe recipe = withLayer("{model: lif, tau: 2, surrogate: {family: " + name + "}}", "dense: {units: 4}");
        Lif neuron = (Lif) ((LayerRecipe.Dense) recipe.layers().get(0)).neuron();
        assertThat(neuron.firing().surrogate().derivative(0.25)).isFinite();
        assertThat(neuron.firing().surrogate().getClass().getSimpleName()).isEqualToIgnoringCase(name.replace("-", ""));
    }

    private static SequenceLoss loss(String keys) {
        Recipe recipe = RecipeReader.parse(
                "test", SMALL.replace("rate-readout:", "sequence-readout: {neuronsPerClass: 2, loss: {" + keys + "}}"));
        LayerRecipe.SequenceReadout readout =
                (LayerRecipe.SequenceReadout) recipe.layers().get(1);
        assertThat(readout.neuronsPerClass()).isEqualTo(2);
        return readout.loss();
    }

    @Test
    void everyLossHasItsKeysAndDefaults() {
        assertThat(loss("kind: cross-entropy")).isEqualTo(CrossEntropy.over(Reduction.MEAN));
        assertThat(loss("kind: cross-entropy, over: max, weights: [1, 0.5]"))
                .isEqualTo(CrossEntropy.over(Reduction.MAX).withWeights(1.0, 0.5));
        assertThat(loss("kind: mean-squares")).isEqualTo(MeanSquares.ofRates());
        assertThat(loss("kind: mean-squares, over: every-step, on: 1.2, off: -0.1"))
                .isEqualTo(MeanSquares.over(Reduction.EVERY_STEP).withTargets(1.2, -0.1));
        assertThat(loss("kind: count-squares")).isEqualTo(CountSquares.standard());
        assertThat(loss("kind: count-squares, correctRate: 0.8, incorrectRate: 0.1"))
                .isEqualTo(new CountSquares(0.8, 0.1));
        assertThat(loss("kind: tet")).isEqualTo(TemporalEfficientTraining.withLambda(0.05, 1));
        assertThat(loss("kind: tet, lambda: 0.2, phi: 0.5, weights: [1, 2]"))
                .isEqualTo(TemporalEfficientTraining.withLambda(0.2, 0.5).withWeights(1.0, 2.0));
        assertThat(loss("kind: first-spike-cross-entropy")).isEqualTo(FirstSpikeCrossEntropy.negated());
        assertThat(loss("kind: first-spike-cross-entropy, time: inverse")).isEqualTo(FirstSpikeCrossEntropy.inverse());
        assertThat(loss("kind: first-spike-squares")).isEqualTo(FirstSpikeSquares.standard());
        assertThat(loss("kind: first-spike-squares, on: 2, off: -3, tolerance: 1"))
                .isEqualTo(FirstSpikeSquares.between(2, -3).withTolerance(1));
    }

    @Test
    void activityHasBoundsAndPrices() {
        Recipe recipe =
                withLayer("{}", "dense: {units: 4, activity: {lower: 0.01, upper: 0.3, l1: 0.1, scope: sample}}");
        assertThat(((LayerRecipe.Dense) recipe.layers().get(0)).activity())
                .isEqualTo(
                        ActivityPenalty.between(0.01, 0.3, 1).withNorms(0.1, 0).inEverySample());
    }

    @Test
    void anAnalogNeuronHasATap() {
        Recipe recipe = withLayer("{model: liaf, tap: carried, alpha: 0.5}", "dense: {units: 4}");
        Liaf neuron = (Liaf) ((LayerRecipe.Dense) recipe.layers().get(0)).neuron();
        assertThat(neuron.tap()).isEqualTo(Tap.CARRIED);
        assertThat(neuron.constants().get(0).value()).isEqualTo(0.5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gesture", "nmnist", "mnist-mlp"})
    void theRecipesThatAreShippedAreValid(String name) throws IOException {
        Path file = Path.of("..", "examples", "src", "main", "resources", "recipes", name + ".yaml");
        Recipe recipe = RecipeReader.read(file);
        assertThat(recipe.name()).isEqualTo(name);
        assertThat(recipe.description()).isNotEmpty();
        assertThat(recipe.layers()).hasSizeBetween(2, 7);
    }

    @Test
    void aFileThatIsNotTextIsRefused(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("binary.yaml"), new byte[] {'a', ':', ' ', (byte) 0xff, (byte) 0xfe});
        assertThatThrownBy(() -> RecipeReader.read(file))
                .isInstanceOf(RecipeException.class)
                .hasMessage(file + ": the recipe is not UTF-8 text");
    }

    @Test
    void anotherTrainingLeavesTheRestAlone() {
        Recipe recipe = RecipeReader.parse("test", SMALL);
        TrainingRecipe longer = recipe.training().withEpochs(7).withBatch(2);
        Recipe changed = recipe.withTraining(longer);
        assertThat(List.of(changed.training().epochs(), changed.training().batch()))
                .containsExactly(7, 2);
        assertThat(changed.withTraining(recipe.training())).isEqualTo(recipe);
        assertThat(changed.text().getBytes(StandardCharsets.UTF_8)).isNotEmpty();
    }
}
