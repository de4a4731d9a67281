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
 * <p>With a {@link DaleLaw}, all weights from a neuron have one sign, and the parameter is what they are computed from. With
 * {@linkplain RecurrentConnections one-to-one connections}, R is a value for each neuron, or one for all, and y_{t-1} R a
 * product by element; this is snnTorch's recurrence with {@code all_to_all=False}. With {@link LateralInhibition}, neurons
 * inhibit their neighbours, all by one strength that is learned.
 *
 * <p>Input as for {@link SpikingDense}. Output: [T*N, nOut], row = t * N + n. A features mask hides what the layer puts out in
 * a step, and the gradient on it; the neurons themselves run on, and feed back what is hidden.
 */
public final class SpikingRecurrent extends DenseNeuronLayer {
    private static final long serialVersionUID = 1L;

    private boolean selfConnections = true;
    private IWeightInit recurrentWeightInit;
    private RecurrentConnections connections = RecurrentConnections.ALL_TO_ALL;
    private double initialFeedback = 1;
    private DaleLaw daleLaw;
    private LateralInhibition inhibition;

    /** For JSON. */
    public SpikingRecurrent() {}

    private SpikingRecurrent(Builder builder) {
        super(builder);
        selfConnections = builder.self;
        recurrentWeightInit = builder.recurrentInit;
        connections = builder.connections;
        initialFeedback = builder.feedback;
        daleLaw = builder.law;
        inhibition = builder.inhibition;
        if (connections != RecurrentConnections.ALL_TO_ALL
                && (!selfConnections || recurrentWeightInit != null || daleLaw != null)) {
            throw new IllegalArgumentException(connections + " has weights of its own kind alone, so"
                    + " selfConnections(false), recurrentWeightInit and daleLaw are for ALL_TO_ALL; leave them out");
        }
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

    /**
     * Which neurons the output of one goes to.
     *
     * @return to all unless set
     */
    public RecurrentConnections getConnections() {
        return connections;
    }

    /**
     * Sets which neurons the output of one goes to.
     *
     * @param connections to all, or to itself
     */
    public void setConnections(RecurrentConnections connections) {
        this.connections = connections;
    }

    /**
     * Initial weight of one-to-one connections.
     *
     * @return every element of R
     */
    public double getInitialFeedback() {
        return initialFeedback;
    }

    /**
     * Sets the initial weight of one-to-one connections.
     *
     * @param initialFeedback every element of R
     */
    public void setInitialFeedback(double initialFeedback) {
        this.initialFeedback = initialFeedback;
    }

    /**
     * The law that gives the weights of a neuron one sign.
     *
     * @return null for weights of any sign
     */
    public DaleLaw getDaleLaw() {
        return daleLaw;
    }

    /**
     * Sets the law that gives the weights of a neuron one sign.
     *
     * @param daleLaw null for weights of any sign
     */
    public void setDaleLaw(DaleLaw daleLaw) {
        this.daleLaw = daleLaw;
    }

    /**
     * How neurons inhibit their neighbours.
     *
     * @return null for other connections
     */
    public LateralInhibition getInhibition() {
        return inhibition;
    }

    /**
     * Sets how neurons inhibit their neighbours.
     *
     * @param inhibition null for other connections
     */
    public void setInhibition(LateralInhibition inhibition) {
        this.inhibition = inhibition;
    }

    @Override
    public long[] recurrentWeightShape() {
        return connections.weightShape(getNOut());
    }

    @Override
    void initialiseRecurrent(INDArray view) {
        if (connections != RecurrentConnections.ALL_TO_ALL) {
            view.assign(initialFeedback);
            return;
        }
        long units = getNOut();
        IWeightInit init = recurrentWeightInit == null ? getWeightInitFn() : recurrentWeightInit;
        init.init(units, units, new long[] {units, units}, 'f', view.reshape('f', new long[] {units * units}));
        if (daleLaw != null) {
            daleLaw.balanceInPlace(view);
        }
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
                && Objects.equals(recurrentWeightInit, that.recurrentWeightInit)
                && connections == that.connections
                && initialFeedback == that.initialFeedback
                && Objects.equals(daleLaw, that.daleLaw)
                && Objects.equals(inhibition, that.inhibition);
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                super.hashCode(),
                selfConnections,
                recurrentWeightInit,
                connections,
                initialFeedback,
                daleLaw,
                inhibition);
    }

    /** Builds a {@link SpikingRecurrent}. */
    public static final class Builder extends DenseBuilder<Builder> {
        private boolean self = true;
        private IWeightInit recurrentInit;
        private RecurrentConnections connections = RecurrentConnections.ALL_TO_ALL;
        private double feedback = 1;
        private DaleLaw law;
        private LateralInhibition inhibition;

        /** Starts with a bias, connections to all with R initialised as W, and no neuron. */
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

        /**
         * Connects each neuron to itself alone, with a weight of its own.
         *
         * @param initial every weight before training
         * @return this builder
         */
        public Builder oneToOne(double initial) {
            return feedback(RecurrentConnections.ONE_TO_ONE, initial);
        }

        /**
         * Connects each neuron to itself alone, with one weight for all neurons.
         *
         * @param initial the weight before training
         * @return this builder
         */
        public Builder oneToOneShared(double initial) {
            return feedback(RecurrentConnections.ONE_TO_ONE_SHARED, initial);
        }

        /**
         * Gives all weights from a neuron to others one sign, and balances the initial ones, see {@link DaleLaw}.
         *
         * @param excitatory fraction of the neurons that excite, 0 to 1; the others inhibit
         * @return this builder
         */
        public Builder daleLaw(double excitatory) {
            law = new DaleLaw(excitatory);
            return this;
        }

        /**
         * Lets each spike inhibit the neighbours of its neuron in the next step, and nothing else.
         *
         * @param between neighbours, and its strength before training
         * @return this builder
         */
        public Builder lateralInhibition(LateralInhibition between) {
            inhibition = between;
            return feedback(RecurrentConnections.LATERAL_INHIBITION, between.strength());
        }

        private Builder feedback(RecurrentConnections to, double initial) {
            if (!Double.isFinite(initial)) {
                throw new IllegalArgumentException("the initial weight must be a finite number, was " + initial);
            }
            if (to != RecurrentConnections.LATERAL_INHIBITION) {
                inhibition = null;
            }
            connections = to;
            feedback = initial;
            return this;
        }

        @Override
        @SuppressWarnings("unchecked")
        public SpikingRecurrent build() {
            return new SpikingRecurrent(this);
        }
    }
}
