package org.spike4j.neuron.surrogate;

import java.util.Optional;
import org.nd4j.shade.jackson.annotation.JsonTypeInfo;
import org.nd4j.shade.jackson.databind.annotation.JsonTypeIdResolver;

/**
 * Stands for the derivative of the step function where a spike is differentiated.
 *
 * <p>The names "ATan" and "SuperSpike" differ between libraries by scale; each family here states its formula in x = h -
 * theta and offers one preset per library that uses it.
 *
 * <p>A surrogate of your own is a class or a record that implements this, or a lambda: {@code x -> 1 / (1 + x * x)}. A
 * lambda trains, but a network that has one cannot be saved.
 */
@FunctionalInterface
@JsonTypeInfo(use = JsonTypeInfo.Id.CUSTOM, include = JsonTypeInfo.As.PROPERTY, property = "@class")
@JsonTypeIdResolver(SurrogateClass.class)
public interface Surrogate {

    /**
     * The surrogate derivative ds/dx.
     *
     * @param x distance of the membrane to its threshold
     * @return ds/dx, finite for every finite x
     */
    double derivative(double x);

    /**
     * The derivative as text in {@code x} and the names of the record's components, for example {@code "height / (1 + (slope
     * * x)^2)"}.
     *
     * <pre>
     * numbers, names, pi, parentheses, + - * /, ^ (binds tighter than a minus before it)
     * exp log sqrt abs min max sin cos tanh sigmoid
     * where(a &lt; b, then, else), with &lt; &lt;= &gt; or &gt;=
     * </pre>
     *
     * @return the text; empty where {@link #derivative} is all there is
     */
    default Optional<String> formula() {
        return Optional.empty();
    }
}
