package org.spike4j.neuron;

import java.util.List;
import java.util.Objects;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.spike4j.neuron.equation.StepText;

/**
 * LIF whose membrane answers an input by the difference of two exponentials: snnTorch's Alpha.
 *
 * <pre>
 * q = H(v - threshold)                                   without gradient
 * u = alpha excite + x
 * n = beta inhibit - x
 * f = (ln alpha / (ln beta - ln alpha) + 1) (u + n)
 * h = (1 - q) f, excite = (1 - q) u, inhibit = (1 - q) n               reset in the next step, to 0
 * h = f + q inhibit, excite = u - q threshold, inhibit = (1 - q) n     by subtraction, from the old inhibit
 * h = f, excite = u, inhibit = n                                       none
 * s = H(h - threshold)
 * v = h
 * </pre>
 *
 * <p>Constants: {@code alpha}, {@code beta}, {@code threshold}. States: v, excite and inhibit from 0.
 *
 * @param alpha decay of the excitation per step, above beta
 * @param beta decay of the inhibition per step, in (0, alpha)
 * @param firing threshold, reset and surrogate
 * @param learned constants that are trained
 */
public record AlphaLif(
        @JsonProperty("alpha") double alpha,
        @JsonProperty("beta") double beta,
        @JsonProperty("firing") Firing firing,
        @JsonProperty("learned") List<Learned> learned)
        implements SpikingModel<AlphaLif>, EquationModel, TimeScaling {
    private static final String[] CONSTANTS = {"alpha", "beta", "threshold"};

    /** Checks the constants. */
    public AlphaLif {
        Objects.requireNonNull(firing, "firing");
        Checks.fraction(alpha, "alpha");
        Checks.fraction(beta, "beta");
        if (!(alpha > beta)) {
            throw new IllegalArgumentException("alpha must be above beta = " + beta + ", was " + alpha);
        }
        FiringStatements.requireNextStep(firing.reset());
        if (firing.reset().mode() == ResetMode.TO_VALUE && firing.reset().value() != 0) {
            throw new IllegalArgumentException(
                    "this neuron resets to 0 alone, was " + firing.reset().value());
        }
        learned = Checks.learned(learned, CONSTANTS);
    }

    /**
     * snnTorch's defaults: threshold 1, fires above it, reset to 0 in the next step without gradient, ATan with alpha 2.
     *
     * @param alpha decay of the excitation per step
     * @param beta decay of the inhibition per step
     * @return the neuron
     */
    public static AlphaLif withDecays(double alpha, double beta) {
        return new AlphaLif(
                alpha,
                beta,
                FiringStatements.snnTorch()
                        .withReset(Reset.toValue(0).inNextStep().withoutGradient()),
                List.of());
    }

    @Override
    public AlphaLif withFiring(Firing newFiring) {
        return new AlphaLif(alpha, beta, newFiring, learned);
    }

    @Override
    public AlphaLif withLearned(List<Learned> newLearned) {
        return new AlphaLif(alpha, beta, firing, newLearned);
    }

    /** The ratio of the logarithms stays, so the response to a spike does, too. */
    @Override
    public AlphaLif withTimeScale(double factor) {
        return new AlphaLif(Math.pow(alpha, factor), Math.pow(beta, factor), firing, learned);
    }

    @Override
    public double[] atTimeScale(double[] constants, double factor) {
        double[] scaled = constants.clone();
        scaled[0] = Math.pow(constants[0], factor);
        scaled[1] = Math.pow(constants[1], factor);
        return scaled;
    }

    @Override
    public List<Constant> constants() {
        return List.of(
                new Constant("alpha", alpha, Domain.between(0, 1)),
                new Constant("beta", beta, Domain.between(0, 1)),
                new Constant("threshold", firing.threshold(), Domain.above(0)));
    }

    @Override
    public StepText step() {
        String reset = switch (firing.reset().mode()) {
            case TO_VALUE -> """
                            h = (1 - q) * f
                            excite = (1 - q) * u
                            inhibit = (1 - q) * n
                            """;
            case SUBTRACT -> """
                            h = f + q * inhibit
                            excite = u - q * threshold
                            inhibit = (1 - q) * n
                            """;
            case NONE -> "h = f; excite = u; inhibit = n\n";
        };
        String text = """
                state v = 0
                state excite = 0
                state inhibit = 0
                u = alpha * excite + x
                n = beta * inhibit - x
                f = (log(alpha) / (log(beta) - log(alpha)) + 1) * (u + n)
                """ + FiringStatements.spikeBefore(firing) + reset + "s = spike(h, threshold)\nv = h\n";
        return StepText.discrete(text, firing, CONSTANTS);
    }
}
