package org.spike4j.examples.conform;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;
import org.spike4j.layers.SpikingActivation;
import org.spike4j.layers.TimeMixing;
import org.spike4j.neuron.SlidingPsn;

/**
 * SpikingJelly's PSN and MaskedPSN, which see all steps at once: a layer that mixes the steps, and a neuron without a state.
 *
 * @param order inputs that the mask lets through; 0 for no mask
 * @param masking how far the mask is drawn
 * @param neuron that fires on the mixed input
 */
record ParallelNeurons(int order, double masking, SlidingPsn neuron) implements CaseCheck {

    static Map<String, Family> families() {
        return Map.of(
                "PSN", new Family(Set.of("weight", "bias"), file -> of(file, 0, 0)),
                "MaskedPSN",
                        new Family(
                                Set.of("weight", "bias", "k", "lambda"),
                                file -> of(
                                        file,
                                        file.params().count("k"),
                                        file.params().number("lambda"))));
    }

    private static Optional<ParallelNeurons> of(CaseFile file, int order, double masking) throws CaseFormatException {
        return Firings.of(file, 0, 0)
                .map(firing -> new ParallelNeurons(order, masking, new SlidingPsn(List.of(1.0), 0, firing, List.of())));
    }

    @Override
    public String describe() {
        return "TimeMixing and SlidingPsn";
    }

    @Override
    public void run(CaseFile file, DataType type, Comparison comparison) throws CaseFormatException {
        int steps = file.steps();
        MultiLayerNetwork network = network(file, type);
        INDArray weights = array(file.params().array("weight", steps, steps), type, steps, steps);
        network.getLayer(0).getParam("W").assign(weights.transpose());
        network.getLayer(0).getParam("b").assign(array(file.params().array("bias", steps, 1), type, 1, steps));
        network.setInput(sequence(file, "input", type).permute(1, 2, 0));
        List<INDArray> activations = network.feedForward(true, false);
        double[] spikes = values(activations.get(2));
        comparison.values("membrane", values(activations.get(1)), file.sequence("membrane"));
        comparison.spikes("spikes", spikes, file.sequence("spikes"));
        double[] upstream = file.sequence("grad_output");
        double loss = 0;
        for (int k = 0; k < spikes.length; k++) {
            loss += spikes[k] * upstream[k];
        }
        comparison.values(
                "loss", new double[] {loss}, new double[] {file.fields().number("loss")});
        INDArray epsilon = array(upstream, type, (long) steps * file.samples(), file.columns());
        Pair<Gradient, INDArray> gradients = network.backpropGradient(epsilon, LayerWorkspaceMgr.noWorkspaces());
        compareGradients(file, gradients, comparison);
    }

    private void compareGradients(CaseFile file, Pair<Gradient, INDArray> gradients, Comparison comparison)
            throws CaseFormatException {
        int steps = file.steps();
        Fields expected = file.fields().object("grad_params");
        Gradient gradient = gradients.getFirst();
        comparison.values("grad_input", values(gradients.getSecond().permute(2, 0, 1)), file.sequence("grad_input"));
        comparison.values(
                "gradient of weight",
                values(gradient.getGradientFor("0_W").transpose()),
                expected.array("weight", steps, steps));
        comparison.values("gradient of bias", values(gradient.getGradientFor("0_b")), expected.array("bias", steps, 1));
    }

    private MultiLayerNetwork network(CaseFile file, DataType type) {
        TimeMixing.Builder mixing = new TimeMixing.Builder().steps(file.steps());
        MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .dataType(type)
                .updater(new NoOp())
                .trainingWorkspaceMode(WorkspaceMode.NONE)
                .inferenceWorkspaceMode(WorkspaceMode.NONE)
                .list()
                .layer((order == 0 ? mixing : mixing.mask(order, masking)).build())
                .layer(new SpikingActivation.Builder().neuron(neuron).build())
                .setInputType(InputType.recurrent(file.columns(), file.steps()))
                .build());
        network.init();
        return network;
    }

    private static INDArray sequence(CaseFile file, String key, DataType type) throws CaseFormatException {
        return array(file.sequence(key), type, file.steps(), file.samples(), file.columns());
    }

    private static INDArray array(double[] values, DataType type, long... shape) {
        return Nd4j.createFromArray(values).castTo(type).reshape('c', shape);
    }

    private static double[] values(INDArray array) {
        INDArray rows = array.dup('c').castTo(DataType.DOUBLE);
        return rows.reshape(rows.length()).toDoubleVector();
    }
}
