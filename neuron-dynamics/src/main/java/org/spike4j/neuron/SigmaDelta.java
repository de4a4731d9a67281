package org.spike4j.neuron;

import java.util.List;
import java.util.Objects;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.spike4j.neuron.equation.StepText;

/**
 * Sigma-delta neuron: adds up what it receives, and sends by how many quanta its activation has changed since it last sent, so
 * that a neuron of the same kind behind a linear layer adds it up again.
 *
 * <pre>
 * sigma = sigma + x
 * a = activation(sigma)
 * y = quantum round((a - sent) / quantum)
 * sent = sent + y
 * </pre>
 *
 * <p>The sum of all that was sent is within half a quantum of the activation, so nothing is lost. The gradient of round is taken
 * as 1 (straight through). This is the scheme of lava-dl's sigma-delta neurons (Intel, Lava), which send changes of at least a
 * threshold unrounded; here the quantum is both. Constants: {@code quantum}. States: sigma and sent from 0.
 *
 * @param quantum smallest change that is sent
 * @param activation of the sum
 * @param learned constants that are trained
 */
public record SigmaDelta(
        @JsonProperty("quantum") double quantum,
        @JsonProperty("activation") Activation activation,
        @JsonProperty("learned") List<Learned> learned)
        implements EquationModel, TimeScaling {
    private static final String[] CONSTANTS = {"quantum"};

    /** Checks the constants. */
    public SigmaDelta {
        Checks.positive(quantum, "quantum");
        Objects.requireNonNull(activation, "activation");
        learned = Checks.learned(learned, CONSTANTS);
    }

    /**
     * A neuron with a rectifier.
     *
     * @param quantum smallest change that is sent
     * @return the neuron
     */
    public static SigmaDelta withQuantum(double quantum) {
        return new SigmaDelta(quantum, Activation.RELU, List.of());
    }

    /**
     * This neuron with constants that are trained.
     *
     * @param newLearned which constants, and how they are shared
     * @return a copy
     */
    public SigmaDelta withLearned(Learned... newLearned) {
        return new SigmaDelta(quantum, activation, List.of(newLearned));
    }

    /** It has no time constant: it sends changes, whenever they come. */
    @Override
    public SigmaDelta withTimeScale(double factor) {
        return this;
    }

    @Override
    public List<Constant> constants() {
        return List.of(new Constant("quantum", quantum, Domain.above(0)));
    }

    @Override
    public StepText step() {
        String activated = switch (activation) {
            case IDENTITY -> "sigma";
            case RELU -> "relu(sigma)";
            case TANH -> "tanh(sigma)";
        };
        String text = """
                state sigma = 0
                state sent = 0
                sigma = sigma + x
                y = quantum * round((%s - sent) / quantum)
                sent = sent + y
                output y
                """.formatted(activated);
        return StepText.integrating(text, CONSTANTS);
    }
}
