package org.spike4j.layers;

import java.util.Objects;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.spike4j.layers.execution.DenseExecution;
import org.spike4j.layers.execution.LayerMemory;
import org.spike4j.layers.execution.PassSize;
import org.spike4j.layers.execution.SpikingExecution;

/**
 * A dense layer of spiking neurons: current = x W + b in one product over all steps, then the neuron over time.
 *
 * <p>With a {@link DaleLaw}, all weights from an input have one sign, and the parameter is what they are computed from.
 *
 * <p>Input: [T*N, F], [T*N, C, H, W] (flattened), [N, F, T], [N, C, T, H, W] (flattened), or with {@code timeSteps} a
 * static [N, F]. Output: [T*N, nOut], row = t * N + n.
 */
public final class SpikingDense extends DenseNeuronLayer {
    private static final long serialVersionUID = 1L;

    private DaleLaw daleLaw;

    /** For JSON. */
    public SpikingDense() {}

    private SpikingDense(Builder builder) {
        super(builder);
        daleLaw = builder.law;
    }

    /**
     * The law that gives the weights from an input one sign.
     *
     * @return null for weights of any sign
     */
    public DaleLaw getDaleLaw() {
        return daleLaw;
    }

    /**
     * Sets the law that gives the weights from an input one sign.
     *
     * @param daleLaw null for weights of any sign
     */
    public void setDaleLaw(DaleLaw daleLaw) {
        this.daleLaw = daleLaw;
    }

    @Override
    void adjustWeights(INDArray view) {
        if (daleLaw != null) {
            daleLaw.balanceInPlace(view);
        }
    }

    @Override
    SpikingExecution<?> execution(NeuralNetConfiguration conf, DataType dataType) {
        return new DenseExecution(conf, dataType);
    }

    @Override
    public LayerMemory trainingMemory(InputType input, PassSize size) {
        LayerMemory pass = super.trainingMemory(input, size);
        if (daleLaw == null) {
            return pass;
        }
        long acting = getNIn() * getNOut() * size.type().width();
        return new LayerMemory(pass.stored(), pass.working() + acting, pass.inputGradient(), pass.scratch());
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other) && other instanceof SpikingDense that && Objects.equals(daleLaw, that.daleLaw);
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), daleLaw);
    }

    /** Builds a {@link SpikingDense}. */
    public static final class Builder extends DenseBuilder<Builder> {
        private DaleLaw law;

        /** Starts with a bias, weights of any sign and no neuron. */
        public Builder() {}

        /**
         * Gives all weights from an input one sign, and balances the initial ones, see {@link DaleLaw}.
         *
         * @param excitatory fraction of the inputs that excite, 0 to 1; the others inhibit
         * @return this builder
         */
        public Builder daleLaw(double excitatory) {
            law = new DaleLaw(excitatory);
            return this;
        }

        @Override
        @SuppressWarnings("unchecked")
        public SpikingDense build() {
            return new SpikingDense(this);
        }
    }
}
