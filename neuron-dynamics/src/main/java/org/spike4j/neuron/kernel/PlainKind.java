package org.spike4j.neuron.kernel;

/**
 * What the rows of the commonest neurons branch on, see {@link KindCopies}.
 *
 * @param family of the surrogate; forward rows do not ask for it
 * @param resetsToValue whether a spike sets the membrane
 * @param attached whether the gradient follows the spike into the reset; forward rows do not ask for it
 * @param uniform whether gain and drive are one value each for the whole tile
 */
record PlainKind(VectorSurrogate.Family family, boolean resetsToValue, boolean attached, boolean uniform) {

    /** The kind of the forward rows of a tile. */
    static PlainKind forward(PlainNeuron neuron, VectorTile tile) {
        return new PlainKind(VectorSurrogate.Family.NONE, neuron.resetsToValue(), false, tile.isUniform());
    }

    /** The kind of the backward rows of a tile. */
    static PlainKind backward(PlainNeuron neuron, VectorSurrogate surrogate, VectorTile tile) {
        return new PlainKind(surrogate.family(), neuron.resetsToValue(), neuron.attached(), tile.isUniform());
    }
}
