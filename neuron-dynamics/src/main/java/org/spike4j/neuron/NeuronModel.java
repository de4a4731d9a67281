package org.spike4j.neuron;

import java.util.List;
import org.nd4j.shade.jackson.annotation.JsonTypeInfo;
import org.spike4j.neuron.kernel.Dynamics;

/**
 * A spiking (or merely leaky) neuron: an immutable record of constants, and how they enter the discrete update.
 *
 * <p>Life cycle: a model is written once, put into as many layers as wanted, and saved inside their JSON. It holds no
 * state: a kernel carries the state through a sequence and hands it back. A model names its
 * {@link Dynamics}, computes the coefficients of that step from its constants, and pulls gradients with respect to the
 * coefficients back to its constants. The integrate-and-fire family shares one affine step with kernels of its own; every
 * other model is an {@link EquationModel}, whose kernels are made from its equations.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.CLASS, include = JsonTypeInfo.As.PROPERTY, property = "@class")
public interface NeuronModel {

    /**
     * The numeric constants in a fixed order.
     *
     * @return name, value and domain of each constant
     */
    List<Constant> constants();

    /**
     * The constants that are trained with the weights.
     *
     * @return none unless the model says otherwise
     */
    List<Learned> learned();

    /**
     * The step of this model.
     *
     * @return its dynamics
     */
    Dynamics dynamics();

    /**
     * Computes the coefficients of one channel.
     *
     * @param constants values in the order of {@link #constants()}; not modified
     * @param coefficients by index; holds the neutral values, and is modified where the model differs from them
     */
    void coefficients(double[] constants, double[] coefficients);

    /**
     * Pulls a gradient with respect to the coefficients back to the constants of one channel.
     *
     * @param constants values in the order of {@link #constants()}; not modified
     * @param coefficientGradient dL / d coefficient, by index; not modified
     * @param constantGradient receives dL / d constant, in the order of {@link #constants()}
     */
    void pullBack(double[] constants, double[] coefficientGradient, double[] constantGradient);
}
