package org.spike4j.training.recipe;

import java.util.function.DoubleFunction;
import org.spike4j.neuron.surrogate.ATan;
import org.spike4j.neuron.surrogate.FastSigmoid;
import org.spike4j.neuron.surrogate.Gaussian;
import org.spike4j.neuron.surrogate.Rectangle;
import org.spike4j.neuron.surrogate.Sigmoid;
import org.spike4j.neuron.surrogate.Surrogate;
import org.spike4j.neuron.surrogate.Triangle;

/** The surrogates a recipe can name, what their {@code alpha} means, and its default. */
enum SurrogateFamily {
    /** {@link ATan#ofAlpha}. */
    ATAN(2, ATan::ofAlpha),
    /** {@link FastSigmoid#ofSlope}. */
    FAST_SIGMOID(25, FastSigmoid::ofSlope),
    /** {@link Sigmoid#ofAlpha}. */
    SIGMOID(4, Sigmoid::ofAlpha),
    /** {@link Triangle#spikingJelly}. */
    TRIANGLE(1, Triangle::spikingJelly),
    /** {@link Rectangle#bidl}. */
    RECTANGLE(0.5, Rectangle::bidl),
    /** {@link Gaussian#spikingJellyErf}. */
    GAUSSIAN(2, Gaussian::spikingJellyErf);

    private final double alpha;
    private final DoubleFunction<Surrogate> preset;

    SurrogateFamily(double alpha, DoubleFunction<Surrogate> preset) {
        this.alpha = alpha;
        this.preset = preset;
    }

    static Surrogate read(Section section) {
        section.allow("family", "alpha");
        SurrogateFamily family = section.get("family").choice(SurrogateFamily.class);
        return family.preset.apply(section.find("alpha").map(Value::positive).orElse(family.alpha));
    }
}
