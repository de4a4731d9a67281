package org.spike4j.layers.state;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What one layer remembers.
 *
 * @param name of the layer
 * @param kind its class, without the package
 * @param outputs its units or channels, 0 if it does not say
 * @param arrays by the layer's own names; empty before the first step
 */
record LayerState(String name, String kind, long outputs, Map<String, StateArray> arrays) {

    /** Sorts the arrays. */
    LayerState {
        arrays = new TreeMap<>(arrays);
    }

    /** Copies what a layer gives. */
    static LayerState of(String name, String kind, long outputs, Map<String, INDArray> arrays) {
        Map<String, StateArray> copies = new TreeMap<>();
        arrays.forEach((key, array) -> copies.put(key, StateArray.of(array)));
        return new LayerState(name, kind, outputs, copies);
    }

    /** What a layer takes. */
    Map<String, INDArray> toArrays() {
        return arrays.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().array()));
    }

    /** Refuses a layer that is another, or whose present state, if it has one, is of another shape. */
    void requireFits(LayerState present) {
        requireEqual("name", name, present.name);
        requireEqual("kind", kind, present.kind);
        requireEqual("outputs", outputs, present.outputs);
        present.arrays.forEach((key, array) -> {
            StateArray mine = arrays.get(key);
            if (mine != null && !Arrays.equals(mine.shape(), array.shape())) {
                throw new IllegalArgumentException("layer " + name + " is in the middle of a stream with " + key
                        + " of shape " + Arrays.toString(array.shape()) + ", but the state has "
                        + Arrays.toString(mine.shape()) + " (mini-batch or input differ)"
                        + "; call rnnClearPreviousState() first if that stream is over");
            }
        });
    }

    private void requireEqual(String what, Object saved, Object present) {
        if (!saved.equals(present)) {
            throw new IllegalArgumentException("the state of layer " + name + " is for " + what + " " + saved
                    + ", but the network has " + present + "; restore it into the network that it was taken from, or a"
                    + " copy of it");
        }
    }
}
