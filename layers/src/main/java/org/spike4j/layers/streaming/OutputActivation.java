package org.spike4j.layers.streaming;

import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;

/** Activation in front of the loss, in double. */
enum OutputActivation {
    /** y = x. */
    IDENTITY,
    /** y = 1 / (1 + exp(-x)). */
    SIGMOID,
    /** y = exp(x) / sum of exp(x). */
    SOFTMAX;

    /** The one that a layer is configured with. */
    static OutputActivation of(IActivation activation, String layer) {
        if (activation instanceof ActivationIdentity) {
            return IDENTITY;
        } else if (activation instanceof ActivationSigmoid) {
            return SIGMOID;
        } else if (activation instanceof ActivationSoftmax) {
            return SOFTMAX;
        }
        throw new IllegalArgumentException("the output activation of " + layer
                + " must be identity, sigmoid or softmax to be streamed, was " + activation
                + "; use network.rnnTimeStep(...)");
    }

    /** Applies the activation in place. */
    void apply(double[] x) {
        switch (this) {
            case IDENTITY -> {}
            case SIGMOID -> sigmoid(x);
            case SOFTMAX -> softmax(x);
        }
    }

    private static void sigmoid(double[] x) {
        for (int k = 0; k < x.length; k++) {
            x[k] = 1 / (1 + Math.exp(-x[k]));
        }
    }

    /** The largest is subtracted first, so that nothing overflows. */
    static void softmax(double[] x) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double one : x) {
            largest = Math.max(largest, one);
        }
        double sum = 0;
        for (int k = 0; k < x.length; k++) {
            x[k] = Math.exp(x[k] - largest);
            sum += x[k];
        }
        for (int k = 0; k < x.length; k++) {
            x[k] /= sum;
        }
    }
}
