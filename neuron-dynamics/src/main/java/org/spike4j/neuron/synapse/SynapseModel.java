package org.spike4j.neuron.synapse;

import java.util.List;
import org.nd4j.shade.jackson.annotation.JsonTypeInfo;
import org.spike4j.neuron.Constant;
import org.spike4j.neuron.Learned;
import org.spike4j.neuron.kernel.SeriesMap;

/**
 * A delay or filter that each unit of a layer has for itself: an immutable record of constants, and what they do to a series
 * of values. It holds no state; time is in steps.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.CLASS, include = JsonTypeInfo.As.PROPERTY, property = "@class")
public interface SynapseModel extends SeriesMap {

    /**
     * The numeric constants in a fixed order, which is that of the map.
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
     * What the units do in inference.
     *
     * @return this model itself, unless the model says otherwise
     */
    default SeriesMap inInference() {
        return this;
    }

    /**
     * This model with steps that are longer or shorter: its time constants and delays, in seconds, stay.
     *
     * @param factor new step / old step, &gt; 0
     * @return a copy
     */
    SynapseModel withTimeScale(double factor);

    /**
     * Values of the constants, such as they were learned, for the model that {@link #withTimeScale} returns.
     *
     * @param constants values of this model, in the order of {@link #constants}; not modified
     * @param factor new step / old step, &gt; 0
     * @return values for the new step
     */
    double[] atTimeScale(double[] constants, double factor);
}
