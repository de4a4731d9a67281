package org.spike4j.layers;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.layers.convolution.ConvolutionLayer;
import org.deeplearning4j.nn.layers.convolution.subsampling.SubsamplingLayer;
import org.deeplearning4j.nn.layers.mkldnn.MKLDNNBatchNormHelper;
import org.deeplearning4j.nn.layers.mkldnn.MKLDNNConvHelper;
import org.deeplearning4j.nn.layers.mkldnn.MKLDNNSubsamplingHelper;
import org.deeplearning4j.nn.layers.normalization.BatchNormalization;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Switches on the oneDNN helpers of Deeplearning4j's own convolution, pooling and batch normalisation layers. Version
 * 1.0.0-M2.1 ships with them off, and its search for them looks for a class that has moved; a convolution then takes ten
 * times as long. The layers of this library do not need it.
 *
 * <p>To be called after {@code init()}, and again on a copy or a network read from a file: helpers are not part of the
 * configuration. Results change within rounding.
 */
public final class OneDnnHelpers {
    private static final Map<Class<? extends Layer>, Function<DataType, Object>> HELPERS = Map.of(
            ConvolutionLayer.class, MKLDNNConvHelper::new,
            SubsamplingLayer.class, MKLDNNSubsamplingHelper::new,
            BatchNormalization.class, MKLDNNBatchNormHelper::new);

    private OneDnnHelpers() {}

    /**
     * Switches the helpers of a network on.
     *
     * @param network initialised; its layers of floats are modified
     * @return how many layers got a helper
     */
    public static int switchOn(MultiLayerNetwork network) {
        return switchOn(
                network.getLayers(), network.getLayerWiseConfigurations().getDataType());
    }

    /**
     * Switches the helpers of a graph on.
     *
     * @param graph initialised; its layers of floats are modified
     * @return how many layers got a helper
     */
    public static int switchOn(ComputationGraph graph) {
        return switchOn(graph.getLayers(), graph.getConfiguration().getDataType());
    }

    private static int switchOn(Layer[] layers, DataType type) {
        if (layers == null) {
            throw new IllegalStateException("the network has no layers yet; call init() first");
        }
        if (type != DataType.FLOAT) {
            return 0; // oneDNN works on floats
        }
        return Arrays.stream(layers).mapToInt(layer -> give(layer, type)).sum();
    }

    private static int give(Layer layer, DataType type) {
        Function<DataType, Object> helper = HELPERS.get(layer.getClass());
        if (helper == null) {
            return 0;
        }
        try {
            Field field = layer.getClass().getDeclaredField("helper");
            field.setAccessible(true);
            field.set(layer, helper.apply(type));
            return 1;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "Deeplearning4j's " + layer.getClass().getSimpleName() + " has no field for a helper;"
                            + " this library is made for version 1.0.0-M2.1",
                    e);
        }
    }
}
