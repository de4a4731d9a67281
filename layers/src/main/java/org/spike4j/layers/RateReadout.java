package org.spike4j.layers;

import java.util.Objects;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.spike4j.layers.execution.Objective;

/**
 * Output layer without weights: the firing rate of each neuron below, r = mean over t of its spikes, and a loss on it.
 *
 * <p>Input: [T*N, K] or [N, K, T]. Output and labels: [N, K].
 */
public final class RateReadout extends UnweightedReadout {
    private static final long serialVersionUID = 1L;

    private ILossFunction lossFn;

    /** For JSON. */
    public RateReadout() {}

    private RateReadout(Builder builder) {
        super(builder);
        lossFn = builder.loss.function();
        setActivationFn(builder.loss.activation());
    }

    /**
     * The loss.
     *
     * @return loss function on [N, K]
     */
    public ILossFunction getLossFn() {
        return lossFn;
    }

    /**
     * Sets the loss.
     *
     * @param lossFn loss function on [N, K]
     */
    public void setLossFn(ILossFunction lossFn) {
        this.lossFn = lossFn;
    }

    @Override
    public Objective objective() {
        return Objective.of(lossFn, getActivationFn(), Reduction.MEAN);
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other) && other instanceof RateReadout that && lossFn.equals(that.lossFn);
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), lossFn);
    }

    /** Builds a {@link RateReadout}. */
    public static final class Builder extends FeedForwardLayer.Builder<Builder> {
        private RateLoss loss = RateLoss.MEAN_SQUARED_ERROR;

        /** Starts with the mean squared error. */
        public Builder() {}

        /**
         * Sets the loss.
         *
         * @param rateLoss loss on the rates
         * @return this builder
         */
        public Builder loss(RateLoss rateLoss) {
            loss = Objects.requireNonNull(rateLoss, "rateLoss");
            return this;
        }

        @Override
        @SuppressWarnings("unchecked")
        public RateReadout build() {
            return new RateReadout(this);
        }
    }
}
