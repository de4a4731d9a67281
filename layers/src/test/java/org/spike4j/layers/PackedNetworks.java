package org.spike4j.layers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.spike4j.neuron.kernel.EventSwitch;

/** Trains the same network with packed products and without, and compares all that can be seen of it. */
final class PackedNetworks {
    private static final double TOLERANCE = 1e-4; // relative to the norm, on gradients that are summed in another order
    private static final double SMALLEST = 1e-7; // float rounding of what is 0

    private PackedNetworks() {}

    /** What a network puts out before, in and after training, its gradient, and what training changes. */
    private record Outcome(INDArray output, INDArray gradient, INDArray change, INDArray outputAfter) {}

    /** Fails unless output, gradient and two training steps are there and the same with packed products and without. */
    static void assertSameWithoutPacking(Supplier<? extends Model> network, DataSet data) {
        Outcome dense = withEvents("off", () -> outcome(network.get(), data));
        assertThat(dense.output.norm2Number().doubleValue()).isPositive();
        assertThat(dense.gradient.norm2Number().doubleValue()).isPositive();
        assertSame(withEvents("on", () -> outcome(network.get(), data)), dense);
    }

    /** The same where all may be 0. */
    static void assertSameIfAnything(Supplier<? extends Model> network, DataSet data) {
        Outcome dense = withEvents("off", () -> outcome(network.get(), data));
        assertSame(withEvents("on", () -> outcome(network.get(), data)), dense);
    }

    private static void assertSame(Outcome packed, Outcome dense) {
        assertClose(packed.output, dense.output, "output");
        assertClose(packed.gradient, dense.gradient, "gradient");
        assertClose(packed.change, dense.change, "training");
        assertClose(packed.outputAfter, dense.outputAfter, "output after training");
    }

    /** Fails if the norm of the difference is not small beside the norm. */
    static void assertClose(INDArray actual, INDArray expected, String name) {
        double allowed = TOLERANCE * expected.norm2Number().doubleValue() + SMALLEST;
        assertThat(actual.sub(expected).norm2Number().doubleValue()).as(name).isLessThan(allowed);
    }

    static <R> R withEvents(String value, Supplier<R> task) {
        System.setProperty(EventSwitch.PROPERTY, value);
        try {
            return task.get();
        } finally {
            System.clearProperty(EventSwitch.PROPERTY);
        }
    }

    private static Outcome outcome(Model model, DataSet data) {
        Nd4j.getRandom().setSeed(11); // of dropout and weight noise
        INDArray output = output(model, data);
        gradientAndScore(model, data);
        INDArray gradient = model.gradient().gradient().dup();
        INDArray before = model.params().dup();
        fit(model, data);
        fit(model, data);
        return new Outcome(output, gradient, model.params().sub(before), output(model, data));
    }

    static INDArray output(Model model, DataSet data) {
        INDArray mask = data.getFeaturesMaskArray();
        if (model instanceof MultiLayerNetwork network) {
            return network.output(data.getFeatures(), false, mask, null);
        }
        INDArray[] masks = mask == null ? null : new INDArray[] {mask};
        return ((ComputationGraph) model).output(false, new INDArray[] {data.getFeatures()}, masks)[0];
    }

    private static void gradientAndScore(Model model, DataSet data) {
        INDArray mask = data.getFeaturesMaskArray();
        if (model instanceof MultiLayerNetwork network) {
            network.setInput(data.getFeatures());
            network.setLabels(data.getLabels());
            network.setLayerMaskArrays(mask, null);
            network.computeGradientAndScore();
            network.clearLayerMaskArrays();
        } else {
            ComputationGraph graph = (ComputationGraph) model;
            graph.setInputs(data.getFeatures());
            graph.setLabels(data.getLabels());
            graph.setLayerMaskArrays(mask == null ? null : new INDArray[] {mask}, null);
            graph.computeGradientAndScore();
            graph.clearLayerMaskArrays();
        }
    }

    private static void fit(Model model, DataSet data) {
        if (model instanceof MultiLayerNetwork network) {
            network.fit(data);
        } else {
            ((ComputationGraph) model).fit(data);
        }
    }

    /** The same frames with other values. */
    static DataSet with(DataSet data, UnaryOperator<INDArray> change) {
        INDArray frames = change.apply(data.getFeatures().permute(2, 0, 1, 3, 4).dup('c'));
        return new DataSet(frames.permute(1, 2, 0, 3, 4), data.getLabels());
    }

    /** Binary frames [N, C, T, H, W] in time-major memory and labels of some classes. */
    static DataSet data(int samples, int channels, int steps, int height, int width, double density) {
        Nd4j.getRandom().setSeed(5);
        INDArray frames = Nd4j.rand(DataType.FLOAT, steps, samples, channels, height, width)
                .lt(density)
                .castTo(DataType.FLOAT);
        return new DataSet(frames.permute(1, 2, 0, 3, 4), Networks.oneHot(DataType.FLOAT, samples, 16));
    }
}
