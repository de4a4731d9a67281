package org.spike4j.neuron;

import java.util.List;
import java.util.Objects;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.spike4j.neuron.equation.StepText;

/**
 * Leaky membrane that is never negative and is not reset: snnTorch's LeakyParallel with a diagonal recurrent matrix.
 *
 * <pre>
 * v = max(0, beta v + x)
 * s = H(v - threshold)
 * </pre>
 *
 * <p>Constants: {@code beta}, {@code threshold}. States: v from 0.
 *
 * @param beta decay of the membrane per step, 0 to 1
 * @param firing threshold and surrogate; no reset
 * @param learned constants that are trained
 */
public record RectifiedLeaky(
        @JsonProperty("beta") double beta,
        @JsonProperty("firing") Firing firing,
        @JsonProperty("learned") List<Learned> learned)
        implements SpikingModel<RectifiedLeaky>, EquationModel, TimeScaling {
    private static final String[] CONSTANTS = {"beta", "threshold"};

    /** Checks the constants. */
    public RectifiedLeaky {
        Objects.requireNonNull(firing, "firing");
        Checks.decay(beta, "beta");
        if (firing.reset().mode() != ResetMode.NONE) {
            throw new IllegalArgumentException("this neuron is not reset; mode must be NONE, was "
                    + firing.reset().mode());
        }
        learned = Checks.learned(learned, CONSTANTS);
    }

    /**
     * snnTorch's defaults: threshold 1, fires above it, ATan with alpha 2.
     *
     * @param beta decay of the membrane per step
     * @return the neuron
     */
    public static RectifiedLeaky withBeta(double beta) {
        return new RectifiedLeaky(beta, FiringStatements.snnTorch().withReset(Reset.none()), List.of());
    }

    @Override
    public RectifiedLeaky withFiring(Firing newFiring) {
        return new RectifiedLeaky(beta, newFiring, learned);
    }

    @Override
    public RectifiedLeaky withLearned(List<Learned> newLearned) {
        return new RectifiedLeaky(beta, firing, newLearned);
    }

    @Override
    public RectifiedLeaky withTimeScale(double factor) {
        return new RectifiedLeaky(Math.pow(beta, factor), firing, learned);
    }

    @Override
    public double[] atTimeScale(double[] constants, double factor) {
        double[] scaled = constants.clone();
        scaled[0] = Math.pow(constants[0], factor);
        return scaled;
    }

    @Override
    public List<Constant> constants() {
        return List.of(
                new Constant("beta", beta, Domain.between(0, 1)),
                new Constant("threshold", firing.threshold(), Domain.above(0)));
    }

    @Override
    public StepText step() {
        String text = """
                state v = 0
                v = relu(beta * v + x)
                s = spike(v, threshold)
                """;
        return StepText.discrete(text, firing, CONSTANTS);
    }
}
