package org.spike4j.layers;

import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;

/** Losses on the firing rates of the last layer, r = mean over t of its spikes, against one-hot labels y. */
public enum RateLoss {
    /** Mean over classes of (r - y)^2; the output is r. */
    MEAN_SQUARED_ERROR {
        @Override
        public ILossFunction function() {
            return new LossMSE();
        }

        @Override
        public IActivation activation() {
            return new ActivationIdentity();
        }
    },
    /** -ln softmax(r) at the label; the output is softmax(r). */
    CROSS_ENTROPY {
        @Override
        public ILossFunction function() {
            return new LossMCXENT();
        }

        @Override
        public IActivation activation() {
            return new ActivationSoftmax();
        }
    };

    /**
     * The loss as Deeplearning4j knows it.
     *
     * @return a new loss function
     */
    public abstract ILossFunction function();

    /**
     * The activation in front of the loss.
     *
     * @return a new activation
     */
    public abstract IActivation activation();
}
