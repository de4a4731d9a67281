package org.spike4j.examples.conform;

import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;
import org.spike4j.layers.HomeostaticLif;
import org.spike4j.layers.RateReadout;
import org.spike4j.layers.SpikingParameters;
import org.spike4j.neuron.Activation;
import org.spike4j.neuron.BidlLif;
import org.spike4j.neuron.Constant;
import org.spike4j.neuron.Learned;
import org.spike4j.neuron.Liaf;
import org.spike4j.neuron.NeuronModel;
import org.spike4j.neuron.Tap;

/**
 * BIDL's LIF whose membrane is normalised over the samples, as the layer {@link HomeostaticLif}.
 *
 * @param neuron with all its constants learned
 * @param training whether the statistics are those of the batch, not the running averages of the case
 */
record HomeostaticCase(BidlLif neuron, boolean training) implements CaseCheck {
    private static final double EPSILON = 1e-5;

    /** Names in the case of the model's constants, in the order of the model. */
    private static final List<String> NAMES = List.of("alpha", "beta", "theta", "v0");

    /** The case of a neuron, unless its normalisation has another epsilon than the layer. */
    static Optional<HomeostaticCase> of(CaseFile file, BidlLif neuron) throws CaseFormatException {
        if (file.params().number("eps") != EPSILON) {
            return Optional.empty();
        }
        String statistics = file.params().text("normalisation");
        if (!statistics.equals("train") && !statistics.equals("eval")) {
            throw file.params().wrong("normalisation", "train or eval");
        }
        BidlLif learning = neuron.withLearned(
                neuron.constants().stream().map(c -> Learned.shared(c.name())).toList());
        return Optional.of(new HomeostaticCase(learning, statistics.equals("train")));
    }

    @Override
    public String describe() {
        return "BidlLif with a normalised membrane";
    }

    @Override
    public void run(CaseFile file, DataType type, Comparison comparison) throws CaseFormatException {
        compareTrace("membrane", Tap.MEMBRANE, file, type, comparison);
        compareTrace("membrane_after_reset", Tap.CARRIED, file, type, comparison);
        compareTrace("r", Tap.RESET, file, type, comparison);
        Layer layer = layer(file, type, neuron);
        double[] spikes = values(output(layer, file, type));
        comparison.spikes("spikes", spikes, file.sequence("spikes"));
        double[] upstream = file.sequence("grad_output");
        double loss = 0;
        for (int k = 0; k < upstream.length; k++) {
            loss += upstream[k] * spikes[k];
        }
        comparison.values(
                "loss", new double[] {loss}, new double[] {file.fields().number("loss")});
        INDArray epsilon =
                Nd4j.createFromArray(upstream).castTo(type).reshape('c', file.steps() * file.samples(), file.columns());
        Pair<Gradient, INDArray> gradients = layer.backpropGradient(epsilon, LayerWorkspaceMgr.noWorkspaces());
        comparison.values("grad_input", values(gradients.getSecond()), file.sequence("grad_input"));
        compareParameters(layer, gradients.getFirst(), file, comparison);
    }

    private void compareTrace(String name, Tap tap, CaseFile file, DataType type, Comparison comparison)
            throws CaseFormatException {
        Layer layer = layer(file, type, new Liaf(neuron, tap, Activation.IDENTITY));
        comparison.values(name, values(output(layer, file, type)), file.sequence(name));
    }

    private void compareParameters(Layer layer, Gradient gradient, CaseFile file, Comparison comparison)
            throws CaseFormatException {
        Fields expected = file.fields().object("grad_params");
        double[] raw = values(layer.getParam(SpikingParameters.NEURON));
        double[] onRaw = values(gradient.getGradientFor(SpikingParameters.NEURON));
        List<Constant> constants = neuron.constants();
        for (int k = 0; k < NAMES.size(); k++) {
            double onValue = onRaw[k] / constants.get(k).domain().slope(raw[k]);
            double[] wanted = {expected.number(NAMES.get(k))};
            comparison.values("gradient of " + NAMES.get(k), new double[] {onValue}, wanted);
        }
        compareColumns("gamma", gradient.getGradientFor(SpikingParameters.GAMMA), file, comparison);
        compareColumns("bias", gradient.getGradientFor(SpikingParameters.BETA), file, comparison);
    }

    private static void compareColumns(String name, INDArray actual, CaseFile file, Comparison comparison)
            throws CaseFormatException {
        double[] expected = file.fields().object("grad_params").array(name, file.columns());
        comparison.values("gradient of " + name, values(actual), expected);
    }

    private Layer layer(CaseFile file, DataType type, NeuronModel model) throws CaseFormatException {
        MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .dataType(type)
                .updater(new NoOp())
                .list()
                .layer(new HomeostaticLif.Builder().neuron(model).build())
                .layer(new RateReadout.Builder().build())
                .setInputType(InputType.recurrent(file.columns(), file.steps()))
                .build());
        network.init();
        network.initGradientsView();
        Layer layer = network.getLayer(0);
        assign(layer, SpikingParameters.GAMMA, "gamma", file);
        assign(layer, SpikingParameters.BETA, "bias", file);
        if (!training) {
            assign(layer, SpikingParameters.MEAN, "running_mean", file);
            assign(layer, SpikingParameters.VARIANCE, "running_var", file);
        }
        return layer;
    }

    private static void assign(Layer layer, String parameter, String name, CaseFile file) throws CaseFormatException {
        double[] values = file.params().array(name, file.columns());
        layer.getParam(parameter).assign(Nd4j.createFromArray(values));
    }

    private INDArray output(Layer layer, CaseFile file, DataType type) throws CaseFormatException {
        INDArray input = Nd4j.createFromArray(file.sequence("input"))
                .castTo(type)
                .reshape('c', file.steps(), file.samples(), file.columns());
        layer.setInput(input, LayerWorkspaceMgr.noWorkspaces());
        return layer.activate(training, LayerWorkspaceMgr.noWorkspaces());
    }

    private static double[] values(INDArray array) {
        INDArray rows = array.dup('c').castTo(DataType.DOUBLE);
        return rows.reshape(rows.length()).toDoubleVector();
    }
}
