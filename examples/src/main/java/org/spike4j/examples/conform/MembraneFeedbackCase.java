package org.spike4j.examples.conform;

import java.util.Map;
import java.util.Set;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.spike4j.neuron.Activation;
import org.spike4j.neuron.BidlLif;
import org.spike4j.neuron.ConstantValues;
import org.spike4j.neuron.Firing;
import org.spike4j.neuron.Liaf;
import org.spike4j.neuron.NeuronModel;
import org.spike4j.neuron.Tap;
import org.spike4j.neuron.kernel.SequenceShape;

/**
 * Neurons that feed their rectified membranes back to each other, m_t = relu(current + R m_{t-1}), and fire without a reset: a
 * recurrent layer of a {@link Liaf} without memory, and behind it neurons without memory that fire.
 *
 * @param inlet weights in front
 * @param feedback R
 * @param firing of the neurons behind
 */
record MembraneFeedbackCase(Inlet inlet, Feedback feedback, Firing firing) implements CaseCheck {
    private static final NeuronModel RECTIFIER =
            new Liaf(BidlLif.standard().withLeak(0, 0), Tap.MEMBRANE, Activation.RELU);

    @Override
    public String describe() {
        return "recurrent Liaf, then BidlLif";
    }

    @Override
    public void run(CaseFile file, DataType type, Comparison comparison) throws CaseFormatException {
        CaseFile own = file.withColumns(inlet.neurons()); // the inlet takes the rows of the input, which are narrower
        SequenceShape shape = own.shape();
        NeuronPass outside = pass(RECTIFIER, shape, type, inlet.current(file));
        RecurrentPass recurrent = RecurrentPass.of(feedback, outside, RECTIFIER.dynamics());
        double[] membrane = values(recurrent.output());
        NeuronModel neuron = BidlLif.standard().withLeak(0, 0).withFiring(firing);
        NeuronPass behind = pass(neuron, shape, type, membrane);
        double[] spikes = behind.forward(neuron.dynamics()).output();
        comparison.spikes("spikes", spikes, own.sequence("spikes"));
        comparison.values("membrane", membrane, own.sequence("membrane"));

        double[] upstream = own.sequence("grad_output");
        double loss = 0;
        for (int k = 0; k < spikes.length; k++) {
            loss += upstream[k] * spikes[k];
        }
        comparison.values(
                "loss", new double[] {loss}, new double[] {file.fields().number("loss")});
        double[] onMembrane = behind.backward(
                        neuron.dynamics(), new NeuronPass.Upstream(upstream, null, null), Set.of())
                .input();
        RecurrentPass.Backward backward = recurrent.backward(RECTIFIER.dynamics(), onMembrane, Set.of());
        inlet.compare(comparison, file, backward.input());
        Fields expected = file.fields().object("grad_params");
        for (Map.Entry<String, Feedback.Gradient> one : feedback.gradients().entrySet()) {
            double[] gradient = one.getValue().of(backward.weights(), backward.bias());
            comparison.values(
                    "gradient of " + one.getKey(),
                    gradient,
                    expected.numberOrArray(one.getKey(), feedback.shape(gradient)));
        }
    }

    private static NeuronPass pass(NeuronModel model, SequenceShape shape, DataType type, double[] input) {
        int channels = shape.channels();
        return new NeuronPass(ConstantValues.of(model, channels).coefficients(), shape, type, input, null);
    }

    private static double[] values(INDArray array) {
        return array.castTo(DataType.DOUBLE).toDoubleVector();
    }
}
