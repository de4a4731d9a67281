package org.spike4j.neuron.surrogate;

import java.util.Optional;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * One derivative on each side of the threshold: ds/dx = above for x &gt;= 0, else below. Either may be negative.
 *
 * @param above derivative at and above the threshold
 * @param below derivative below the threshold
 */
public record LeakyKRelu(
        @JsonProperty("above") double above,
        @JsonProperty("below") double below) implements SmoothSpike {

    /** Checks the constants. */
    public LeakyKRelu {
        Require.finite(above, "above");
        Require.finite(below, "below");
    }

    /**
     * SpikingJelly's LeakyKReLU.
     *
     * @param k its derivative above; 1 unless given
     * @param leak its derivative below; 0 unless given
     * @return the surrogate
     */
    public static LeakyKRelu spikingJelly(double k, double leak) {
        return new LeakyKRelu(k, leak);
    }

    /**
     * snnTorch's leaky spike operator LSO: 1 above the threshold, else slope. At the threshold itself theirs is slope.
     *
     * @param slope its constant; 0.1 unless given
     * @return the surrogate
     */
    public static LeakyKRelu snnTorchLeakySpike(double slope) {
        return new LeakyKRelu(1, slope);
    }

    /**
     * snnTorch's triangular: threshold below the threshold, else -threshold; so it is the second derivative of a triangle.
     *
     * @param threshold its constant; 1 unless given
     * @return the surrogate
     */
    public static LeakyKRelu snnTorchTriangular(double threshold) {
        return new LeakyKRelu(-threshold, threshold);
    }

    @Override
    public double derivative(double x) {
        return x >= 0 ? above : below;
    }

    @Override
    public double primitive(double x) {
        return 0.5 + (x >= 0 ? above : below) * x;
    }

    @Override
    public Optional<String> formula() {
        return Optional.of("where(x >= 0, above, below)");
    }
}
