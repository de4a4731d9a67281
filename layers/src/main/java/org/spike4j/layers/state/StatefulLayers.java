package org.spike4j.layers.state;

import java.util.LinkedHashMap;
import java.util.Map;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.layers.RecurrentLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.layers.recurrent.BidirectionalLayer;
import org.deeplearning4j.nn.layers.wrapper.BaseWrapperLayer;

/** The layers of a network that remember, by name, in their order. */
final class StatefulLayers {
    private final Map<String, RecurrentLayer> layers = new LinkedHashMap<>();

    /** Finds them. */
    StatefulLayers(Layer... network) {
        for (int k = 0; k < network.length; k++) {
            Layer layer = network[k];
            while (layer instanceof BaseWrapperLayer wrapper) {
                layer = wrapper.getUnderlying();
            }
            if (layer instanceof RecurrentLayer recurrent) {
                String given = network[k].conf().getLayer().getLayerName();
                String name = given == null ? "layer" + k : given;
                requireStreamable(recurrent, name);
                layers.put(name, recurrent);
            }
        }
    }

    Map<String, RecurrentLayer> byName() {
        return layers;
    }

    /** The present state of one of them. */
    static LayerState stateOf(String name, RecurrentLayer layer) {
        org.deeplearning4j.nn.conf.layers.Layer conf = layer.conf().getLayer();
        long outputs = conf instanceof FeedForwardLayer feedForward ? feedForward.getNOut() : 0;
        return LayerState.of(name, conf.getClass().getSimpleName(), outputs, layer.rnnGetPreviousState());
    }

    private static void requireStreamable(RecurrentLayer layer, String name) {
        if (layer instanceof BidirectionalLayer) {
            throw new IllegalArgumentException("layer " + name
                    + " is bidirectional: it needs the whole sequence and carries no state; a network that streams needs"
                    + " layers that look back only");
        }
    }
}
