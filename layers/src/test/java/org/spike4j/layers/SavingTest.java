package org.spike4j.layers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;
import org.spike4j.layers.loss.CountSquares;
import org.spike4j.layers.loss.CrossEntropy;
import org.spike4j.layers.loss.FirstSpikeCrossEntropy;
import org.spike4j.layers.loss.FirstSpikeSquares;
import org.spike4j.layers.loss.MeanSquares;
import org.spike4j.layers.loss.SequenceLoss;
import org.spike4j.layers.loss.TemporalEfficientTraining;
import org.spike4j.layers.loss.VanRossum;
import org.spike4j.neuron.BidlLif;
import org.spike4j.neuron.Leaky;
import org.spike4j.neuron.LeakyIntegrator;
import org.spike4j.neuron.Learned;
import org.spike4j.neuron.Liaf;
import org.spike4j.neuron.Lif;
import org.spike4j.neuron.ParametricLif;
import org.spike4j.neuron.kernel.KernelThreads;
import org.spike4j.neuron.surrogate.Gaussian;

class SavingTest {
    private static final InputType VIDEO = Networks.volume(3, 8, 2);

    private static Layer[] everyLayerWithEveryOption() {
        return new Layer[] {
            new SpikingConv2D.Builder()
                    .name("first")
                    .nOut(4)
                    .kernelSize(3, 2)
                    .stride(1, 2)
                    .padding(1, 0)
                    .batchNorm(true)
                    .neuron(ParametricLif.withInitialTauInSteps(3).withSurrogate(Gaussian.norseErfc(2)))
                    .pooling(Pooling.AVERAGE, 2)
                    .recompute(true)
                    .inputGradient(false)
                    .build(),
            new SpikingConv2D.Builder()
                    .nOut(3)
                    .kernelSize(1, 1)
                    .hasBias(true)
                    .neuron(Liaf.of(BidlLif.standard()))
                    .build(),
            new SpikingActivation.Builder()
                    .neuron(Lif.withTau(0.02).withLearned(Learned.perChannel("tau")))
                    .build(),
            new SpikingDense.Builder()
                    .nOut(6)
                    .hasBias(false)
                    .neuron(Leaky.withBeta(0.7))
                    .build(),
            new LeakyReadout.Builder()
                    .nOut(3)
                    .integrator(LeakyIntegrator.perfect())
                    .reduction(Reduction.MAX)
                    .loss(new LossMSE(), new ActivationIdentity())
                    .build()
        };
    }

    private static MultiLayerConfiguration configuration() {
        return Networks.network(DataType.FLOAT, new Adam(1e-2), VIDEO, everyLayerWithEveryOption())
                .getLayerWiseConfigurations();
    }

    @Test
    void jsonAndYamlKeepTheConfiguration() {
        MultiLayerConfiguration configuration = configuration();
        assertThat(MultiLayerConfiguration.fromJson(configuration.toJson())).isEqualTo(configuration);
        assertThat(MultiLayerConfiguration.fromYaml(configuration.toYaml())).isEqualTo(configuration);
    }

    @Test
    void aChangedOptionMakesAnotherConfiguration() {
        String json = configuration().toJson();
        assertThat(MultiLayerConfiguration.fromJson(json.replace("\"beta\" : 0.7", "\"beta\" : 0.71")))
                .isNotEqualTo(configuration());
        assertThat(MultiLayerConfiguration.fromJson(json.replace("\"poolSize\" : 2", "\"poolSize\" : 3")))
                .isNotEqualTo(configuration());
        assertThat(MultiLayerConfiguration.fromJson(json.replace("\"recompute\" : true", "\"recompute\" : false")))
                .isNotEqualTo(configuration());
        assertThat(MultiLayerConfiguration.fromJson(json.replace("\"MAX\"", "\"LAST\"")))
                .isNotEqualTo(configuration());
    }

    @Test
    void aFileFromBeforeTheOptionStoresItsCurrents() {
        String json = configuration().toJson().replaceAll(",\\s*\"recompute\" : (true|false)", "");
        assertThat(json).doesNotContain("recompute");
        MultiLayerConfiguration read = MultiLayerConfiguration.fromJson(json);
        assertThat(((SpikingConv2D) read.getConf(0).getLayer()).isRecompute()).isFalse();
    }

    @Test
    void rateReadoutSurvivesJson() {
        MultiLayerConfiguration configuration = Networks.network(
                        DataType.FLOAT,
                        InputType.recurrent(4, 3),
                        new SpikingDense.Builder()
                                .nOut(3)
                                .neuron(Lif.withTauInSteps(2))
                                .build(),
                        new RateReadout.Builder().loss(RateLoss.CROSS_ENTROPY).build())
                .getLayerWiseConfigurations();
        assertThat(MultiLayerConfiguration.fromJson(configuration.toJson())).isEqualTo(configuration);
    }

    static Stream<SequenceLoss> losses() {
        return Stream.of(
                CrossEntropy.over(Reduction.MAX).withWeights(0.5, 1.0, 2.0),
                MeanSquares.over(Reduction.LAST).withTargets(0.9, 0.1),
                new CountSquares(0.8, 0.1),
                TemporalEfficientTraining.withLambda(0.05, 1).withWeights(3.0, 2.0, 1.0),
                FirstSpikeCrossEntropy.inverse(),
                FirstSpikeSquares.between(1, -2).withTolerance(2).asInSnnTorch(),
                VanRossum.withTauInSteps(4));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void lossesOnSequencesAreKept(SequenceLoss loss, @TempDir Path folder) throws IOException {
        MultiLayerNetwork network = Networks.network(
                DataType.FLOAT,
                InputType.recurrent(4, 3),
                new SpikingDense.Builder()
                        .nOut(6)
                        .neuron(Lif.withTauInSteps(2).withThreshold(0.3))
                        .build(),
                new SequenceReadout.Builder().neuronsPerClass(2).loss(loss).build());
        MultiLayerConfiguration configuration = network.getLayerWiseConfigurations();
        assertThat(MultiLayerConfiguration.fromJson(configuration.toJson())).isEqualTo(configuration);
        assertThat(MultiLayerConfiguration.fromYaml(configuration.toYaml())).isEqualTo(configuration);
        File file = folder.resolve("network.zip").toFile();
        ModelSerializer.writeModel(network, file, true);
        MultiLayerNetwork read = ModelSerializer.restoreMultiLayerNetwork(file, true);
        assertThat(read.getLayerWiseConfigurations()).isEqualTo(configuration);
        assertThat(((SequenceReadout)
                                read.getLayerWiseConfigurations().getConf(1).getLayer())
                        .getLoss())
                .isEqualTo(loss);
        INDArray input = Networks.random(DataType.FLOAT, 3, 2, 4, 3);
        assertThat(read.output(input)).isEqualTo(network.output(input));
    }

    @Test
    void aLossOnMembranesIsKept() {
        MultiLayerConfiguration configuration = membranes(TemporalEfficientTraining.withLambda(0.05, 1));
        assertThat(MultiLayerConfiguration.fromJson(configuration.toJson())).isEqualTo(configuration);
        assertThat(configuration).isNotEqualTo(membranes(TemporalEfficientTraining.withLambda(0.06, 1)));
    }

    private static MultiLayerConfiguration membranes(SequenceLoss loss) {
        return Networks.network(
                        DataType.FLOAT,
                        InputType.recurrent(4, 3),
                        new LeakyReadout.Builder().nOut(3).loss(loss).build())
                .getLayerWiseConfigurations();
    }

    @Test
    void trainingResumedFromAFileEqualsUninterruptedTraining(@TempDir Path folder) throws IOException {
        int threads = KernelThreads.count();
        KernelThreads.use(1);
        try {
            INDArray input = Networks.random(DataType.FLOAT, 3, 4, 2, 3, 8, 8);
            INDArray labels = Networks.oneHot(DataType.FLOAT, 4, 3);
            MultiLayerNetwork network =
                    Networks.network(DataType.FLOAT, new Adam(1e-2), VIDEO, everyLayerWithEveryOption());
            INDArray untrained = network.params().dup();
            fit(network, input, labels, 3);
            File file = folder.resolve("network.zip").toFile();
            ModelSerializer.writeModel(network, file, true);
            fit(network, input, labels, 3);
            assertThat(network.params()).isNotEqualTo(untrained);

            MultiLayerNetwork resumed = ModelSerializer.restoreMultiLayerNetwork(file, true);
            fit(resumed, input, labels, 3);
            assertThat(resumed.params().toFloatVector())
                    .containsExactly(network.params().toFloatVector());
            assertThat(resumed.output(input)).isEqualTo(network.output(input));
        } finally {
            KernelThreads.use(threads);
        }
    }

    @Test
    void aCloneSharesNoState() {
        MultiLayerNetwork network = Networks.network(DataType.FLOAT, VIDEO, everyLayerWithEveryOption());
        INDArray step = Networks.random(DataType.FLOAT, 3, 4, 2, 1, 8, 8);
        MultiLayerNetwork clone = network.clone();
        INDArray first = network.rnnTimeStep(step);
        network.rnnTimeStep(step);
        assertThat(clone.rnnTimeStep(step)).isEqualTo(first);
    }

    private static void fit(MultiLayerNetwork network, INDArray input, INDArray labels, int iterations) {
        for (int k = 0; k < iterations; k++) {
            network.fit(input, labels);
        }
    }
}
