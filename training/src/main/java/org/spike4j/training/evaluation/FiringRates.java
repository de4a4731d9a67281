package org.spike4j.training.evaluation;

import java.util.LinkedHashMap;
import java.util.Map;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.spike4j.layers.LayerSpikes;
import org.spike4j.layers.SpikeRecorder;

/** Mean firing rates of the spiking layers of a network. */
public final class FiringRates {
    private FiringRates() {}

    /**
     * The mean output of each spiking layer, in front of its pooling: spikes a neuron and step.
     *
     * @param network not modified
     * @param features one batch; not modified
     * @return rate by name of the layer, in the order of the layers
     */
    public static Map<String, Double> of(MultiLayerNetwork network, INDArray features) {
        Map<String, Double> rates = new LinkedHashMap<>();
        for (LayerSpikes layer : SpikeRecorder.record(network, features)) {
            rates.put(layer.layer(), layer.spikes().meanNumber().doubleValue());
        }
        return rates;
    }
}
