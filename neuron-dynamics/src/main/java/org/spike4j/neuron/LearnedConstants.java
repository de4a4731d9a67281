package org.spike4j.neuron;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.spike4j.neuron.kernel.CoefficientGradients;
import org.spike4j.neuron.kernel.StepCoefficient;

/**
 * The learned constants of a model in one layer as a vector of raw parameters, one after the other in the order of {@link
 * NeuronModel#learned}; {@link Domain} maps raw parameters to values.
 */
public final class LearnedConstants {
    private final NeuronModel model;
    private final int channels;
    private final int places;
    private final List<Learned> learned;
    private final Constant[] constants;
    private final Set<StepCoefficient> behind;

    /**
     * The layout of a layer's raw parameters.
     *
     * @param model the neuron
     * @param channels channels of the layer
     * @param places neurons of a channel
     */
    public LearnedConstants(NeuronModel model, int channels, int places) {
        this.model = model;
        this.channels = channels;
        this.places = places;
        learned = model.learned();
        constants = learned.stream().map(this::constant).toArray(Constant[]::new);
        behind = ConstantValues.coefficientsBehind(
                model, learned.stream().map(Learned::constant).toList());
    }

    /**
     * Whether neurons of a channel may differ.
     *
     * @return true if there are several, and a constant is learned for each
     */
    public boolean differInChannels() {
        return places > 1 && learned.stream().anyMatch(one -> one.sharing() == Sharing.PER_NEURON);
    }

    /**
     * Number of columns of {@link #values}: channels, or neurons where these differ, neurons of a channel side by side.
     *
     * @return values of a constant that is not shared
     */
    public int columns() {
        return differInChannels() ? Math.multiplyExact(channels, places) : channels;
    }

    /**
     * Number of raw parameters.
     *
     * @return 0 if nothing is learned
     */
    public int count() {
        return learned.stream().mapToInt(this::width).sum();
    }

    /**
     * The raw parameters of the model's own values.
     *
     * @return as many as {@link #count}
     */
    public double[] initial() {
        double[] raw = new double[count()];
        int at = 0;
        for (int k = 0; k < constants.length; k++) {
            int width = width(learned.get(k));
            Arrays.fill(raw, at, at + width, constants[k].domain().raw(constants[k].value()));
            at += width;
        }
        return raw;
    }

    /**
     * The constants at some raw parameters.
     *
     * @param raw as many as {@link #count}; not modified
     * @return the values of all constants
     */
    public ConstantValues values(double[] raw) {
        ConstantValues values = ConstantValues.of(model, columns());
        int at = 0;
        for (int k = 0; k < constants.length; k++) {
            int width = width(learned.get(k));
            double[] own = new double[width == 1 ? 1 : columns()];
            for (int c = 0; c < own.length; c++) {
                own[c] = constants[k].domain().value(raw[at + c * width / own.length]);
            }
            values = values.with(constants[k].name(), own);
            at += width;
        }
        return values;
    }

    /**
     * The coefficients whose gradients {@link #gradient} needs.
     *
     * @return empty if nothing is learned
     */
    public Set<StepCoefficient> wanted() {
        return behind;
    }

    /**
     * Gradient with respect to the raw parameters.
     *
     * @param raw the raw parameters of the pass; not modified
     * @param gradients gradients with respect to the coefficients, at least the wanted ones
     * @return as many as {@link #count}
     */
    public double[] gradient(double[] raw, CoefficientGradients gradients) {
        if (learned.isEmpty()) {
            return new double[0];
        }
        double[][] pulled = values(raw).pullBack(gradients, behind);
        List<String> names = model.constants().stream().map(Constant::name).toList();
        double[] gradient = new double[count()];
        int at = 0;
        for (int k = 0; k < constants.length; k++) {
            double[] own = pulled[names.indexOf(constants[k].name())];
            int width = width(learned.get(k));
            for (int c = 0; c < own.length; c++) {
                gradient[at + c * width / own.length] += own[c];
            }
            for (int c = 0; c < width; c++) {
                gradient[at + c] *= constants[k].domain().slope(raw[at + c]);
            }
            at += width;
        }
        return gradient;
    }

    /**
     * Number of raw parameters of one constant.
     *
     * @param one a learned constant
     * @return 1, or one a channel, or one a neuron
     */
    public int width(Learned one) {
        return switch (one.sharing()) {
            case SHARED -> 1;
            case PER_CHANNEL -> channels;
            case PER_NEURON -> Math.multiplyExact(channels, places);
        };
    }

    private Constant constant(Learned one) {
        return model.constants().stream()
                .filter(constant -> constant.name().equals(one.constant()))
                .findFirst()
                .orElseThrow();
    }
}
