package org.spike4j.training.memory;

import org.spike4j.layers.execution.LayerMemory;

/**
 * What one layer needs, in bytes.
 *
 * @param name of the layer
 * @param parameters once, shared by all replicas
 * @param updaterState once
 * @param packsSpikes whether an input of spikes is kept as one bit an element, a 32nd of its floats
 * @param pass one replica's pass over its part of a micro-batch; the gradient of the parameters is as large as they are
 */
public record LayerRow(String name, long parameters, long updaterState, boolean packsSpikes, LayerMemory pass) {

    /** With a copy of the input that is kept to the end of the pass. */
    LayerRow withCopyOf(long input) {
        LayerMemory more = new LayerMemory(pass.stored() + input, pass.working(), pass.inputGradient(), pass.scratch());
        return new LayerRow(name, parameters, updaterState, packsSpikes, more);
    }
}
