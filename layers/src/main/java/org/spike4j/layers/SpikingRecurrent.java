package org.spike4j.layers;

import java.util.Objects;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.spike4j.layers.execution.RecurrentExecution;
import org.spike4j.layers.execution.SpikingExecution;
import org.spike4j.neuron.kernel.RecurrentKernels;

/**
 * A dense layer of spiking neurons that feed their output back to each other, one step later:
 *
 * <pre>
 * I_t = x_t W + y_{t-1} R + b,   y before the first step is 0, or the last output of the piece before when streaming
 * y_t = step of the neuron on I_t
 * </pre>
 *
 * <p>y is what the neuron puts out: spikes, or the analog output of a {@link org.spike4j.neuron.Liaf}. W is [nIn, nOut], R is
 * [nOut, nOut], from the neuron that puts out to the neuron that takes. The gradient goes through y_{t-1} R with the
 * surrogate, not detached. Neurons with lateral inhibition are refused.
 *
 * <p>Input as for {@link SpikingDense}. Output: [T*N, nOut], row = t * N + n. A features mask hides what the layer puts out in
 * a step, and the gradient on it; the neurons themselves run on, and feed back what is hidden.
 */
public final class SpikingRecurrent extends DenseNeuronLayer {
    private static final long serialVersionUID = 1L;

    private boolean selfConnections = true;
    private IWeightInit recurrentWeightInit;

    /** For JSON. */
    public SpikingRecurrent() {}

    private SpikingRecurrent(Builder builder) {
        super(builder);
        selfConnections = builder.self;
        recurrentWeightInit = builder.recurrentInit;
        RecurrentKernels.requireRecurrent(getNeuron().dynamics());
    }

    /**
     * Whether a neuron feeds back to itself.
     *
     * @return false if the diagonal of R stays 0
     */
    public boolean isSelfConnections() {
        return selfConnections;
    }

    /**
     * Sets whether a neuron feeds back to itself.
     *
     * @param selfConnections false to keep the diagonal of R at 0
     */
    public void setSelfConnections(boolean selfConnections) {
        this.selfConnections = selfConnections;
    }

    /**
     * How R is initialised.
     *
     * @return null for the same way as W
     */
    public IWeightInit getRecurrentWeightInit() {
        return recurrentWeightInit;
    }

    /**
     * Sets how R is initialised.
     *
     * @param recurrentWeightInit null for the same way as W
     */
    public void setRecurrentWeightInit(IWeightInit recurrentWeightInit) {
        this.recurrentWeightInit = recurrentWeightInit;
    }

    @Override
    public boolean hasRecurrentWeights() {
        return true;
    }

    /** Sets the initial recurrent weights in their view of the parameters, [nOut, nOut] in f order. */
    void initialiseRecurrent(INDArray view) {
        long units = getNOut();
        IWeightInit init = recurrentWeightInit == null ? getWeightInitFn() : recurrentWeightInit;
        init.init(units, units, new long[] {units, units}, 'f', view.reshape('f', new long[] {units * units}));
        if (!selfConnections) {
            RecurrentExecution.clearDiagonal(view);
        }
    }

    @Override
    SpikingExecution<?> execution(NeuralNetConfiguration conf, DataType dataType) {
        return new RecurrentExecution(conf, dataType);
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other)
                && other instanceof SpikingRecurrent that
                && selfConnections == that.selfConnections
                && Objects.equals(recurrentWeightInit, that.recurrentWeightInit);
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), selfConnections, recurrentWeightInit);
    }

    /** Builds a {@link SpikingRecurrent}. */
    public static final class Builder extends DenseBuilder<Builder> {
        private boolean self = true;
        private IWeightInit recurrentInit;

        /** Starts with a bias, self-connections, R initialised as W, and no neuron. */
        public Builder() {}

        /**
         * Switches the connections of each neuron to itself on or off.
         *
         * @param has false to keep the diagonal of R at 0
         * @return this builder
         */
        public Builder selfConnections(boolean has) {
            self = has;
            return this;
        }

        /**
         * Sets how R is initialised, if not as W.
         *
         * @param init with nOut as fan in and fan out
         * @return this builder
         */
        public Builder recurrentWeightInit(WeightInit init) {
            return recurrentWeightInit(init.getWeightInitFunction());
        }

        /**
         * Sets how R is initialised, if not as W.
         *
         * @param init with nOut as fan in and fan out
         * @return this builder
         */
        public Builder recurrentWeightInit(IWeightInit init) {
            recurrentInit = Objects.requireNonNull(init, "init");
            return this;
        }

        @Override
        @SuppressWarnings("unchecked")
        public SpikingRecurrent build() {
            return new SpikingRecurrent(this);
        }
    }
}
