package org.spike4j.layers;

import java.util.Objects;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.spike4j.layers.execution.LeakyReadoutExecution;
import org.spike4j.layers.execution.Objective;
import org.spike4j.layers.execution.SpikingExecution;
import org.spike4j.layers.loss.SequenceLoss;
import org.spike4j.neuron.LeakyIntegrator;

/**
 * Output layer of leaky integrators: current = x W + b, membranes over time, and a loss on the membranes reduced over time.
 *
 * <p>Input as for {@link SpikingDense}. Output and labels: [N, K]. Unless set otherwise the loss is the cross-entropy of the
 * softmax.
 */
public final class LeakyReadout extends DenseNeuronLayer {
    private static final long serialVersionUID = 1L;

    private Reduction reduction = Reduction.MEAN;
    private ILossFunction lossFn;
    private SequenceLoss sequenceLoss;

    /** For JSON. */
    public LeakyReadout() {}

    private LeakyReadout(Builder builder) {
        super(builder);
        reduction = builder.reduction;
        lossFn = builder.lossFunction;
        sequenceLoss = builder.sequenceLoss;
        setActivationFn(builder.lossActivation);
        if (getNeuron().dynamics().fires()) {
            throw new IllegalArgumentException("a LeakyReadout integrates without firing; use integrator(...), or"
                    + " SpikingDense and RateReadout for a spiking output");
        }
        if (getActivity() != null) {
            throw new IllegalArgumentException("a LeakyReadout puts out no spikes that an activity penalty could price;"
                    + " set it on the spiking layers below");
        }
        if (reduction.isOfFirstSpikes() || (sequenceLoss != null && sequenceLoss.needsSpikes())) {
            throw new IllegalArgumentException("membranes have no spikes to time, and a LeakyReadout cannot have "
                    + (sequenceLoss == null ? reduction : sequenceLoss)
                    + "; use SpikingDense and SequenceReadout");
        }
        if (sequenceLoss != null && getNOut() > 0) {
            sequenceLoss.requireClasses(Math.toIntExact(getNOut()));
        }
    }

    /**
     * How the membranes are reduced over time.
     *
     * @return the reduction
     */
    public Reduction getReduction() {
        return reduction;
    }

    /**
     * Sets how the membranes are reduced over time.
     *
     * @param reduction the reduction
     */
    public void setReduction(Reduction reduction) {
        this.reduction = reduction;
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

    /**
     * The loss on the sequence of membranes, which takes the place of loss function, activation and reduction.
     *
     * @return the loss, null for none
     */
    public SequenceLoss getSequenceLoss() {
        return sequenceLoss;
    }

    /**
     * Sets the loss on the sequence of membranes.
     *
     * @param sequenceLoss the loss, null for none
     */
    public void setSequenceLoss(SequenceLoss sequenceLoss) {
        this.sequenceLoss = sequenceLoss;
    }

    /**
     * What the layer makes of its membranes.
     *
     * @return output and loss
     */
    public Objective objective() {
        return sequenceLoss == null
                ? Objective.of(lossFn, getActivationFn(), reduction)
                : Objective.of(sequenceLoss, 1);
    }

    @Override
    SpikingExecution<?> execution(NeuralNetConfiguration conf, DataType dataType) {
        return new LeakyReadoutExecution(conf, dataType);
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other)
                && other instanceof LeakyReadout that
                && reduction == that.reduction
                && lossFn.equals(that.lossFn)
                && Objects.equals(sequenceLoss, that.sequenceLoss);
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), reduction, lossFn, sequenceLoss);
    }

    /** Builds a {@link LeakyReadout}. */
    public static final class Builder extends DenseBuilder<Builder> {
        private Reduction reduction = Reduction.MEAN;
        private ILossFunction lossFunction = new LossMCXENT();
        private IActivation lossActivation = new ActivationSoftmax();
        private SequenceLoss sequenceLoss;

        /** Starts with a time constant of 10 steps, a bias, the mean over time and the cross-entropy. */
        public Builder() {
            neuron(LeakyIntegrator.withTauInSteps(10));
        }

        /**
         * Sets the integrators.
         *
         * @param integrator their model
         * @return this builder
         */
        public Builder integrator(LeakyIntegrator integrator) {
            return neuron(integrator);
        }

        /**
         * Sets how the membranes are reduced over time.
         *
         * @param over the reduction
         * @return this builder
         */
        public Builder reduction(Reduction over) {
            reduction = Objects.requireNonNull(over, "over");
            return this;
        }

        /**
         * Sets the loss.
         *
         * @param function loss on [N, K]
         * @param activation activation of the reduced membranes in front of it
         * @return this builder
         */
        public Builder loss(ILossFunction function, IActivation activation) {
            lossFunction = Objects.requireNonNull(function, "function");
            lossActivation = Objects.requireNonNull(activation, "activation");
            return this;
        }

        /**
         * Sets a loss on the sequence of membranes, which takes the place of the reduction and of the loss on what is reduced.
         *
         * @param onSequence a loss that does not need spikes
         * @return this builder
         */
        public Builder loss(SequenceLoss onSequence) {
            sequenceLoss = Objects.requireNonNull(onSequence, "onSequence");
            return this;
        }

        @Override
        @SuppressWarnings("unchecked")
        public LeakyReadout build() {
            return new LeakyReadout(this);
        }
    }
}
