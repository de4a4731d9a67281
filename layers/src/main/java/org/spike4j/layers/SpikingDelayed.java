package org.spike4j.layers;

import java.util.Objects;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.IUpdater;
import org.spike4j.layers.execution.DelayedExecution;
import org.spike4j.layers.execution.LayerMemory;
import org.spike4j.layers.execution.PassSize;
import org.spike4j.layers.execution.SpikingExecution;

/**
 * A dense layer of spiking neurons whose weights have a learned delay each:
 *
 * <pre>
 * I_t[o] = b[o] + sum over i and d = 0 .. maxDelay of W[i, o] K[i, o, d] x_{t-d}[i],   x before the first step is 0
 * </pre>
 *
 * <p>K is a bump around the delay of the weight, whose equations are in {@link org.spike4j.neuron.synapse.GaussianDelays}. In
 * training its width follows {@code sigma}; in inference the delays are whole steps, unless {@code roundedInference(false)}
 * keeps the bumps at the last width. The raw parameters of the delays are the parameter {@code delay} [nIn, nOut]; delays
 * start evenly spread over their range. They want a higher learning rate than weights do: {@code delayUpdater(...)}.
 *
 * <pre>{@code
 * new SpikingDelayed.Builder().nOut(64).neuron(Lif.withTauInSteps(2)).maxDelay(20)
 *         .sigma(SigmaSchedule.overEpochs(10, 0.5, epochs / 4)).build()
 * }</pre>
 *
 * <p>Input as for {@link SpikingDense}, but not static. Output: [T*N, nOut], row = t * N + n. The state is that of the neurons
 * and the input of the last maxDelay steps. A features mask hides what the layer puts out in a step, and the gradient on it.
 */
public final class SpikingDelayed extends DenseNeuronLayer {
    private static final long serialVersionUID = 1L;

    private int maxDelay = 1;
    private SigmaSchedule sigma;
    private boolean roundedInference = true;
    private IUpdater delayUpdater;

    /** For JSON. */
    public SpikingDelayed() {}

    private SpikingDelayed(Builder builder) {
        super(builder);
        maxDelay = builder.maxDelay;
        sigma = Objects.requireNonNull(
                builder.sigma,
                "learned delays need a width; call sigma(...), as with SigmaSchedule.overEpochs(maxDelay / 2.0, 0.5, epochs / 4)");
        roundedInference = builder.roundedInference;
        delayUpdater = builder.delayUpdater;
        if (maxDelay < 1) {
            throw new IllegalArgumentException("delays need a range; call maxDelay(...)");
        }
        if (getTimeSteps() > 0) {
            throw new IllegalArgumentException(
                    "delays are for sequences, not for a static input; use SpikingDense with timeSteps(...)");
        }
    }

    /**
     * The longest delay.
     *
     * @return steps, at least 1
     */
    public int getMaxDelay() {
        return maxDelay;
    }

    /**
     * Sets the longest delay.
     *
     * @param maxDelay steps, at least 1
     */
    public void setMaxDelay(int maxDelay) {
        this.maxDelay = maxDelay;
    }

    /**
     * The width of the bumps in training.
     *
     * @return the schedule
     */
    public SigmaSchedule getSigma() {
        return sigma;
    }

    /**
     * Sets the width of the bumps in training.
     *
     * @param sigma the schedule
     */
    public void setSigma(SigmaSchedule sigma) {
        this.sigma = sigma;
    }

    /**
     * Whether inference rounds the delays.
     *
     * @return false for bumps of the last width
     */
    public boolean isRoundedInference() {
        return roundedInference;
    }

    /**
     * Sets whether inference rounds the delays.
     *
     * @param roundedInference false for bumps of the last width
     */
    public void setRoundedInference(boolean roundedInference) {
        this.roundedInference = roundedInference;
    }

    /**
     * The updater of the delays.
     *
     * @return null for that of the weights
     */
    public IUpdater getDelayUpdater() {
        return delayUpdater;
    }

    /**
     * Sets the updater of the delays.
     *
     * @param delayUpdater null for that of the weights
     */
    public void setDelayUpdater(IUpdater delayUpdater) {
        this.delayUpdater = delayUpdater;
    }

    @Override
    public boolean hasDelays() {
        return true;
    }

    @Override
    public IUpdater getUpdaterByParam(String paramName) {
        boolean own = paramName.equals(SpikingParameters.DELAY) && delayUpdater != null;
        return own ? delayUpdater : super.getUpdaterByParam(paramName);
    }

    @Override
    public LayerMemory trainingMemory(InputType input, PassSize size) {
        return DelayedExecution.memory(this, size);
    }

    @Override
    SpikingExecution<?> execution(NeuralNetConfiguration conf, DataType dataType) {
        return new DelayedExecution(conf, dataType);
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other)
                && other instanceof SpikingDelayed that
                && maxDelay == that.maxDelay
                && sigma.equals(that.sigma)
                && roundedInference == that.roundedInference
                && Objects.equals(delayUpdater, that.delayUpdater);
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), maxDelay, sigma, roundedInference, delayUpdater);
    }

    /** Builds a {@link SpikingDelayed}. */
    public static final class Builder extends DenseBuilder<Builder> {
        private int maxDelay;
        private SigmaSchedule sigma;
        private boolean roundedInference = true;
        private IUpdater delayUpdater;

        /** Starts with a bias, delays rounded in inference, and no neuron, range or width. */
        public Builder() {}

        /**
         * Sets the longest delay; needed.
         *
         * @param steps at least 1
         * @return this builder
         */
        public Builder maxDelay(int steps) {
            maxDelay = steps;
            return this;
        }

        /**
         * Sets the width of the bumps in training; needed.
         *
         * @param schedule the width over time
         * @return this builder
         */
        public Builder sigma(SigmaSchedule schedule) {
            sigma = schedule;
            return this;
        }

        /**
         * Whether inference rounds the delays to whole steps.
         *
         * @param rounded false for bumps of the last width
         * @return this builder
         */
        public Builder roundedInference(boolean rounded) {
            roundedInference = rounded;
            return this;
        }

        /**
         * Gives the delays an updater of their own.
         *
         * @param updater with their learning rate
         * @return this builder
         */
        public Builder delayUpdater(IUpdater updater) {
            delayUpdater = Objects.requireNonNull(updater, "updater");
            return this;
        }

        @Override
        @SuppressWarnings("unchecked")
        public SpikingDelayed build() {
            return new SpikingDelayed(this);
        }
    }
}
