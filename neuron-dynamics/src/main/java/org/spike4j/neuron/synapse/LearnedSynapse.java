package org.spike4j.neuron.synapse;

import java.util.Arrays;
import java.util.List;
import org.spike4j.neuron.Constant;
import org.spike4j.neuron.Learned;
import org.spike4j.neuron.Sharing;

/**
 * The learned constants of a synapse in one layer as a vector of raw parameters, one after the other in the order of {@link
 * SynapseModel#learned}; {@link org.spike4j.neuron.Domain} maps raw parameters to values.
 */
public final class LearnedSynapse {
    private final List<Constant> constants;
    private final List<Learned> learned;
    private final int channels;

    /**
     * The layout of a layer's raw parameters.
     *
     * @param model the synapse
     * @param channels channels of the layer
     */
    public LearnedSynapse(SynapseModel model, int channels) {
        constants = model.constants();
        learned = model.learned();
        this.channels = channels;
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
        for (Learned one : learned) {
            Constant constant = constants.get(indexOf(one));
            Arrays.fill(raw, at, at + width(one), constant.domain().raw(constant.value()));
            at += width(one);
        }
        return raw;
    }

    /**
     * The constants at some raw parameters.
     *
     * @param raw as many as {@link #count}; not modified
     * @return the values of all constants, by channel
     */
    public double[][] values(double[] raw) {
        double[] own = constants.stream().mapToDouble(Constant::value).toArray();
        double[][] values = new double[channels][];
        Arrays.setAll(values, channel -> own.clone());
        int at = 0;
        for (Learned one : learned) {
            int index = indexOf(one);
            for (int channel = 0; channel < channels; channel++) {
                int place = at + (width(one) == 1 ? 0 : channel);
                values[channel][index] = constants.get(index).domain().value(raw[place]);
            }
            at += width(one);
        }
        return values;
    }

    /**
     * The raw parameters of some values.
     *
     * @param values of all constants, by channel; not modified
     * @return as many as {@link #count}
     */
    public double[] raw(double[][] values) {
        double[] raw = new double[count()];
        int at = 0;
        for (Learned one : learned) {
            int index = indexOf(one);
            for (int channel = 0; channel < width(one); channel++) {
                raw[at++] = constants.get(index).domain().raw(values[channel][index]);
            }
        }
        return raw;
    }

    /**
     * Gradient with respect to the raw parameters.
     *
     * @param raw the raw parameters of the pass; not modified
     * @param gradients dL / d constant, by channel; not modified
     * @return as many as {@link #count}
     */
    public double[] gradient(double[] raw, double[][] gradients) {
        double[] gradient = new double[count()];
        int at = 0;
        for (Learned one : learned) {
            int index = indexOf(one);
            for (int channel = 0; channel < channels; channel++) {
                int place = at + (width(one) == 1 ? 0 : channel);
                gradient[place] += gradients[channel][index]
                        * constants.get(index).domain().slope(raw[place]);
            }
            at += width(one);
        }
        return gradient;
    }

    private int width(Learned one) {
        return one.sharing() == Sharing.SHARED ? 1 : channels;
    }

    private int indexOf(Learned one) {
        return constants.stream().map(Constant::name).toList().indexOf(one.constant());
    }
}
