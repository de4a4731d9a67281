package org.spike4j.training.network;

import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.spike4j.layers.NeuronLayer;
import org.spike4j.layers.SpikingParameters;
import org.spike4j.neuron.Constant;
import org.spike4j.neuron.Learned;
import org.spike4j.neuron.NeuronModel;
import org.spike4j.neuron.Sharing;
import org.spike4j.neuron.TimeScaling;

/**
 * Copies of a trained network that run at another time step, or for more or fewer steps. Weights and normalisations stay;
 * neurons are discretised anew, see {@link TimeScaling}, and constants that were learned keep their meaning in seconds.
 */
public final class TimeScaledNetwork {
    private TimeScaledNetwork() {}

    /**
     * The network at another time step.
     *
     * @param network trained; not modified
     * @param factor new step / old step, &gt; 0
     * @return a copy
     * @throws IllegalArgumentException if a neuron cannot be discretised at that step
     */
    public static MultiLayerNetwork of(MultiLayerNetwork network, double factor) {
        MultiLayerConfiguration configuration = copyOf(network);
        for (NeuralNetConfiguration conf : configuration.getConfs()) {
            if (conf.getLayer() instanceof NeuronLayer spiking) {
                spiking.setNeuron(TimeScaling.scale(spiking.getNeuron(), factor));
            }
        }
        MultiLayerNetwork copy = new MultiLayerNetwork(configuration);
        copy.init(network.params().dup(), false);
        for (int k = 0; k < network.getnLayers(); k++) {
            if (network.getLayer(k).conf().getLayer() instanceof NeuronLayer spiking) {
                convert(spiking, copy.getLayer(k), factor);
            }
        }
        return copy;
    }

    /**
     * The network with another number of steps of its static input.
     *
     * @param network trained, with a static input; not modified
     * @param steps T, at least 1
     * @return a copy
     * @throws IllegalArgumentException if its input has a time axis of its own
     */
    public static MultiLayerNetwork withSteps(MultiLayerNetwork network, int steps) {
        MultiLayerConfiguration configuration = copyOf(network);
        boolean found = false;
        for (NeuralNetConfiguration conf : configuration.getConfs()) {
            if (conf.getLayer() instanceof NeuronLayer spiking && spiking.getTimeSteps() > 0) {
                spiking.setTimeSteps(steps);
                found = true;
            }
        }
        if (!found) {
            throw new IllegalArgumentException("the network has no static input, whose steps could be set");
        }
        MultiLayerNetwork copy = new MultiLayerNetwork(configuration);
        copy.init(network.params().dup(), false);
        return copy;
    }

    private static MultiLayerConfiguration copyOf(MultiLayerNetwork network) {
        return MultiLayerConfiguration.fromJson(
                network.getLayerWiseConfigurations().toJson());
    }

    /** Brings the learned constants of a copied layer, still those of the old step, to the new one. */
    private static void convert(NeuronLayer old, Layer copy, double factor) {
        List<Learned> learned = old.getNeuron().learned();
        if (learned.isEmpty()) {
            return;
        }
        int channels = Math.toIntExact(old.getNOut());
        INDArray raw = copy.getParam(SpikingParameters.NEURON);
        double[][] values = values(old.getNeuron(), raw.toDoubleVector(), channels);
        for (double[] channel : values) {
            System.arraycopy(
                    TimeScaling.of(old.getNeuron()).atTimeScale(channel, factor), 0, channel, 0, channel.length);
        }
        NeuronModel scaled = ((NeuronLayer) copy.conf().getLayer()).getNeuron();
        int at = 0;
        for (Learned one : learned) {
            int index = indexOf(scaled, one);
            for (int c = 0; c < width(one, channels); c++) {
                raw.putScalar(at++, scaled.constants().get(index).domain().raw(values[c][index]));
            }
        }
    }

    /** All constants of each channel, [channels, constants]. */
    private static double[][] values(NeuronModel neuron, double[] raw, int channels) {
        double[] own = neuron.constants().stream().mapToDouble(Constant::value).toArray();
        double[][] values = new double[channels][];
        Arrays.setAll(values, c -> own.clone());
        int at = 0;
        for (Learned one : neuron.learned()) {
            int index = indexOf(neuron, one);
            int width = width(one, channels);
            for (int c = 0; c < channels; c++) {
                values[c][index] = neuron.constants().get(index).domain().value(raw[at + c % width]);
            }
            at += width;
        }
        return values;
    }

    private static int width(Learned one, int channels) {
        return one.sharing() == Sharing.SHARED ? 1 : channels;
    }

    private static int indexOf(NeuronModel neuron, Learned one) {
        return neuron.constants().stream().map(Constant::name).toList().indexOf(one.constant());
    }
}
