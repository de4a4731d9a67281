package org.spike4j.neuron;

import java.util.List;
import java.util.Objects;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.spike4j.neuron.equation.StepText;

/**
 * Current-based LIF whose decays are given by the step: the input drives a current that decays by itself, and the current
 * drives the membrane.
 *
 * <pre>
 * c = currentDecay c + x
 * h = membraneDecay v + c
 * s = H(h - threshold)
 * v = reset of h
 * </pre>
 *
 * <p>So the membrane sees the current with the new input. This is SpikingJelly's CUBALIFNode; {@link CurrentLif} has time
 * constants. Constants: {@code membraneDecay}, {@code currentDecay}, {@code threshold}, {@code resetValue}. States: v from
 * resetValue, c from 0.
 *
 * @param membraneDecay what is left of the membrane after a step, in (0, 1)
 * @param currentDecay what is left of the current after a step, in (0, 1)
 * @param firing threshold, reset in the same step, and surrogate
 * @param learned constants that are trained
 */
public record CubaLif(
        @JsonProperty("membraneDecay") double membraneDecay,
        @JsonProperty("currentDecay") double currentDecay,
        @JsonProperty("firing") Firing firing,
        @JsonProperty("learned") List<Learned> learned)
        implements SpikingModel<CubaLif>, EquationModel, TimeScaling {

    /** Checks the constants. */
    public CubaLif {
        Objects.requireNonNull(firing, "firing");
        Checks.fraction(membraneDecay, "membraneDecay");
        Checks.fraction(currentDecay, "currentDecay");
        ResetStatement.of(firing.reset());
        learned = Checks.learned(learned, "membraneDecay", "currentDecay", "threshold", "resetValue");
    }

    /**
     * A neuron with {@link Firing#standard()}.
     *
     * @param membraneDecay what is left of the membrane after a step
     * @param currentDecay what is left of the current after a step
     * @return the neuron
     */
    public static CubaLif withDecays(double membraneDecay, double currentDecay) {
        return new CubaLif(membraneDecay, currentDecay, Firing.standard(), List.of());
    }

    @Override
    public CubaLif withFiring(Firing newFiring) {
        return new CubaLif(membraneDecay, currentDecay, newFiring, learned);
    }

    @Override
    public CubaLif withLearned(List<Learned> newLearned) {
        return new CubaLif(membraneDecay, currentDecay, firing, newLearned);
    }

    /** A current that is held drives the membrane as far as before, in units of the threshold. */
    @Override
    public CubaLif withTimeScale(double factor) {
        double[] scaled = atTimeScale(
                new double[] {
                    membraneDecay,
                    currentDecay,
                    firing.threshold(),
                    firing.reset().value()
                },
                factor);
        return new CubaLif(scaled[0], scaled[1], CurrentUnits.firing(firing, scaled), learned);
    }

    @Override
    public double[] atTimeScale(double[] constants, double factor) {
        return CurrentUnits.atTimeScale(constants, 0, factor);
    }

    @Override
    public List<Constant> constants() {
        return List.of(
                new Constant("membraneDecay", membraneDecay, Domain.between(0, 1)),
                new Constant("currentDecay", currentDecay, Domain.between(0, 1)),
                new Constant("threshold", firing.threshold(), Domain.above(0)),
                new Constant("resetValue", firing.reset().value(), Domain.reals()));
    }

    @Override
    public StepText step() {
        String text = """
                state v = resetValue
                state c = 0
                c = currentDecay * c + x
                h = membraneDecay * v + c
                s = spike(h, threshold)
                """ + ResetStatement.of(firing.reset());
        return StepText.discrete(text, firing, "membraneDecay", "currentDecay", "threshold", "resetValue");
    }
}
