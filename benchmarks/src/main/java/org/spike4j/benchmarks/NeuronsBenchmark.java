package org.spike4j.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.spike4j.neuron.ConstantValues;
import org.spike4j.neuron.EquationNeuron;
import org.spike4j.neuron.Lif;
import org.spike4j.neuron.NeuronModel;
import org.spike4j.neuron.kernel.BackwardArrays;
import org.spike4j.neuron.kernel.Coefficients;
import org.spike4j.neuron.kernel.ForwardArrays;
import org.spike4j.neuron.kernel.KernelThreads;
import org.spike4j.neuron.kernel.ProgramDynamics;
import org.spike4j.neuron.kernel.SequenceShape;
import org.spike4j.neuron.kernel.SpikeKernels;

/**
 * Layers of one neuron model after the other, forward and backward on floats, beside a LIF layer of the same run; and how long
 * it takes to compile a neuron's text.
 *
 * @param steps T
 * @param neurons neurons of the mini-batch
 * @param threads threads of the kernels
 * @param timing repetitions
 */
public record NeuronsBenchmark(int steps, int neurons, int threads, Timing timing) {
    private static final long SEED = 1; // ND4J takes 0 as no seed at all

    /**
     * A model to measure.
     *
     * @param name for people
     * @param model the neuron
     * @param lowest smallest input
     * @param highest largest input
     */
    public record Subject(String name, NeuronModel model, double lowest, double highest) {}

    /**
     * What was measured of a model.
     *
     * @param name for people
     * @param variables state variables that a step moves, counted anew in each sub-step
     * @param forwardMs median of a forward pass
     * @param backwardMs median of a backward pass
     * @param perVariable both, by variable, over those of the LIF neuron
     */
    public record Row(String name, int variables, double forwardMs, double backwardMs, double perVariable) {}

    /**
     * Measures the models, the LIF neuron first.
     *
     * @param subjects the models
     * @return a row for each
     */
    public List<Row> run(List<Subject> subjects) {
        KernelThreads.use(threads);
        List<Row> rows = new ArrayList<>();
        double[] lif = medians(new Subject("Lif", Lif.withTauInSteps(2), -0.5, 1.5));
        rows.add(new Row("Lif", 1, lif[0], lif[1], 1));
        for (Subject subject : subjects) {
            double[] own = medians(subject);
            int variables = variables(subject.model());
            rows.add(new Row(subject.name(), variables, own[0], own[1], own[2] / variables / lif[2]));
        }
        return rows;
    }

    /**
     * Compiles a LIF neuron's text so often, each time another text.
     *
     * @param times how often
     * @return milliseconds of each, from the text to the first output
     */
    public static double[] compileMs(int times) {
        double[] ms = new double[times];
        INDArray one = Nd4j.create(DataType.FLOAT, 1); // starts ND4J before the clock
        for (int k = 0; k < times; k++) {
            String text = """
                    constant tau = %d ms learned
                    state v = 0
                    dv/dt = (i - v) / tau
                    spike when v >= 1
                    on spike: v = 0
                    """.formatted(2 + k);
            long start = System.nanoTime();
            EquationNeuron neuron = EquationNeuron.of(text.replace("tau", "tau" + k));
            SpikeKernels.forward(
                    neuron.dynamics(),
                    ConstantValues.of(neuron, 1).coefficients(),
                    SequenceShape.of(1, 1, 1, 1),
                    ForwardArrays.of(one, one.ulike()));
            ms[k] = (System.nanoTime() - start) / 1e6;
        }
        return ms;
    }

    private double[] medians(Subject subject) {
        Nd4j.getRandom().setSeed(SEED);
        double range = subject.highest() - subject.lowest();
        INDArray x = Nd4j.rand(DataType.FLOAT, steps, neurons).muli(range).addi(subject.lowest());
        INDArray g = Nd4j.randn(DataType.FLOAT, steps, neurons);
        INDArray y = g.ulike();
        INDArray dx = g.ulike();
        NeuronModel model = subject.model();
        Coefficients coefficients = ConstantValues.of(model, 1).coefficients();
        SequenceShape shape = SequenceShape.of(steps, neurons, 1, neurons);
        return timing.medians(() -> {
            long start = System.nanoTime();
            SpikeKernels.forward(model.dynamics(), coefficients, shape, ForwardArrays.of(x, y));
            long middle = System.nanoTime();
            SpikeKernels.backward(model.dynamics(), coefficients, shape, BackwardArrays.of(x, g, dx), Set.of());
            long end = System.nanoTime();
            return new long[] {middle - start, end - middle, end - start};
        });
    }

    private static int variables(NeuronModel model) {
        int subSteps = model.dynamics() instanceof ProgramDynamics program ? program.subSteps() : 1;
        return Math.max(1, subSteps * model.dynamics().stateCount());
    }
}
