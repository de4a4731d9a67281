package org.spike4j.examples.conform;

import java.util.Arrays;
import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.spike4j.neuron.kernel.SeriesKernels;
import org.spike4j.neuron.synapse.LearnedSynapse;
import org.spike4j.neuron.synapse.SynapseModel;

/**
 * The case of a delay or filter.
 *
 * @param model the synapse
 * @param raw name in the case of its one raw parameter, if it is learned
 */
record SynapseCase(SynapseModel model, Optional<String> raw) implements CaseCheck {

    @Override
    public String describe() {
        return model.getClass().getSimpleName();
    }

    @Override
    public void run(CaseFile file, DataType type, Comparison comparison) throws CaseFormatException {
        LearnedSynapse learned = new LearnedSynapse(model, file.columns());
        double[] own = new double[learned.count()];
        if (raw.isPresent()) {
            Arrays.fill(own, file.params().number(raw.get()));
        }
        double[][] constants = learned.values(own);
        INDArray input = array(file.sequence("input"), type);
        INDArray output = input.like();
        double[] upstream = file.sequence("grad_output");
        INDArray gradient = input.like();
        SeriesKernels.forward(model, constants, file.shape(), new SeriesKernels.Forward(input, null, output, null));
        double[][] ofConstants = SeriesKernels.backward(
                model,
                constants,
                file.shape(),
                new SeriesKernels.Backward(input, null, array(upstream, type), gradient));

        double[] result = values(output);
        comparison.values("output", result, file.sequence("output"));
        comparison.values("grad_input", values(gradient), file.sequence("grad_input"));
        double loss = 0;
        for (int k = 0; k < upstream.length; k++) {
            loss += upstream[k] * result[k];
        }
        comparison.values(
                "loss", new double[] {loss}, new double[] {file.fields().number("loss")});
        if (raw.isPresent()) {
            double expected = file.fields().object("grad_params").number(raw.get());
            comparison.values("grad_" + raw.get(), learned.gradient(own, ofConstants), new double[] {expected});
        }
    }

    private static INDArray array(double[] values, DataType type) {
        return Nd4j.createFromArray(values).castTo(type);
    }

    private static double[] values(INDArray array) {
        return array.castTo(DataType.DOUBLE).toDoubleVector();
    }
}
