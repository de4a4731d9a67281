package org.spike4j.layers;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Lays the parameters of a layer out in Deeplearning4j's flat vector, one after the other. A parameter is a bias or a weight, which
 * regularisation and initialisation of Deeplearning4j know, only where its layer says so.
 *
 * @param <L> the configuration of the layer
 */
abstract class FlatParameters<L extends Layer> implements ParamInitializer {
    private final Class<L> type;

    FlatParameters(Class<L> type) {
        this.type = type;
    }

    /** Shapes by name, in their order; two sides are in f order, others in c order. */
    abstract Map<String, long[]> shapes(L layer);

    /** Sets a parameter to its initial value. */
    abstract void initialise(L layer, String key, INDArray view);

    boolean isWeight(String key) {
        return false;
    }

    boolean isBias(String key) {
        return false;
    }

    static char order(long[] shape) {
        return shape.length == 2 ? 'f' : 'c';
    }

    @Override
    public final long numParams(NeuralNetConfiguration conf) {
        return numParams(conf.getLayer());
    }

    @Override
    public final long numParams(Layer layer) {
        return shapes(type.cast(layer)).values().stream()
                .mapToLong(FlatParameters::length)
                .sum();
    }

    @Override
    public final List<String> paramKeys(Layer layer) {
        return new ArrayList<>(shapes(type.cast(layer)).keySet());
    }

    @Override
    public final List<String> weightKeys(Layer layer) {
        return paramKeys(layer).stream().filter(this::isWeight).toList();
    }

    @Override
    public final List<String> biasKeys(Layer layer) {
        return paramKeys(layer).stream().filter(this::isBias).toList();
    }

    @Override
    public final boolean isWeightParam(Layer layer, String key) {
        return isWeight(key);
    }

    @Override
    public final boolean isBiasParam(Layer layer, String key) {
        return isBias(key);
    }

    @Override
    public final Map<String, INDArray> init(NeuralNetConfiguration conf, INDArray paramsView, boolean initialize) {
        Map<String, INDArray> parameters = getGradientsFromFlattened(conf, paramsView);
        parameters.keySet().forEach(conf::addVariable);
        if (initialize) {
            L layer = type.cast(conf.getLayer());
            parameters.forEach((key, view) -> initialise(layer, key, view));
        }
        return Collections.synchronizedMap(parameters);
    }

    @Override
    public final Map<String, INDArray> getGradientsFromFlattened(NeuralNetConfiguration conf, INDArray flat) {
        Map<String, INDArray> views = new LinkedHashMap<>();
        if (flat == null) {
            return views; // a layer without parameters
        }
        INDArray vector = flat.reshape(flat.length());
        long at = 0;
        for (Map.Entry<String, long[]> entry :
                shapes(type.cast(conf.getLayer())).entrySet()) {
            long[] shape = entry.getValue();
            long length = length(shape);
            INDArray view = vector.get(NDArrayIndex.interval(at, at + length));
            views.put(entry.getKey(), shape.length == 1 ? view : view.reshape(order(shape), shape));
            at += length;
        }
        return views;
    }

    private static long length(long[] shape) {
        long length = 1;
        for (long size : shape) {
            length *= size;
        }
        return length;
    }
}
