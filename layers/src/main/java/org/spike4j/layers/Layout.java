package org.spike4j.layers;

import org.deeplearning4j.nn.conf.inputs.InputType;

/** How time lies in the activations that reach a spiking layer. */
public enum Layout {
    /** Time folded into the rows, row = t * N + n: [T*N, F] or [T*N, C, H, W]. */
    FOLDED,
    /** Recurrent type, [N, F, T]. */
    SEQUENCE,
    /** 3-D convolutional type, [N, C, T, H, W]. */
    VOLUME;

    /**
     * The layout of an input type.
     *
     * @param type input type of a layer
     * @return its layout
     */
    public static Layout of(InputType type) {
        return switch (type.getType()) {
            case RNN -> SEQUENCE;
            case CNN3D -> VOLUME;
            default -> FOLDED;
        };
    }
}
