package org.spike4j.training.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Convolution3D;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.learning.config.Sgd;
import org.spike4j.layers.LeakyReadout;
import org.spike4j.layers.Pooling;
import org.spike4j.layers.RateReadout;
import org.spike4j.layers.SpikingConv2D;
import org.spike4j.layers.SpikingDense;
import org.spike4j.layers.TemporalBatchNorm;
import org.spike4j.neuron.LeakyIntegrator;
import org.spike4j.neuron.Lif;
import org.spike4j.neuron.kernel.SpikeKernels;
import org.spike4j.training.step.BatchSplit;
import org.spike4j.training.step.Truncation;

final class MemoryPlanTest {
    private static final int STEPS = 16;
    private static final String NEEDS_VECTORS = "no vector kernel here: start with --add-modules jdk.incubator.vector";

    /** Channels of a layer that does not run on packed spikes, whatever the machine. */
    private static final int NO_WHOLE_VECTORS = 33;

    private static MemoryPlan.Work work(boolean batchNorm, int samples) {
        return work(batchNorm, samples, 32);
    }

    private static MemoryPlan.Work work(boolean batchNorm, int samples, int channels) {
        InputType input = InputType.convolutional3D(Convolution3D.DataFormat.NCDHW, STEPS, 64, 64, 2);
        return new MemoryPlan.Work(
                new NeuralNetConfiguration.Builder()
                        .updater(new Sgd(0.1))
                        .list()
                        .layer(new SpikingConv2D.Builder()
                                .nOut(channels)
                                .padding(1, 1)
                                .batchNorm(batchNorm)
                                .pooling(Pooling.MAX, 2)
                                .inputGradient(false)
                                .neuron(Lif.withTauInSteps(2))
                                .build())
                        .layer(new LeakyReadout.Builder()
                                .nOut(10)
                                .integrator(LeakyIntegrator.withTauInSteps(2))
                                .build())
                        .setInputType(input)
                        .build(),
                input,
                STEPS,
                samples,
                3);
    }

    @Test
    void everyLayerThatTakesStatisticsCountsAsANormalisation() {
        InputType input = InputType.recurrent(4, STEPS);
        MemoryPlan.Work work = new MemoryPlan.Work(
                new NeuralNetConfiguration.Builder()
                        .list()
                        .layer(new TemporalBatchNorm.Builder().build())
                        .layer(new SpikingDense.Builder()
                                .nOut(3)
                                .neuron(Lif.withTauInSteps(2))
                                .build())
                        .layer(new RateReadout.Builder().build())
                        .setInputType(input)
                        .build(),
                input,
                STEPS,
                8,
                3);
        assertThat(work.normalises()).isTrue();
        assertThat(work(false, 8).normalises()).isFalse();
    }

    @Test
    void windowsOfTimeBoundTheMemoryOfAPass() {
        MemoryPlan.Work sixteen = work(true, 8);
        MemoryPlan.Work longer = new MemoryPlan.Work(sixteen.network(), sixteen.input(), 1600, 8, 3);
        BatchSplit windows = BatchSplit.NONE.withTruncation(Truncation.every(4));
        MemoryPlan cut = MemoryPlan.of(sixteen, windows);
        assertThat(MemoryPlan.of(longer, windows).layers()).isEqualTo(cut.layers());
        assertThat(MemoryPlan.of(longer, windows).peak() - cut.peak()).isZero(); // batches are of the input's type
        assertThat(cut.peak())
                .isLessThan(MemoryPlan.of(sixteen, BatchSplit.NONE).peak());
        assertThat(MemoryPlan.within(sixteen, windows, cut.peak())).isEqualTo(cut);
    }

    @Test
    void theWholeBatchIsKeptWhileItFits() {
        MemoryPlan.Work work = work(false, 8);
        MemoryPlan whole = MemoryPlan.of(work, BatchSplit.NONE);
        MemoryPlan plan = MemoryPlan.within(work, BatchSplit.NONE, whole.peak());
        assertThat(plan).isEqualTo(whole);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 7})
    void theFewestMicroBatchesThatFitAreChosen(int enough) {
        MemoryPlan.Work work = work(false, 14);
        long budget =
                MemoryPlan.of(work, BatchSplit.NONE.withMicroBatches(enough)).peak();
        MemoryPlan plan = MemoryPlan.within(work, BatchSplit.NONE, budget);
        assertThat(plan.split().microBatches()).isEqualTo(enough);
        assertThat(plan.peak()).isLessThanOrEqualTo(budget);
        assertThat(plan.isExact()).isTrue();
    }

    @Test
    void aNormalisedNetworkIsCutOnlyIfAllowed() {
        MemoryPlan.Work work = work(true, 8);
        long half = MemoryPlan.of(work, BatchSplit.NONE.withMicroBatches(2)).peak();
        long whole = MemoryPlan.of(work, BatchSplit.NONE).peak();
        assertThatThrownBy(() -> MemoryPlan.within(work, BatchSplit.NONE, half))
                .isInstanceOf(MemoryBudgetException.class)
                .hasMessage("the training needs at least " + MemorySize.text(whole)
                        + " for a mini-batch of 8 at 16 steps, and " + MemorySize.text(half) + " were allowed; use a"
                        + " smaller mini-batch, or allow the batch normalisation to see micro-batches alone, which"
                        + " changes the training");
        MemoryPlan allowed = MemoryPlan.within(work, BatchSplit.NONE.withPartStatistics(), half);
        assertThat(allowed.split().microBatches()).isEqualTo(2);
        assertThat(allowed.isExact()).isFalse();
    }

    @Test
    void theLeastThatIsNamedIsEnough() {
        MemoryPlan.Work work = work(false, 8);
        long least = MemoryPlan.of(work, BatchSplit.NONE.withMicroBatches(8)).peak();
        assertThatThrownBy(() -> MemoryPlan.within(work, BatchSplit.NONE, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the training needs at least " + MemorySize.text(least) + " for")
                .hasMessageEndingWith("use a smaller network, fewer steps or smaller frames");
        assertThat(MemoryPlan.within(work, BatchSplit.NONE, MemorySize.parse(MemorySize.text(least)))
                        .split()
                        .microBatches())
                .isEqualTo(8);
    }

    @Test
    void replicasCostAGradientVectorTheirCopyOfTheInputAndTheEvaluation() {
        MemoryPlan one = MemoryPlan.of(work(false, 8, NO_WHOLE_VECTORS), BatchSplit.NONE);
        MemoryPlan two = MemoryPlan.of(work(false, 8, NO_WHOLE_VECTORS), BatchSplit.NONE.withReplicas(2));
        long parameters = one.layers().stream().mapToLong(LayerRow::parameters).sum();
        long input = 4L * 8 * STEPS * 2 * 64 * 64;
        long evaluation = Math.round(1.02 * two.layers().get(0).pass().working());
        long more = parameters + input + evaluation;
        assertThat(two.peak() - one.peak()).isBetween(more - 10, more + 10);
    }

    /** Two convolutions, the second of which stores its currents. */
    private static MemoryPlan.Work deep(boolean batchNorm, int samples) {
        InputType input = InputType.convolutional3D(Convolution3D.DataFormat.NCDHW, STEPS, 32, 32, 2);
        NeuralNetConfiguration.ListBuilder list =
                new NeuralNetConfiguration.Builder().updater(new Sgd(0.1)).list();
        for (int k = 0; k < 2; k++) {
            list.layer(new SpikingConv2D.Builder()
                    .nOut(32)
                    .padding(1, 1)
                    .batchNorm(batchNorm)
                    .pooling(Pooling.MAX, 2)
                    .inputGradient(k > 0)
                    .neuron(Lif.withTauInSteps(2))
                    .build());
        }
        list.layer(new LeakyReadout.Builder()
                .nOut(10)
                .integrator(LeakyIntegrator.withTauInSteps(2))
                .build());
        return new MemoryPlan.Work(list.setInputType(input).build(), input, STEPS, samples, 3);
    }

    @Test
    void recomputationSavesTheStoredCurrentsAndIsChosenBeforeMicroBatches() {
        assumeTrue(SpikeKernels.usesVectors(), NEEDS_VECTORS);
        MemoryPlan.Work work = deep(true, 8);
        MemoryPlan whole = MemoryPlan.within(work, BatchSplit.NONE, Long.MAX_VALUE);
        assertThat(whole.recompute()).isFalse();
        MemoryPlan again = MemoryPlan.within(work, BatchSplit.NONE, whole.peak() - 1);
        assertThat(again.recompute()).isTrue();
        assertThat(again.isExact()).isTrue();
        assertThat(again.split()).isEqualTo(BatchSplit.NONE);
        long currents = 4L * STEPS * 8 * 32 * 16 * 16;
        assertThat(whole.peak() - again.peak()).isCloseTo(Math.round(1.05 * currents), within(1L));
        assertThat(((SpikingConv2D) work.network().getConf(1).getLayer()).isRecompute())
                .as("the network itself is left alone")
                .isFalse();
    }

    @Test
    void recomputationIsChosenForMicroBatchesToo() {
        assumeTrue(SpikeKernels.usesVectors(), NEEDS_VECTORS);
        MemoryPlan.Work work = deep(false, 8);
        MemoryPlan halves = MemoryPlan.of(work, BatchSplit.NONE.withMicroBatches(2));
        MemoryPlan again = MemoryPlan.within(work, BatchSplit.NONE, halves.peak() - 1);
        assertThat(again.recompute()).isTrue();
        assertThat(again.split().microBatches()).isEqualTo(2);
    }

    @Test
    void recomputationReachesTheLayersOfANetworkThatIsInitialised() {
        MultiLayerNetwork network = new MultiLayerNetwork(deep(true, 8).network());
        network.init();
        Recomputation.switchOn(network.getLayerWiseConfigurations());
        for (int k = 0; k < 2; k++) {
            assertThat(((SpikingConv2D) network.getLayer(k).conf().getLayer()).isRecompute())
                    .isTrue();
        }
    }

    @Test
    void theShareOfADenseConvolutionIsThatOfTheClosedForm() {
        MemoryPlan plan = MemoryPlan.of(work(true, 8, NO_WHOLE_VECTORS), BatchSplit.NONE);
        LayerRow row = plan.layers().get(0);
        long plane = 4L * STEPS * 8 * 64 * 64; // bytes of one channel at all steps of all samples
        assertThat(row.packsSpikes()).isFalse();
        assertThat(row.parameters()).isEqualTo(4 * (33 * 2 * 9 + 4 * 33));
        assertThat(row.updaterState()).isZero();
        assertThat(row.pass().stored()).isEqualTo(33 * plane + 33 * plane + 33 * plane / 4);
        assertThat(row.pass().working()).isEqualTo(33 * plane + 33 * plane + 2 * plane);
        assertThat(row.pass().inputGradient()).isZero();
        assertThat(plan.batches()).isEqualTo(3 * 2 * plane);
    }

    @Test
    void theShareOfAConvolutionOfPackedSpikesIsThatOfTheClosedForm() {
        assumeTrue(SpikeKernels.usesVectors(), NEEDS_VECTORS);
        List<LayerRow> rows = MemoryPlan.of(deep(true, 8), BatchSplit.NONE).layers();
        long plane = 4L * STEPS * 8 * 32 * 32;
        long weights = 4L * 32 * 32 * 9;
        assertThat(rows.get(0).packsSpikes()).isTrue();
        assertThat(rows.get(0).pass().stored()).isEqualTo(32 * plane / 4);
        assertThat(rows.get(0).pass().working()).isZero();
        assertThat(rows.get(1).pass().stored()).isEqualTo(32 * plane / 4 + 32 * plane / 16);
        assertThat(rows.get(1).pass().working()).isEqualTo(32 * plane / 4 + weights);
        assertThat(rows.get(1).pass().inputGradient()).isEqualTo(32 * plane / 4);
    }

    @ParameterizedTest
    @CsvSource({"1,1", "10k,10240", "900m,943718400", "2g,2147483648", "3G,3221225472"})
    void sizesAreReadAsTheJavaCommandLineReadsThem(String text, long bytes) {
        assertThat(MemorySize.parse(text)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "m", "-1m", "1.5g", "900mb", "0", "99999999999999m", "999999999999g"})
    void whatIsNoSizeIsRefused(String text) {
        assertThatThrownBy(() -> MemorySize.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("a size of memory must be ");
    }

    @Test
    void sizesAreRoundedUp() {
        assertThat(MemorySize.text((900L << 20) + 1)).isEqualTo("901m");
        assertThat(MemorySize.text(900L << 20)).isEqualTo("900m");
    }
}
