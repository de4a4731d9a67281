package org.spike4j.training.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.broadcast.BroadcastMulOp;
import org.nd4j.linalg.factory.Nd4j;
import org.spike4j.layers.NeuronLayer;
import org.spike4j.layers.SpikingDelayed;
import org.spike4j.layers.SpikingParameters;
import org.spike4j.layers.SynapseLayer;
import org.spike4j.layers.SynapseParameters;
import org.spike4j.neuron.Tap;
import org.spike4j.neuron.TimeScaling;
import org.spike4j.neuron.kernel.Dynamics;
import org.spike4j.neuron.synapse.AxonalDelay;
import org.spike4j.neuron.synapse.LearnedSynapse;

/**
 * Copies of a trained network that run at another time step, or for more or fewer steps. Neurons, delays and filters are
 * discretised anew, see {@link TimeScaling}, and constants that were learned keep their meaning in seconds. Biases and
 * normalisations stay, as do weights on currents. Weights on impulses, which are spikes and counts of events, are multiplied so
 * that the membrane's answer to a small impulse has the same area in time as before: there are as many impulses a second at any
 * step. What a recurrent layer feeds back still comes one step later.
 */
public final class TimeScaledNetwork {
    /** What the values of an input are. */
    public enum Input {
        /** Events of a step: a step half as long sees half as many. */
        COUNTS,
        /** Values that do not depend on the length of a step. */
        CURRENTS
    }

    private TimeScaledNetwork() {}

    /**
     * The network at another time step.
     *
     * @param network trained; not modified
     * @param factor new step / old step, &gt; 0
     * @param input what the network is given
     * @return a copy
     * @throws IllegalArgumentException if a neuron cannot be discretised at that step, or weights have delays of their own
     */
    public static MultiLayerNetwork of(MultiLayerNetwork network, double factor, Input input) {
        MultiLayerConfiguration configuration = copyOf(network);
        List<ScaledConstants> constants = new ArrayList<>();
        for (int k = 0; k < network.getnLayers(); k++) {
            constants.add(scale(configuration.getConf(k), network.getLayer(k), factor));
        }
        MultiLayerNetwork copy = new MultiLayerNetwork(configuration);
        copy.init(network.params().dup(), false);
        boolean impulses = input == Input.COUNTS;
        Layer behindImpulses = null;
        for (int k = 0; k < copy.getnLayers(); k++) {
            Layer layer = copy.getLayer(k);
            if (impulses && layer.paramTable().containsKey(SpikingParameters.WEIGHT)) {
                behindImpulses = layer;
                impulses = false;
            }
            if (layer.conf().getLayer() instanceof SynapseLayer filter) {
                convert((SynapseLayer) network.getLayer(k).conf().getLayer(), layer, factor);
                impulses &= filter.getSynapse() instanceof AxonalDelay;
            }
            if (constants.get(k) != null) {
                moveTo(constants.get(k), layer, behindImpulses);
                impulses = putsOutSpikes(layer);
                behindImpulses = null;
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

    /** Discretises a layer anew; the constants of its neurons, or null if it has none. */
    private static ScaledConstants scale(NeuralNetConfiguration conf, Layer trained, double factor) {
        if (conf.getLayer() instanceof SpikingDelayed) {
            throw new IllegalArgumentException("SpikingDelayed cannot be brought to another time step: its delays are"
                    + " learned among whole steps; train it at the step that you want");
        }
        if (conf.getLayer() instanceof SynapseLayer synapses) {
            synapses.setSynapse(synapses.getSynapse().withTimeScale(factor));
        }
        if (!(conf.getLayer() instanceof NeuronLayer spiking)) {
            return null;
        }
        ScaledConstants scaled = new ScaledConstants(spiking, raw(trained), factor);
        spiking.setNeuron(scaled.neuron());
        return scaled;
    }

    private static void convert(SynapseLayer old, Layer copy, double factor) {
        int channels = Math.toIntExact(old.getNOut());
        LearnedSynapse learned = new LearnedSynapse(old.getSynapse(), channels);
        if (learned.count() == 0) {
            return;
        }
        INDArray raw = copy.getParam(SynapseParameters.SYNAPSE);
        double[][] values = learned.values(raw.toDoubleVector());
        Arrays.setAll(values, c -> old.getSynapse().atTimeScale(values[c], factor));
        LearnedSynapse scaled = new LearnedSynapse(((SynapseLayer) copy.conf().getLayer()).getSynapse(), channels);
        raw.assign(Nd4j.createFromArray(scaled.raw(values)).reshape(raw.shape()));
    }

    /** Brings a copied layer of neurons to the new step, and the weights through which impulses reach it. */
    private static void moveTo(ScaledConstants constants, Layer layer, Layer behindImpulses) {
        INDArray raw = layer.getParam(SpikingParameters.NEURON);
        if (raw != null) {
            raw.assign(Nd4j.createFromArray(constants.raw()).reshape(raw.shape()));
        }
        INDArray recurrent = layer.getParam(SpikingParameters.RECURRENT_WEIGHT);
        boolean spikesComeBack = recurrent != null && putsOutSpikes(layer);
        if (behindImpulses == null && !spikesComeBack) {
            return;
        }
        double[] gain = constants.impulseGain();
        if (behindImpulses != null) {
            multiply(behindImpulses.getParam(SpikingParameters.WEIGHT), gain);
        }
        if (spikesComeBack) {
            multiply(recurrent, gain);
        }
    }

    private static boolean putsOutSpikes(Layer layer) {
        Dynamics dynamics = ((NeuronLayer) layer.conf().getLayer()).getNeuron().dynamics();
        return dynamics.fires() && dynamics.tap() == Tap.SPIKE;
    }

    /** Weights [nIn, nOut] or [nOut, nIn, height, width] by output; by the mean where the neurons have other channels. */
    private static void multiply(INDArray weights, double[] gain) {
        int outputs = weights.rank() == 2 ? 1 : 0;
        if (weights.size(outputs) == gain.length) {
            INDArray factors = Nd4j.createFromArray(gain).castTo(weights.dataType());
            Nd4j.exec(new BroadcastMulOp(weights, factors, weights, outputs));
        } else {
            weights.muli(Arrays.stream(gain).average().orElseThrow());
        }
    }

    private static double[] raw(Layer layer) {
        INDArray raw = layer.getParam(SpikingParameters.NEURON);
        return raw == null ? new double[0] : raw.toDoubleVector();
    }
}
