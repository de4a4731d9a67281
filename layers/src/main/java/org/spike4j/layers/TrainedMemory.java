package org.spike4j.layers;

import org.deeplearning4j.nn.conf.inputs.InputType;
import org.spike4j.layers.execution.LayerMemory;
import org.spike4j.layers.execution.PassSize;

/** A layer that can tell the memory of its training pass. */
public interface TrainedMemory {

    /**
     * The memory of a training pass.
     *
     * @param input type of the layer's input
     * @param size steps and samples of the pass
     * @return bytes by kind
     */
    LayerMemory trainingMemory(InputType input, PassSize size);
}
