package org.spike4j.training.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.BackpropType;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.spike4j.layers.Pooling;
import org.spike4j.layers.Reduction;
import org.spike4j.layers.SpikingActivation;
import org.spike4j.layers.SpikingConv2D;
import org.spike4j.layers.SpikingDense;
import org.spike4j.layers.SpikingRecurrent;
import org.spike4j.layers.state.NetworkState;
import org.spike4j.neuron.Liaf;
import org.spike4j.neuron.Lif;
import org.spike4j.neuron.NeuronModel;
import org.spike4j.neuron.Reset;
import org.spike4j.neuron.Tap;

class TruncatedTrainingTest {
    private static final int STEPS = TruncatedNetworks.STEPS;
    private static final int WINDOW = 3;
    private static final int SAMPLES = TruncatedNetworks.SAMPLES;
    private static final int CLASSES = TruncatedNetworks.CLASSES;
    private static final NeuronModel SPIKING = TruncatedNetworks.SPIKING;
    private static final NeuronModel SMOOTH =
            new Liaf(Lif.withTauInSteps(3).withReset(Reset.none()), Tap.MEMBRANE, org.spike4j.neuron.Activation.TANH);

    /** Networks whose gradient is a true one, so that finite differences can check it. */
    static Stream<Arguments> smooth() {
        List<Arguments> all = new ArrayList<>(networks(SMOOTH));
        for (Reduction reduction : List.of(Reduction.SUM, Reduction.LAST, Reduction.MAX, Reduction.SUM_OF_SOFTMAX)) {
            all.add(Arguments.of(
                    "reduction " + reduction,
                    TruncatedNetworks.sequences(
                            TruncatedNetworks.dense(SMOOTH), TruncatedNetworks.membranes(reduction))));
        }
        return all.stream();
    }

    static Stream<Arguments> all() {
        return Stream.concat(networks(SPIKING).stream(), smooth());
    }

    private static List<Arguments> networks(NeuronModel neuron) {
        Layer recurrent = new SpikingRecurrent.Builder().nOut(4).neuron(neuron).build();
        Layer activation = new SpikingActivation.Builder().neuron(neuron).build();
        Layer convolution = new SpikingConv2D.Builder()
                .nOut(2)
                .neuron(neuron)
                .pooling(Pooling.AVERAGE, 2)
                .build();
        return List.of(
                Arguments.of(
                        "dense " + neuron,
                        TruncatedNetworks.sequences(
                                TruncatedNetworks.dense(neuron), TruncatedNetworks.membranes(Reduction.MEAN))),
                Arguments.of(
                        "recurrent " + neuron,
                        TruncatedNetworks.sequences(recurrent, TruncatedNetworks.membranes(Reduction.MEAN))),
                Arguments.of(
                        "activation " + neuron,
                        TruncatedNetworks.sequences(activation, TruncatedNetworks.membranes(Reduction.MEAN))),
                Arguments.of(
                        "rates " + neuron,
                        TruncatedNetworks.sequences(
                                TruncatedNetworks.dense(neuron),
                                new SpikingDense.Builder()
                                        .nOut(CLASSES)
                                        .neuron(neuron)
                                        .build(),
                                TruncatedNetworks.rates())),
                Arguments.of(
                        "convolution " + neuron,
                        TruncatedNetworks.network(
                                new Sgd(1),
                                InputType.convolutional3D(
                                        org.deeplearning4j.nn.conf.layers.Convolution3D.DataFormat.NCDHW,
                                        STEPS,
                                        6,
                                        6,
                                        2),
                                convolution,
                                TruncatedNetworks.membranes(Reduction.MEAN))));
    }

    /**
     * The loss of a window is that of the stream's output at its end; where the window starts, the state is a constant.
     * Streaming computes it with other code than training does.
     */
    @ParameterizedTest(name = "{0}")
    @MethodSource("smooth")
    void gradientEqualsFiniteDifferenceWithTheStateHeldAtEachCut(String name, MultiLayerNetwork network) {
        DataSet batch = batch(network);
        List<NetworkState> starts = starts(network, batch);
        INDArray before = network.params().dup();
        TrainingStep step =
                TrainingStep.of(network, split(Truncation.every(WINDOW).withUpdatePerSequence()));
        step.fit(batch, 1);
        step.close();
        INDArray gradient = before.sub(network.params()); // by plain descent with a rate of 1
        network.setParams(before);
        for (int k = 0; k < before.length(); k += 1 + (int) before.length() / 30) {
            double difference =
                    (lossAt(network, batch, starts, k, 1e-5) - lossAt(network, batch, starts, k, -1e-5)) / 2e-5;
            assertThat(gradient.getDouble(k)).as("parameter %s", k).isCloseTo(difference, offset(1e-7));
        }
        assertThat(gradient.norm2Number().doubleValue()).isGreaterThan(1e-3);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void theScoreIsTheMeanOfTheLossesOfTheStreamAtTheCuts(String name, MultiLayerNetwork network) {
        DataSet batch = batch(network);
        double expected = loss(network, batch, starts(network, batch));
        for (Truncation truncation :
                List.of(Truncation.every(WINDOW), Truncation.every(WINDOW).withUpdatePerSequence())) {
            MultiLayerNetwork copy = network.clone();
            copy.setLearningRate(0);
            try (TrainingStep step = TrainingStep.of(copy, split(truncation))) {
                step.fit(batch, 1);
                assertThat(copy.score()).isCloseTo(expected, offset(1e-9));
                assertThat(step.hits())
                        .isEqualTo(org.spike4j.training.evaluation.Hits.count(
                                network.output(batch.getFeatures()), batch.getLabels()));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {STEPS, STEPS + 3})
    void oneWindowEqualsTheWholeSequenceToTheBit(int window) {
        MultiLayerNetwork network = SplitNetworks.normalised();
        MultiLayerNetwork twin = network.clone();
        DataSet batch = SplitNetworks.batch(4, 3);
        try (TrainingStep step = TrainingStep.of(network, split(Truncation.every(window)))) {
            for (int k = 0; k < 3; k++) {
                step.fit(batch, k);
                twin.fit(batch);
            }
        }
        assertThat(network.params().toDoubleVector()).isEqualTo(twin.params().toDoubleVector());
        assertThat(network.score()).isEqualTo(twin.score());
    }

    /** Adam moves by the number of its updates, so these are counted as there, too. */
    @Test
    void sequenceLabelsTrainAsDeeplearning4jTruncates() {
        MultiLayerNetwork network = perStep(BackpropType.Standard);
        MultiLayerNetwork twin = perStep(BackpropType.TruncatedBPTT);
        DataSet batch = new DataSet(TruncatedNetworks.random(SAMPLES, 4, STEPS), stepLabels());
        try (TrainingStep step = TrainingStep.of(network, split(Truncation.every(WINDOW)))) {
            for (int k = 0; k < 3; k++) {
                step.fit(batch, k);
                twin.fit(batch);
            }
        }
        assertThat(network.params().toDoubleVector()).isEqualTo(twin.params().toDoubleVector());
        assertThat(network.getIterationCount()).as("mini-batches").isEqualTo(3);
        assertThat(network.getLayerWiseConfigurations().getBackpropType()).isEqualTo(BackpropType.Standard);
        assertThat(network.getListeners()).isEmpty();
    }

    @Test
    void aLossAtEveryStepIsThatOfWindowsOfOneStep() {
        MultiLayerNetwork every = TruncatedNetworks.sequences(
                TruncatedNetworks.dense(SPIKING), TruncatedNetworks.membranes(Reduction.EVERY_STEP));
        MultiLayerNetwork last = TruncatedNetworks.sequences(
                TruncatedNetworks.dense(SPIKING), TruncatedNetworks.membranes(Reduction.LAST));
        DataSet batch = batch(every);
        double whole = every.score(batch);
        for (MultiLayerNetwork network : List.of(every, last)) {
            try (TrainingStep step =
                    TrainingStep.of(network, split(Truncation.every(1).withUpdatePerSequence()))) {
                step.fit(batch, 1);
            }
        }
        assertThat(every.params().equalsWithEps(last.params(), 1e-12)).isTrue();
        assertThat(every.score()).isCloseTo(whole, offset(1e-12));
    }

    @Test
    void aGraphTrainsAsTheNetworkDoes() {
        MultiLayerNetwork network =
                SplitNetworks.plain(SplitNetworks.dense(5), TruncatedNetworks.membranes(Reduction.MEAN));
        ComputationGraph graph = network.toComputationGraph();
        DataSet batch = SplitNetworks.batch(4, 3);
        for (Truncation truncation :
                List.of(Truncation.every(2), Truncation.every(2).withUpdatePerSequence(), Truncation.every(9))) {
            try (TrainingStep one = TrainingStep.of(network, split(truncation));
                    TrainingStep other = TrainingStep.of(graph, truncation)) {
                one.fit(batch, 1);
                other.fit(batch, 1);
                assertThat(other.hits()).isEqualTo(one.hits());
            }
            assertThat(graph.params().equalsWithEps(network.params(), 1e-12)).isTrue();
            assertThat(graph.score()).isCloseTo(network.score(), offset(1e-12));
        }
    }

    @Test
    void nothingIsCarriedFromSequenceToSequence() {
        MultiLayerNetwork network = TruncatedNetworks.sequences(
                TruncatedNetworks.dense(SPIKING), TruncatedNetworks.membranes(Reduction.MEAN));
        NetworkState initial = NetworkState.of(network);
        INDArray expected = network.output(batch(network).getFeatures());
        network.setLearningRate(0);
        try (TrainingStep step = TrainingStep.of(network, split(Truncation.every(2)))) {
            step.fit(batch(network), 1);
            double first = network.score();
            step.fit(batch(network), 1);
            assertThat(network.score()).isEqualTo(first);
        }
        assertThat(NetworkState.of(network)).isEqualTo(initial);
        assertThat(network.output(batch(network).getFeatures())).isEqualTo(expected);
    }

    @Test
    void featuresWithoutTimeAreRefused() {
        MultiLayerNetwork network = TruncatedNetworks.sequences(
                TruncatedNetworks.dense(SPIKING), TruncatedNetworks.membranes(Reduction.MEAN));
        try (TrainingStep step = TrainingStep.of(network, split(Truncation.every(2)))) {
            assertThatThrownBy(
                            () -> step.fit(new DataSet(TruncatedNetworks.random(2, 4), TruncatedNetworks.labels()), 1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("[2, 4]")
                    .hasMessageContaining("time axis");
            INDArray shorter = Nd4j.zeros(DataType.DOUBLE, SAMPLES, CLASSES, STEPS - 1);
            assertThatThrownBy(() -> step.fit(new DataSet(TruncatedNetworks.random(SAMPLES, 4, STEPS), shorter), 1))
                    .hasMessageContaining("labels of 4 steps do not fit features of 5");
        }
        assertThatThrownBy(() -> split(Truncation.every(2)).withReplicas(2)).hasMessageContaining("one replica");
    }

    private static BatchSplit split(Truncation truncation) {
        return BatchSplit.NONE.withTruncation(truncation);
    }

    private static double lossAt(
            MultiLayerNetwork network, DataSet batch, List<NetworkState> starts, int parameter, double change) {
        INDArray parameters = network.params();
        double value = parameters.getDouble(parameter);
        parameters.putScalar(parameter, value + change);
        double loss = loss(network, batch, starts);
        parameters.putScalar(parameter, value);
        return loss;
    }

    private static double loss(MultiLayerNetwork network, DataSet batch, List<NetworkState> starts) {
        double loss = 0;
        for (int k = 0; k < starts.size(); k++) {
            int from = k * WINDOW;
            int to = Math.min(STEPS, from + WINDOW);
            network.rnnClearPreviousState();
            starts.get(k).restoreInto(network);
            INDArray output = network.rnnTimeStep(steps(batch.getFeatures(), from, to));
            double crossEntropy = -Transforms.log(output, true)
                    .mul(batch.getLabels())
                    .sumNumber()
                    .doubleValue();
            loss += crossEntropy / SAMPLES * (to - from) / STEPS;
        }
        network.rnnClearPreviousState();
        return loss;
    }

    /** The state of a stream at the start of each window. */
    private static List<NetworkState> starts(MultiLayerNetwork network, DataSet batch) {
        List<NetworkState> starts = new ArrayList<>();
        network.rnnClearPreviousState();
        for (int from = 0; from < STEPS; from += WINDOW) {
            starts.add(NetworkState.of(network));
            network.rnnTimeStep(steps(batch.getFeatures(), from, Math.min(STEPS, from + WINDOW)));
        }
        network.rnnClearPreviousState();
        return starts;
    }

    private static INDArray steps(INDArray sequence, int from, int to) {
        INDArrayIndex[] indices = NDArrayIndex.allFor(sequence);
        indices[2] = NDArrayIndex.interval(from, to);
        return sequence.get(indices).dup();
    }

    private static DataSet batch(MultiLayerNetwork network) {
        boolean images = network.getLayer(0).conf().getLayer() instanceof SpikingConv2D;
        INDArray features = images
                ? TruncatedNetworks.random(SAMPLES, 2, STEPS, 6, 6)
                : TruncatedNetworks.random(SAMPLES, 4, STEPS);
        return new DataSet(features, TruncatedNetworks.labels());
    }

    private static INDArray stepLabels() {
        INDArray labels = Nd4j.zeros(DataType.DOUBLE, SAMPLES, CLASSES, STEPS);
        for (int t = 0; t < STEPS; t++) {
            labels.putScalar(new int[] {0, t % CLASSES, t}, 1);
            labels.putScalar(new int[] {1, (t + 1) % CLASSES, t}, 1);
        }
        return labels;
    }

    private static MultiLayerNetwork perStep(BackpropType type) {
        NeuralNetConfiguration.ListBuilder list = new NeuralNetConfiguration.Builder()
                .seed(7)
                .dataType(DataType.DOUBLE)
                .updater(new Adam(0.01))
                .list();
        list.layer(TruncatedNetworks.dense(SPIKING))
                .layer(new SpikingRecurrent.Builder().nOut(4).neuron(SPIKING).build())
                .layer(new RnnOutputLayer.Builder()
                        .nOut(CLASSES)
                        .activation(Activation.SOFTMAX)
                        .build());
        MultiLayerNetwork network = new MultiLayerNetwork(list.setInputType(InputType.recurrent(4, STEPS))
                .backpropType(type)
                .tBPTTLength(WINDOW)
                .build());
        network.init();
        return network;
    }
}
