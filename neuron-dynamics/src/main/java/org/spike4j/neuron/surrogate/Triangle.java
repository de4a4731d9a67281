package org.spike4j.neuron.surrogate;

import java.util.Optional;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Triangle: ds/dx = height max(0, 1 - slope |x|).
 *
 * @param height derivative at the threshold
 * @param slope inverse half width of its support
 */
public record Triangle(
        @JsonProperty("height") double height,
        @JsonProperty("slope") double slope) implements SmoothSpike {

    /** Checks the constants. */
    public Triangle {
        Require.positive(height, "height");
        Require.positive(slope, "slope");
    }

    /**
     * SpikingJelly's PiecewiseQuadratic: max(0, alpha - alpha^2 |x|).
     *
     * @param alpha its constant; 1 unless given
     * @return the surrogate
     */
    public static Triangle spikingJelly(double alpha) {
        return new Triangle(alpha, alpha);
    }

    /**
     * Norse's triangle: alpha max(0, 1 - |x|).
     *
     * @param alpha its constant
     * @return the surrogate
     */
    public static Triangle norse(double alpha) {
        return new Triangle(alpha, 1);
    }

    /**
     * Spyx's triangular: max(0, 1 - |k x|).
     *
     * @param k its constant
     * @return the surrogate
     */
    public static Triangle spyx(double k) {
        return new Triangle(1, k);
    }

    /**
     * BrainPy's ReluGrad: alpha max(0, width - |x|).
     *
     * @param alpha its slope
     * @param width half width of its support
     * @return the surrogate
     */
    public static Triangle brainPyRelu(double alpha, double width) {
        return new Triangle(alpha * width, 1 / width);
    }

    /**
     * mlGeNN's for e-prop: 0.3 / threshold max(0, 1 - |x / threshold|).
     *
     * @param threshold that of the neuron
     * @return the surrogate
     */
    public static Triangle mlGenn(double threshold) {
        return new Triangle(0.3 / threshold, 1 / threshold);
    }

    @Override
    public double derivative(double x) {
        return height * Math.max(0, 1 - slope * Math.abs(x));
    }

    @Override
    public double primitive(double x) {
        double u = Math.min(1, slope * Math.abs(x));
        return 0.5 + Math.signum(x) * height / slope * (u - u * u / 2);
    }

    @Override
    public Optional<String> formula() {
        return Optional.of("height * max(0, 1 - slope * abs(x))");
    }
}
