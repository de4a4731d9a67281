package org.spike4j.examples.conform;

import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;
import org.spike4j.layers.SequenceReadout;
import org.spike4j.layers.SpikingActivation;
import org.spike4j.layers.loss.SequenceLoss;
import org.spike4j.neuron.Integration;
import org.spike4j.neuron.LeakyIntegrator;

/**
 * A loss on a sequence, as a network of a {@link SequenceReadout} behind neurons that put out their input.
 *
 * @param classes number of classes; each has as many neighbouring columns as there are
 * @param loss the loss
 */
record LossCase(int classes, SequenceLoss loss) implements CaseCheck {

    /** A membrane that is its input: the leak of one Euler step of dt = tau. */
    private static final LeakyIntegrator FORGETFUL =
            new LeakyIntegrator(1, 1, Integration.EULER, true, 0, 0, List.of());

    @Override
    public String describe() {
        return loss.getClass().getSimpleName();
    }

    @Override
    public void run(CaseFile file, DataType type, Comparison comparison) throws CaseFormatException {
        double[] expected = file.sequence("grad_input"); // [T][N][n]
        MultiLayerNetwork network = network(file, type);
        INDArray features = Nd4j.createFromArray(file.sequence("input"))
                .reshape('c', file.steps(), file.samples(), file.columns())
                .permute(1, 2, 0)
                .castTo(type);
        INDArray labels = labels(file, type);
        double score = network.score(new DataSet(features, labels));
        comparison.values(
                "loss", new double[] {score}, new double[] {file.fields().number("loss")});
        INDArray gradient = network.calculateGradients(features, labels, null, null)
                .getSecond()
                .castTo(DataType.DOUBLE)
                .permute(2, 0, 1)
                .dup('c')
                .div(file.samples()); // Deeplearning4j adds up samples, and divides in the updater
        comparison.values("grad_input", gradient.reshape(gradient.length()).toDoubleVector(), expected);
    }

    private MultiLayerNetwork network(CaseFile file, DataType type) {
        MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .dataType(type)
                .updater(new NoOp())
                .list()
                .layer(new SpikingActivation.Builder().neuron(FORGETFUL).build())
                .layer(new SequenceReadout.Builder()
                        .neuronsPerClass(file.columns() / classes)
                        .loss(loss)
                        .build())
                .setInputType(InputType.recurrent(file.columns(), file.steps()))
                .build());
        network.init();
        return network;
    }

    private INDArray labels(CaseFile file, DataType type) throws CaseFormatException {
        double[] targets = file.fields().array("targets", file.samples());
        INDArray labels = Nd4j.zeros(type, file.samples(), classes);
        for (int sample = 0; sample < targets.length; sample++) {
            if (!(targets[sample] >= 0 && targets[sample] < classes)) {
                throw file.fields().wrong("targets", "class numbers below " + classes);
            }
            labels.putScalar(sample, (int) targets[sample], 1);
        }
        return labels;
    }
}
