package org.spike4j.training.network;

import java.util.List;
import org.spike4j.layers.NeuronLayer;
import org.spike4j.neuron.Constant;
import org.spike4j.neuron.ConstantValues;
import org.spike4j.neuron.Learned;
import org.spike4j.neuron.LearnedConstants;
import org.spike4j.neuron.NeuronModel;
import org.spike4j.neuron.TimeScaling;

/** The constants of a trained layer's neurons, learned ones as they were learned, at another time step. */
final class ScaledConstants {
    private final NeuronModel old;
    private final NeuronModel scaled;
    private final ConstantValues values;
    private final LearnedConstants layout;
    private final double factor;
    private final double[] raw;

    /** The constants of a layer with these raw parameters, none if nothing is learned. */
    ScaledConstants(NeuronLayer layer, double[] oldRaw, double factor) {
        int channels = Math.toIntExact(layer.getNOut());
        old = layer.getNeuron();
        scaled = TimeScaling.scale(old, factor);
        values = new LearnedConstants(old, channels, layer.getPlaces()).values(oldRaw);
        layout = new LearnedConstants(scaled, channels, layer.getPlaces());
        this.factor = factor;
        raw = convert();
    }

    /** The neuron at the new step. */
    NeuronModel neuron() {
        return scaled;
    }

    /** The raw parameters at the new step; not to be modified. */
    double[] raw() {
        return raw;
    }

    /** For each channel, what impulses must be multiplied with at the new step; see {@link ImpulseGain}. */
    double[] impulseGain() {
        return ImpulseGain.of(values, old, layout.values(raw), scaled, factor);
    }

    private double[] convert() {
        double[] converted = layout.initial();
        int at = 0;
        for (Learned one : scaled.learned()) {
            int index = names(scaled).indexOf(one.constant());
            int width = layout.width(one);
            for (int c = 0; c < width; c++) {
                double[] constants = constants(c * layout.columns() / width);
                converted[at++] = scaled.constants().get(index).domain().raw(constants[index]);
            }
        }
        return converted;
    }

    /** All constants of one column at the new step. */
    private double[] constants(int column) {
        double[] own = names(old).stream()
                .map(values::get)
                .mapToDouble(value -> value.length == 1 ? value[0] : value[column])
                .toArray();
        return TimeScaling.of(old).atTimeScale(own, factor);
    }

    private static List<String> names(NeuronModel neuron) {
        return neuron.constants().stream().map(Constant::name).toList();
    }
}
