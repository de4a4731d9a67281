package org.spike4j.neuron;

import java.util.List;
import java.util.Objects;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.spike4j.neuron.equation.StepText;
import org.spike4j.neuron.surrogate.CountWindow;

/**
 * LIF that puts out a number of spikes a step instead of one:
 *
 * <pre>
 * h = v - dt / tau v + x
 * s = h / threshold, rounded, between 0 and largest
 * v = h - s threshold
 * </pre>
 *
 * <p>This is SpikingJelly's ILIFNode. The surrogate is the derivative of s in h / threshold, so {@link CountWindow} and not
 * one that is centred at a threshold. Constants: {@code tau}, {@code threshold}. State: v from 0.
 *
 * @param tau membrane time constant in the unit of dt
 * @param dt time step
 * @param largest most spikes of a step, at least 1
 * @param firing threshold, reset by subtraction in the same step or none, and surrogate
 * @param learned constants that are trained
 */
public record IntegerLif(
        @JsonProperty("tau") double tau,
        @JsonProperty("dt") double dt,
        @JsonProperty("largest") int largest,
        @JsonProperty("firing") Firing firing,
        @JsonProperty("learned") List<Learned> learned)
        implements SpikingModel<IntegerLif>, EquationModel {

    /** Checks the constants. */
    public IntegerLif {
        Objects.requireNonNull(firing, "firing");
        Checks.time(dt, "dt");
        Checks.eulerTime(tau, dt, "tau");
        if (largest < 1) {
            throw new IllegalArgumentException("largest must be >= 1 spikes, was " + largest);
        }
        ResetStatement.of(firing.reset());
        if (firing.reset().mode() == ResetMode.TO_VALUE) {
            throw new IllegalArgumentException(
                    "a number of spikes can only be subtracted; reset mode must be SUBTRACT or NONE, was TO_VALUE");
        }
        learned = Checks.learned(learned, "tau", "threshold");
    }

    /**
     * A neuron with steps of 1, threshold 1, reset by subtraction, and the surrogate that fits its largest count.
     *
     * @param tau membrane time constant in steps
     * @param largest most spikes of a step
     * @return the neuron
     */
    public static IntegerLif withTauInSteps(double tau, int largest) {
        Firing firing = Firing.standard().withReset(Reset.subtract()).withSurrogate(CountWindow.upTo(largest));
        return new IntegerLif(tau, 1, largest, firing, List.of());
    }

    @Override
    public IntegerLif withFiring(Firing newFiring) {
        return new IntegerLif(tau, dt, largest, newFiring, learned);
    }

    @Override
    public IntegerLif withLearned(List<Learned> newLearned) {
        return new IntegerLif(tau, dt, largest, firing, newLearned);
    }

    @Override
    public List<Constant> constants() {
        return List.of(
                new Constant("tau", tau, Domain.above(dt)),
                new Constant("threshold", firing.threshold(), Domain.above(0)));
    }

    @Override
    public StepText step() {
        String text = """
                state v = 0
                h = v - dt / tau * v + x
                s = count(h, threshold, %d)
                """.formatted(largest) + ResetStatement.of(firing.reset());
        return StepText.discrete(text, firing, "tau", "threshold").withDt(dt);
    }
}
