package org.spike4j.layers;

import java.util.Objects;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.spike4j.layers.execution.Objective;
import org.spike4j.layers.loss.MeanSquares;
import org.spike4j.layers.loss.SequenceLoss;

/**
 * Output layer without weights: a loss on what the neurons below put out over time.
 *
 * <p>With a population code each class has m neighbouring neurons, class c those from c m to c m + m - 1, whose outputs are
 * added up at every step before anything else.
 *
 * <p>Input: [T*N, K m] or [N, K m, T]. Output and labels: [N, K], or [N, K, T] if the loss is on trains. Steps that a features
 * mask leaves out do not count.
 */
public final class SequenceReadout extends UnweightedReadout {
    private static final long serialVersionUID = 1L;

    private SequenceLoss loss = MeanSquares.ofRates();
    private int neuronsPerClass = 1;

    /** For JSON. */
    public SequenceReadout() {}

    private SequenceReadout(Builder builder) {
        super(builder);
        loss = builder.loss;
        neuronsPerClass = builder.neuronsPerClass;
    }

    /**
     * The loss.
     *
     * @return loss on [T, K]
     */
    public SequenceLoss getLoss() {
        return loss;
    }

    /**
     * Sets the loss.
     *
     * @param loss on [T, K]
     */
    public void setLoss(SequenceLoss loss) {
        this.loss = loss;
    }

    /**
     * The neurons of each class.
     *
     * @return m
     */
    public int getNeuronsPerClass() {
        return neuronsPerClass;
    }

    /**
     * Sets the neurons of each class.
     *
     * @param neuronsPerClass m, at least 1
     */
    public void setNeuronsPerClass(int neuronsPerClass) {
        this.neuronsPerClass = neuronsPerClass;
    }

    @Override
    public Objective objective() {
        return Objective.of(loss, neuronsPerClass);
    }

    @Override
    public void setNIn(InputType inputType, boolean override) {
        super.setNIn(inputType, override);
        long neurons = getNIn();
        if (neurons % neuronsPerClass != 0) {
            throw new IllegalArgumentException("the neurons below a SequenceReadout must be a multiple of its "
                    + neuronsPerClass + " neurons a class, were " + neurons
                    + "; change neuronsPerClass(...) or the layer below");
        }
        setNOut(neurons / neuronsPerClass);
        loss.requireClasses(Math.toIntExact(getNOut()));
    }

    @Override
    public InputType getOutputType(int layerIndex, InputType inputType) {
        return loss.putsOutTrains() ? InputType.recurrent(getNOut()) : super.getOutputType(layerIndex, inputType);
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other)
                && other instanceof SequenceReadout that
                && loss.equals(that.loss)
                && neuronsPerClass == that.neuronsPerClass;
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), loss, neuronsPerClass);
    }

    /** Builds a {@link SequenceReadout}. */
    public static final class Builder extends FeedForwardLayer.Builder<Builder> {
        private SequenceLoss loss = MeanSquares.ofRates();
        private int neuronsPerClass = 1;

        /** Starts with the mean squared error of the rates and one neuron a class. */
        public Builder() {}

        /**
         * Sets the loss.
         *
         * @param sequenceLoss on what the neurons of the classes put out
         * @return this builder
         */
        public Builder loss(SequenceLoss sequenceLoss) {
            loss = Objects.requireNonNull(sequenceLoss, "sequenceLoss");
            return this;
        }

        /**
         * Sets the size of a population code.
         *
         * @param neurons m, at least 1
         * @return this builder
         */
        public Builder neuronsPerClass(int neurons) {
            if (neurons < 1) {
                throw new IllegalArgumentException("neuronsPerClass must be >= 1, was " + neurons);
            }
            neuronsPerClass = neurons;
            return this;
        }

        @Override
        @SuppressWarnings("unchecked")
        public SequenceReadout build() {
            return new SequenceReadout(this);
        }
    }
}
