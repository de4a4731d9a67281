package org.spike4j.layers;

import java.util.ArrayList;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * One of the layers that a {@link SpikingSelfAttention} is made of.
 *
 * @param name prefix of its parameters
 * @param layer its configuration
 * @param start where its parameters start in those of the whole
 * @param length number of its parameters
 */
public record AttentionPart(String name, NeuronLayer layer, long start, long length) {

    /**
     * The name of a parameter of this part in the whole; it has no underscore, which Deeplearning4j takes for the end of a
     * layer's name.
     *
     * @param key name in the part
     * @return name in the whole
     */
    public String key(String key) {
        return name + "." + key;
    }

    /**
     * This part's share of a vector over all parameters.
     *
     * @param flat as many values as the whole has parameters
     * @return a view; null if the part has no parameters
     */
    public INDArray view(INDArray flat) {
        return length == 0 ? null : flat.reshape(flat.length()).get(NDArrayIndex.interval(start, start + length));
    }

    /**
     * The configuration that this part works with.
     *
     * @param whole configuration of the layer that it is part of; not modified
     * @return a copy that holds this part
     */
    public NeuralNetConfiguration configuration(NeuralNetConfiguration whole) {
        NeuralNetConfiguration own = whole.clone();
        own.setLayer(layer);
        own.setVariables(new ArrayList<>());
        return own;
    }
}
