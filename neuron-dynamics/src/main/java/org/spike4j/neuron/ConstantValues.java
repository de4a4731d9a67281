package org.spike4j.neuron;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.spike4j.neuron.kernel.CoefficientGradients;
import org.spike4j.neuron.kernel.Coefficients;
import org.spike4j.neuron.kernel.ProgramDynamics;
import org.spike4j.neuron.kernel.StepCoefficient;

/**
 * Values for the constants of a model in one layer: for each constant one value, or one a channel. Computes the
 * coefficients from them, and pulls the coefficients' gradients back. Immutable.
 */
public final class ConstantValues {
    private final NeuronModel model;
    private final int channels;
    private final double[][] values;

    private ConstantValues(NeuronModel model, int channels, double[][] values) {
        this.model = model;
        this.channels = channels;
        this.values = values;
    }

    /**
     * The model's own values.
     *
     * @param model the neuron
     * @param channels channels of the layer
     * @return one value a constant
     */
    public static ConstantValues of(NeuronModel model, int channels) {
        double[][] values = model.constants().stream()
                .map(constant -> new double[] {constant.value()})
                .toArray(double[][]::new);
        return new ConstantValues(model, channels, values);
    }

    /**
     * Other values for one constant.
     *
     * @param constant its name
     * @param perChannel one value, or one a channel; copied
     * @return a copy with these values
     * @throws IllegalArgumentException if the model has no such constant, or their number is wrong
     */
    public ConstantValues with(String constant, double... perChannel) {
        if (perChannel.length != 1 && perChannel.length != channels) {
            throw new IllegalArgumentException(
                    constant + " needs 1 or " + channels + " values, were " + perChannel.length);
        }
        double[][] changed = values.clone();
        changed[indexOf(model, constant)] = perChannel.clone();
        return new ConstantValues(model, channels, changed);
    }

    /**
     * The values of one constant.
     *
     * @param constant its name
     * @return one value, or one a channel
     */
    public double[] get(String constant) {
        return values[indexOf(model, constant)].clone();
    }

    /**
     * The coefficients of the model's step.
     *
     * @return one value a coefficient where all constants have one, else one a channel
     */
    public Coefficients coefficients() {
        int columns = Arrays.stream(values).anyMatch(v -> v.length > 1) ? channels : 1;
        List<? extends StepCoefficient> kinds = model.dynamics().coefficients();
        double[][] table = new double[kinds.size()][columns];
        double[] one = new double[kinds.size()];
        for (int channel = 0; channel < columns; channel++) {
            for (StepCoefficient coefficient : kinds) {
                one[coefficient.index()] = coefficient.neutral();
            }
            model.coefficients(constantsOf(channel), one);
            for (int c = 0; c < one.length; c++) {
                table[c][channel] = one[c];
            }
        }
        Coefficients coefficients = new Coefficients(kinds, channels);
        for (StepCoefficient coefficient : kinds) {
            coefficients.set(coefficient, table[coefficient.index()]);
        }
        return coefficients;
    }

    /**
     * Gradients with respect to the constants.
     *
     * @param gradients gradients with respect to the coefficients, at least the {@link #coefficientsBehind} of the
     *     constants that matter; the others count as 0
     * @param known coefficients that the gradients hold
     * @return for each constant of the model as many gradients as it has values
     */
    public double[][] pullBack(CoefficientGradients gradients, Set<? extends StepCoefficient> known) {
        double[][] pulled = Arrays.stream(values).map(v -> new double[v.length]).toArray(double[][]::new);
        double[] in = new double[model.dynamics().coefficients().size()];
        double[] out = new double[values.length];
        for (int channel = 0; channel < channels; channel++) {
            for (StepCoefficient coefficient : known) {
                in[coefficient.index()] = gradients.get(coefficient, channel);
            }
            model.pullBack(constantsOf(channel), in, out);
            for (int c = 0; c < values.length; c++) {
                pulled[c][values[c].length == 1 ? 0 : channel] += out[c];
            }
        }
        return pulled;
    }

    /**
     * The coefficients through which some constants act, found in the program of its equations, or by probing the model's pull-back.
     *
     * @param model the neuron
     * @param constants names of the constants
     * @return the coefficients whose gradients {@link #pullBack} needs for them
     */
    public static Set<StepCoefficient> coefficientsBehind(NeuronModel model, List<String> constants) {
        if (model.dynamics() instanceof ProgramDynamics program) {
            Set<Integer> indices = program.program().coefficientsBehind(constants);
            return program.coefficients().stream()
                    .filter(coefficient -> indices.contains(coefficient.index()))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }
        Set<StepCoefficient> behind = new LinkedHashSet<>();
        double[] at = model.constants().stream().mapToDouble(Constant::value).toArray();
        List<? extends StepCoefficient> kinds = model.dynamics().coefficients();
        for (StepCoefficient coefficient : kinds) {
            double[] in = new double[kinds.size()];
            in[coefficient.index()] = 1;
            double[] out = new double[at.length];
            model.pullBack(at, in, out);
            if (constants.stream().anyMatch(name -> out[indexOf(model, name)] != 0)) {
                behind.add(coefficient);
            }
        }
        return behind;
    }

    private double[] constantsOf(int channel) {
        double[] one = new double[values.length];
        for (int c = 0; c < one.length; c++) {
            one[c] = values[c].length == 1 ? values[c][0] : values[c][channel];
        }
        return one;
    }

    private static int indexOf(NeuronModel model, String constant) {
        List<String> names = model.constants().stream().map(Constant::name).toList();
        int index = names.indexOf(constant);
        if (index < 0) {
            throw new IllegalArgumentException("constant must be one of " + names + ", was \"" + constant + "\"");
        }
        return index;
    }
}
