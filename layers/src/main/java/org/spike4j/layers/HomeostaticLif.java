package org.spike4j.layers;

import java.util.Objects;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.nd4j.linalg.api.buffer.DataType;
import org.spike4j.layers.execution.HomeostaticExecution;
import org.spike4j.layers.execution.LayerMemory;
import org.spike4j.layers.execution.PassSize;
import org.spike4j.layers.execution.SpikingExecution;
import org.spike4j.neuron.BidlLif;
import org.spike4j.neuron.Liaf;
import org.spike4j.neuron.NeuronModel;

/**
 * BIDL's LIF with homeostasis: the membrane of a step is normalised over the mini-batch, for each step and channel, before it
 * fires.
 *
 * <pre>
 * u = v + x
 * h = gamma (u - mean(u)) / sqrt(variance(u) + 1e-5) + beta         over samples and pixels of the channel, in this step
 * h = h + noise deviation(h) normal                                 in training, not differentiated
 * s = H(h - threshold)
 * r = s resetValue + (1 - s) h                                      or another reset
 * v = leak r + offset
 * </pre>
 *
 * <p>The deviation is that over the pixels of the image of a sample and a channel, or over the features of a sample that is a
 * vector. Normal numbers follow from the seed of {@code Nd4j.getRandom()}, as those of dropout do. With a {@link Liaf} the
 * output is analog, of the h after the noise. In inference, mean and variance are running averages, which all steps share;
 * they approach the mean over the steps. Source: Wu et al. 2023, Frontiers in Neuroscience 17:1213720.
 *
 * <p>Samples meet in every step, so the layer walks step by step over whole slabs, which costs more passes over memory than
 * other neurons do. Input: [T*N, F] or [T*N, C, H, W] with row = t * N + n, [N, F, T], or [N, C, T, H, W]. Output: [T*N, F] or
 * [T*N, C, H, W].
 */
public final class HomeostaticLif extends NeuronLayer {
    private static final long serialVersionUID = 1L;

    private double noise;

    /** For JSON. */
    public HomeostaticLif() {}

    private HomeostaticLif(Builder builder) {
        super(builder);
        noise = builder.noise;
        NeuronModel neuron = getNeuron();
        NeuronModel inside = neuron instanceof Liaf analog ? analog.neuron() : neuron;
        if (!(inside instanceof BidlLif)) {
            throw new IllegalArgumentException("the neuron of HomeostaticLif must be a BidlLif, or a Liaf of one, was "
                    + neuron + "; put TemporalBatchNorm in front of other neurons");
        }
        if (getTimeSteps() > 0) {
            throw new IllegalArgumentException("timeSteps(" + getTimeSteps()
                    + ") is not for HomeostaticLif, whose input has its own steps; put it on the layer before");
        }
    }

    /**
     * The noise on the membrane in training.
     *
     * @return its deviation, relative to that of the membrane; 0 for none
     */
    public double getNoise() {
        return noise;
    }

    /**
     * Sets the noise on the membrane in training.
     *
     * @param noise its deviation, relative to that of the membrane; 0 for none
     */
    public void setNoise(double noise) {
        this.noise = noise;
    }

    @Override
    public long[] weightShape() {
        return new long[0];
    }

    @Override
    public boolean hasBias() {
        return false;
    }

    @Override
    public boolean hasBatchNorm() {
        return true;
    }

    @Override
    SpikingExecution<?> execution(NeuralNetConfiguration conf, DataType dataType) {
        return new HomeostaticExecution(conf, dataType);
    }

    @Override
    public LayerMemory trainingMemory(InputType input, PassSize size) {
        return HomeostaticExecution.memory(Channels.features(input), size);
    }

    @Override
    public InputType getOutputType(int layerIndex, InputType inputType) {
        return Channels.folded(inputType);
    }

    @Override
    public void setNIn(InputType inputType, boolean override) {
        setLayout(Layout.of(inputType));
        long channels = Channels.of(inputType);
        setNIn(channels);
        setNOut(channels);
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other) && other instanceof HomeostaticLif that && noise == that.noise;
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), noise);
    }

    /** Builds a {@link HomeostaticLif}. */
    public static final class Builder extends NeuronBuilder<Builder> {
        private double noise;

        /** Starts with BIDL's LIF and no noise. */
        public Builder() {
            neuron(BidlLif.standard());
        }

        /**
         * Adds noise to the membrane in training.
         *
         * @param level deviation of the noise, relative to that of the membrane; BIDL uses 0, 1e-5 or 1e-3
         * @return this builder
         */
        public Builder noise(double level) {
            if (!(level >= 0) || Double.isInfinite(level)) {
                throw new IllegalArgumentException("noise must be >= 0 and finite, was " + level);
            }
            noise = level;
            return this;
        }

        @Override
        @SuppressWarnings("unchecked")
        public HomeostaticLif build() {
            return new HomeostaticLif(this);
        }
    }
}
