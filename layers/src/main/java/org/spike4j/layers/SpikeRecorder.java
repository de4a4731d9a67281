package org.spike4j.layers;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.spike4j.layers.execution.SpikeSource;

/** Records the spikes of every spiking layer of a network for one input. */
public final class SpikeRecorder {
    private SpikeRecorder() {}

    /**
     * Runs the network on an input, as in inference, and returns what its spiking layers put out.
     *
     * @param network the network; its state is not touched
     * @param features input of the network; not modified
     * @return one entry for each spiking layer, in order; readouts are left out
     */
    public static List<LayerSpikes> record(MultiLayerNetwork network, INDArray features) {
        List<SpikeSource> sources = new ArrayList<>();
        List<LayerSpikes> recorded = new ArrayList<>();
        for (Layer layer : network.getLayers()) {
            if (layer instanceof SpikeSource source && !(layer.conf().getLayer() instanceof LeakyReadout)) {
                source.record(true);
                sources.add(source);
            }
        }
        try {
            network.output(features, false);
            for (SpikeSource source : sources) {
                recorded.add(new LayerSpikes(nameOf((Layer) source), source.recorded()));
            }
        } finally {
            sources.forEach(source -> source.record(false));
        }
        return recorded;
    }

    private static String nameOf(Layer layer) {
        String name = layer.conf().getLayer().getLayerName();
        return name != null ? name : layer.conf().getLayer().getClass().getSimpleName() + " " + layer.getIndex();
    }
}
