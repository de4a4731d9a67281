package org.spike4j.neuron;

import java.util.List;
import java.util.Objects;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.spike4j.neuron.equation.StepText;

/**
 * Resonate-and-fire neuron: a damped oscillation that the input drives, which fires on its imaginary part. Exact between
 * inputs:
 *
 * <pre>
 * a = exp(damping dt) cos(omega dt),  b = exp(damping dt) sin(omega dt)
 * p = a re - b im + dt x
 * h = b re + a im
 * s = H(h - threshold)
 * re = p,  im = h                 both times (1 - s) with a reset to 0
 * </pre>
 *
 * <p>Constants: {@code damping}, {@code omega}, {@code threshold}, {@code dt}. States from 0: re, im.
 *
 * @param damping growth of the amplitude per unit of time, below 0 for a damped oscillation
 * @param omega angular frequency in radians per unit of time
 * @param dt time step
 * @param firing threshold, a reset to 0 in the same step or none, and surrogate
 * @param learned constants that are trained
 */
public record ResonateAndFire(
        @JsonProperty("damping") double damping,
        @JsonProperty("omega") double omega,
        @JsonProperty("dt") double dt,
        @JsonProperty("firing") Firing firing,
        @JsonProperty("learned") List<Learned> learned)
        implements SpikingModel<ResonateAndFire>, EquationModel, TimeScaling {

    /** Checks the constants. */
    public ResonateAndFire {
        Objects.requireNonNull(firing, "firing");
        Checks.finite(damping, "damping");
        Checks.finite(omega, "omega");
        Checks.time(dt, "dt");
        Reset reset = firing.reset();
        ResetStatement.of(reset);
        boolean toZero = reset.mode() == ResetMode.TO_VALUE && reset.value() == 0;
        if (!toZero && reset.mode() != ResetMode.NONE) {
            throw new IllegalArgumentException(
                    "an oscillation can be reset to 0 or not at all; reset must be toValue(0) or none, was " + reset);
        }
        learned = Checks.learned(learned, "damping", "omega", "threshold");
    }

    /**
     * A neuron with {@link Firing#standard()}.
     *
     * @param damping growth of the amplitude per unit of time, below 0 for a damped oscillation
     * @param omega angular frequency in radians per unit of time
     * @param dt time step
     * @return the neuron
     */
    public static ResonateAndFire of(double damping, double omega, double dt) {
        return new ResonateAndFire(damping, omega, dt, Firing.standard(), List.of());
    }

    @Override
    public ResonateAndFire withFiring(Firing newFiring) {
        return new ResonateAndFire(damping, omega, dt, newFiring, learned);
    }

    @Override
    public ResonateAndFire withLearned(List<Learned> newLearned) {
        return new ResonateAndFire(damping, omega, dt, firing, newLearned);
    }

    @Override
    public ResonateAndFire withTimeScale(double factor) {
        return new ResonateAndFire(damping, omega, factor * dt, firing, learned);
    }

    @Override
    public double[] atTimeScale(double[] constants, double factor) {
        double[] scaled = constants.clone();
        scaled[3] = factor * constants[3];
        return scaled;
    }

    @Override
    public List<Constant> constants() {
        return List.of(
                new Constant("damping", damping, Domain.reals()),
                new Constant("omega", omega, Domain.reals()),
                new Constant("threshold", firing.threshold(), Domain.above(0)),
                new Constant("dt", dt, Domain.above(0)));
    }

    @Override
    public StepText step() {
        boolean resets = firing.reset().mode() == ResetMode.TO_VALUE;
        String kept = !resets ? "" : firing.reset().detached() ? "(1 - detach(s)) * " : "(1 - s) * ";
        String text = """
                state re = 0
                state im = 0
                a = exp(damping * dt) * cos(omega * dt)
                b = exp(damping * dt) * sin(omega * dt)
                p = a * re - b * im + dt * x
                h = b * re + a * im
                s = spike(h, threshold)
                re = %1$sp
                im = %1$sh
                """.formatted(kept);
        return StepText.discrete(text, firing, "damping", "omega", "threshold", "dt");
    }
}
