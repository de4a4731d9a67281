package org.spike4j.examples.conform;

import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.spike4j.layers.LeakyReadout;
import org.spike4j.layers.Reduction;
import org.spike4j.layers.SpikingParameters;
import org.spike4j.neuron.Integration;
import org.spike4j.neuron.LeakyIntegrator;

/**
 * A loss on a sequence, as a network of one {@link LeakyReadout} that neither mixes its inputs nor remembers: its weights
 * add up the columns of each class, and its membranes are its currents.
 *
 * @param classes number of classes; each has as many neighbouring columns as there are
 * @param reduction over time
 * @param loss on the reduced sequence
 * @param activation in front of it
 * @param onTarget label of the target class
 * @param offTarget label of the others
 */
record LossCase(
        int classes, Reduction reduction, ILossFunction loss, IActivation activation, double onTarget, double offTarget)
        implements CaseCheck {

    /** A membrane that is its input: the leak of one Euler step of dt = tau. */
    private static final LeakyIntegrator FORGETFUL =
            new LeakyIntegrator(1, 1, Integration.EULER, true, 0, 0, List.of());

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
        LeakyReadout readout = new LeakyReadout.Builder()
                .nOut(classes)
                .hasBias(false)
                .integrator(FORGETFUL)
                .reduction(reduction)
                .loss(loss, activation)
                .build();
        MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .dataType(type)
                .updater(new NoOp())
                .list()
                .layer(readout)
                .setInputType(InputType.recurrent(file.columns(), file.steps()))
                .build());
        network.init();
        INDArray weights = Nd4j.zeros(type, file.columns(), classes);
        for (int column = 0; column < file.columns(); column++) {
            weights.putScalar(column, column / (file.columns() / classes), 1);
        }
        network.getLayer(0).getParam(SpikingParameters.WEIGHT).assign(weights);
        return network;
    }

    private INDArray labels(CaseFile file, DataType type) throws CaseFormatException {
        double[] targets = file.fields().array("targets", file.samples());
        INDArray labels = Nd4j.valueArrayOf(new long[] {file.samples(), classes}, offTarget, type);
        for (int sample = 0; sample < targets.length; sample++) {
            if (!(targets[sample] >= 0 && targets[sample] < classes)) {
                throw file.fields().wrong("targets", "class numbers below " + classes);
            }
            labels.putScalar(sample, (int) targets[sample], onTarget);
        }
        return labels;
    }
}
