package org.spike4j.training.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.deeplearning4j.datasets.iterator.ExistingDataSetIterator;
import org.deeplearning4j.nn.conf.BackpropType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.spike4j.layers.ActivityPenalty;
import org.spike4j.layers.NeuronLayer;
import org.spike4j.layers.RateLoss;
import org.spike4j.layers.Reduction;
import org.spike4j.layers.TemporalNorm;
import org.spike4j.neuron.Lif;
import org.spike4j.neuron.kernel.KernelThreads;

@Timeout(120) // a meeting that goes wrong waits for ever
final class SplitTrainingTest {
    /** Doubles, summed in another order, after some steps of Adam, which divides by the size of the gradient. */
    private static final double ROUNDING = 1e-9;

    private static final double FLOAT_ROUNDING = 1e-5;

    private static final List<Integer> BATCHES = List.of(7, 5, 8, 2);

    private int threads;

    @BeforeEach
    void rememberThreads() {
        threads = KernelThreads.count();
    }

    @AfterEach
    void restoreThreads() {
        KernelThreads.use(threads);
    }

    /** A training's outcome, all that an update touches. */
    private record Outcome(double[] parameters, double[] updater, double[] losses, long hits, int iterations) {}

    private static Outcome train(MultiLayerNetwork network, BatchSplit split) {
        double[] losses = new double[BATCHES.size()];
        long hits = 0;
        try (TrainingStep step = TrainingStep.of(network, split)) {
            for (int k = 0; k < BATCHES.size(); k++) {
                step.fit(SplitNetworks.batch(BATCHES.get(k), k), 100 + k);
                losses[k] = network.score();
                hits += step.hits();
            }
        }
        return new Outcome(
                network.params().toDoubleVector(),
                network.updaterState().toDoubleVector(),
                losses,
                hits,
                network.getIterationCount());
    }

    private static void assertEqualToRounding(Outcome actual, Outcome expected) {
        assertThat(actual.parameters()).containsExactly(expected.parameters(), within(ROUNDING));
        assertThat(actual.updater()).containsExactly(expected.updater(), within(ROUNDING));
        assertThat(actual.losses()).containsExactly(expected.losses(), within(ROUNDING));
        assertThat(actual.hits()).isEqualTo(expected.hits());
        assertThat(actual.iterations()).isEqualTo(expected.iterations());
    }

    static Stream<Arguments> networks() {
        Supplier<MultiLayerNetwork> rates =
                () -> SplitNetworks.plain(SplitNetworks.dense(3), SplitNetworks.rates(RateLoss.CROSS_ENTROPY));
        Supplier<MultiLayerNetwork> mean = () -> SplitNetworks.plain(SplitNetworks.membranes(Reduction.MEAN));
        Supplier<MultiLayerNetwork> every = () -> SplitNetworks.plain(SplitNetworks.membranes(Reduction.EVERY_STEP));
        return Stream.of(
                Arguments.of("rates", rates), Arguments.of("mean membrane", mean), Arguments.of("every step", every));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("networks")
    void replicasAndMicroBatchesEqualTheWholeBatch(String name, Supplier<MultiLayerNetwork> network) {
        Outcome whole = train(network.get(), BatchSplit.NONE);
        assertEqualToRounding(train(network.get(), BatchSplit.NONE.withReplicas(2)), whole);
        assertEqualToRounding(train(network.get(), BatchSplit.NONE.withMicroBatches(3)), whole);
        assertEqualToRounding(
                train(network.get(), BatchSplit.NONE.withReplicas(2).withMicroBatches(2)), whole);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5})
    void normalisationOverAllReplicasEqualsThatOfTheWholeBatch(int replicas) {
        Outcome whole = train(SplitNetworks.normalised(), BatchSplit.NONE);
        Outcome split = train(SplitNetworks.normalised(), BatchSplit.NONE.withReplicas(replicas));
        assertEqualToRounding(split, whole);
        // parameters hold the running averages; they must have moved for the equality to say anything
        MultiLayerNetwork network = SplitNetworks.normalised();
        INDArray before = network.getLayer(1).getParam("mean").dup();
        train(network, BatchSplit.NONE.withReplicas(replicas));
        assertThat(network.getLayer(1).getParam("mean").distance2(before)).isGreaterThan(1e-3);
    }

    static Stream<TemporalNorm> norms() {
        return Stream.of(
                TemporalNorm.plain(),
                TemporalNorm.thresholdDependent(0.3),
                TemporalNorm.effective(SplitNetworks.STEPS),
                TemporalNorm.throughTime(SplitNetworks.STEPS));
    }

    @ParameterizedTest
    @MethodSource("norms")
    void temporalNormsOverAllReplicasEqualThoseOfTheWholeBatch(TemporalNorm norm) {
        Outcome whole = train(SplitNetworks.withNorm(norm), BatchSplit.NONE);
        Outcome split = train(SplitNetworks.withNorm(norm), BatchSplit.NONE.withReplicas(3));
        assertEqualToRounding(split, whole);
        assertThatThrownBy(() -> TrainingStep.of(SplitNetworks.withNorm(norm), BatchSplit.NONE.withMicroBatches(2)))
                .hasMessageContaining("would normalise micro-batches");
    }

    static Stream<Arguments> otherNormalising() {
        Supplier<MultiLayerNetwork> membranes = SplitNetworks::homeostatic;
        Supplier<MultiLayerNetwork> attention = SplitNetworks::attentive;
        return Stream.of(Arguments.of("normalised membranes", membranes), Arguments.of("self-attention", attention));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("otherNormalising")
    void replicasMeetInEveryLayerThatNormalises(String name, Supplier<MultiLayerNetwork> network) {
        Outcome whole = train(network.get(), BatchSplit.NONE);
        assertEqualToRounding(train(network.get(), BatchSplit.NONE.withReplicas(2)), whole);
        assertThatThrownBy(() -> TrainingStep.of(network.get(), BatchSplit.NONE.withMicroBatches(2)))
                .hasMessageContaining("would normalise micro-batches");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void replicasShareTheRatesWhoseActivityCosts(int replicas) {
        ActivityPenalty penalty = ActivityPenalty.between(0.25, 0.3, 20);
        Outcome whole = train(priced(penalty), BatchSplit.NONE);
        assertEqualToRounding(train(priced(penalty), BatchSplit.NONE.withReplicas(replicas)), whole);
        assertEqualToRounding(
                train(priced(penalty.inEverySample()), BatchSplit.NONE.withReplicas(replicas)),
                train(priced(penalty.inEverySample()), BatchSplit.NONE));
        // the price must matter for the equality to say anything
        assertThat(whole.losses()[0] - train(priced(null), BatchSplit.NONE).losses()[0])
                .isGreaterThan(1e-3);
    }

    private static MultiLayerNetwork priced(ActivityPenalty penalty) {
        NeuronLayer layer = (NeuronLayer)
                SplitNetworks.convolution(false, Lif.withTauInSteps(2).withThreshold(0.3));
        layer.setActivity(penalty);
        return SplitNetworks.network(layer, SplitNetworks.membranes(Reduction.MEAN));
    }

    /** Floats go through oneDNN and the vector kernels, doubles through neither. */
    @Test
    void floatsEqualThoseOfTheWholeBatchToRounding() {
        List<double[]> results = new ArrayList<>();
        for (int replicas : new int[] {1, 2, 3}) {
            MultiLayerNetwork network = SplitNetworks.network(
                    DataType.FLOAT,
                    new Sgd(0.1), // keeps small differences small
                    SplitNetworks.convolution(true, Lif.withTauInSteps(2).withThreshold(0.3)),
                    SplitNetworks.membranes(Reduction.MEAN));
            try (TrainingStep step = TrainingStep.of(network, BatchSplit.NONE.withReplicas(replicas))) {
                for (int k = 0; k < 2; k++) {
                    DataSet batch = SplitNetworks.batch(13, k);
                    step.fit(
                            new DataSet(
                                    batch.getFeatures().castTo(DataType.FLOAT),
                                    batch.getLabels().castTo(DataType.FLOAT)),
                            k);
                }
            }
            results.add(network.params().toDoubleVector());
        }
        assertThat(results.get(1)).containsExactly(results.get(0), within(FLOAT_ROUNDING));
        assertThat(results.get(2)).containsExactly(results.get(0), within(FLOAT_ROUNDING));
    }

    @Test
    void resultsDoNotDependOnThreads() {
        KernelThreads.use(1);
        Outcome one = train(SplitNetworks.normalised(), BatchSplit.NONE.withReplicas(3));
        KernelThreads.use(8);
        Outcome many = train(SplitNetworks.normalised(), BatchSplit.NONE.withReplicas(3));
        assertThat(many.parameters()).isEqualTo(one.parameters());
        assertThat(many.losses()).isEqualTo(one.losses());
    }

    @Test
    void dropoutFollowsFromSeedAndSplit() {
        Supplier<MultiLayerNetwork> network = () ->
                SplitNetworks.plain(new DropoutLayer.Builder(0.5).build(), SplitNetworks.membranes(Reduction.MEAN));
        Outcome first = train(network.get(), BatchSplit.NONE.withReplicas(2));
        Outcome again = train(network.get(), BatchSplit.NONE.withReplicas(2));
        assertThat(again.parameters()).isEqualTo(first.parameters());
        assertThat(train(network.get(), BatchSplit.NONE).parameters()).isNotEqualTo(first.parameters());
    }

    @Test
    void masksGoWithTheirSamples() {
        Supplier<MultiLayerNetwork> network = () -> SplitNetworks.plain(SplitNetworks.membranes(Reduction.MEAN));
        DataSet batch = SplitNetworks.batch(7, 3);
        INDArray mask = Nd4j.ones(batch.getFeatures().dataType(), 7, SplitNetworks.STEPS);
        for (int n = 0; n < 7; n++) {
            for (int t = 1 + n % 3; t < SplitNetworks.STEPS; t++) {
                mask.putScalar(n, t, 0);
            }
        }
        batch.setFeaturesMaskArray(mask);
        MultiLayerNetwork whole = network.get();
        whole.fit(batch);
        MultiLayerNetwork split = network.get();
        try (TrainingStep step = TrainingStep.of(split, BatchSplit.NONE.withReplicas(3))) {
            step.fit(batch, 1);
        }
        assertThat(split.params().toDoubleVector())
                .containsExactly(whole.params().toDoubleVector(), within(ROUNDING));
        assertThat(split.score()).isCloseTo(whole.score(), within(ROUNDING));
    }

    @Test
    void aReplicaThatFailsDoesNotKeepTheOthersWaiting() {
        Lif lif = Lif.withTauInSteps(2);
        MultiLayerNetwork network = SplitNetworks.network(
                SplitNetworks.convolution(false, lif),
                SplitNetworks.convolution(true, lif),
                SplitNetworks.membranes(Reduction.MEAN));
        double[] before = network.params().toDoubleVector();
        DataSet bad = SplitNetworks.batch(6, 1);
        bad.getFeatures().putScalar(new int[] {5, 0, 2, 3, 3}, Double.NaN);
        try (TrainingStep step = TrainingStep.of(network, BatchSplit.NONE.withReplicas(2))) {
            // replica 0 waits at the second layer's normalisation, which replica 1 never reaches
            assertThatThrownBy(() -> step.fit(bad, 1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("became NaN");
            assertThat(network.params().toDoubleVector()).isEqualTo(before);
            step.fit(SplitNetworks.batch(6, 2), 1);
        }
        assertThat(network.params().toDoubleVector()).isNotEqualTo(before).doesNotContain(Double.NaN);
    }

    @Test
    void afterTheStepsTheNetworkTrainsAloneAgain() {
        MultiLayerNetwork network = SplitNetworks.normalised();
        train(network, BatchSplit.NONE.withReplicas(2));
        MultiLayerNetwork twin = network.clone();
        network.fit(SplitNetworks.batch(4, 9));
        twin.fit(SplitNetworks.batch(4, 9));
        assertThat(network.params().toDoubleVector()).isEqualTo(twin.params().toDoubleVector());
        assertThat(network.getListeners()).isEmpty();
    }

    @Test
    void microBatchesWithNormalisationAreRefusedUnlessAllowed() {
        BatchSplit split = BatchSplit.NONE.withMicroBatches(2);
        assertThatThrownBy(() -> TrainingStep.of(SplitNetworks.normalised(), split))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "layer \"layer0\" would normalise micro-batches in place of the mini-batch, which changes the"
                                + " training; allow it by withPartStatistics(), or use no micro-batches");
        Outcome whole = train(SplitNetworks.normalised(), BatchSplit.NONE);
        Outcome allowed = train(SplitNetworks.normalised(), split.withPartStatistics());
        assertThat(allowed.parameters()).doesNotContain(Double.NaN).isNotEqualTo(whole.parameters());
    }

    @Test
    void anothersBatchNormalisationIsRefusedForReplicas() {
        MultiLayerNetwork network = SplitNetworks.plain(
                new BatchNormalization.Builder().name("norm").build(), SplitNetworks.membranes(Reduction.MEAN));
        assertThatThrownBy(() -> TrainingStep.of(network, BatchSplit.NONE.withReplicas(2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("layer \"norm\" would normalise the part of each replica alone");
    }

    @Test
    void truncatedBackPropagationIsRefused() {
        MultiLayerNetwork network = SplitNetworks.normalised();
        network.getLayerWiseConfigurations().setBackpropType(BackpropType.TruncatedBPTT);
        assertThatThrownBy(() -> TrainingStep.of(network, BatchSplit.NONE.withReplicas(2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("truncated back-propagation");
    }

    @Test
    void predictionsAreCutIntoMicroBatchesInTheOrderOfTheSamples() {
        List<DataSet> batches = List.of(SplitNetworks.batch(7, 1), SplitNetworks.batch(2, 2));
        DataSetIterator cut =
                BatchSplit.NONE.withMicroBatches(3).microBatchesOf(new ExistingDataSetIterator(batches.iterator()));
        List<INDArray> labels = new ArrayList<>();
        while (cut.hasNext()) {
            labels.add(cut.next().getLabels());
        }
        assertThat(labels).extracting(array -> array.size(0)).containsExactly(3L, 2L, 2L, 1L, 1L);
        INDArray whole =
                Nd4j.concat(0, batches.get(0).getLabels(), batches.get(1).getLabels());
        assertThat(Nd4j.concat(0, labels.toArray(new INDArray[0]))).isEqualTo(whole);
    }

    @Test
    void aSplitHasAtLeastOnePart() {
        assertThatThrownBy(() -> BatchSplit.NONE.withReplicas(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("replicas must be >= 1, was 0");
        assertThatThrownBy(() -> BatchSplit.NONE.withMicroBatches(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("microBatches must be >= 1, was -1");
    }
}
