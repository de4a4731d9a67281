package org.spike4j.neuron;

import java.util.List;
import java.util.Objects;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.spike4j.neuron.equation.StepText;

/**
 * Balanced resonate-and-fire neuron: an oscillation by forward Euler, damped at least so much that it cannot grow. A spike
 * raises the threshold and the damping for a while, and resets nothing:
 *
 * <pre>
 * b = (sqrt(1 - (dt omega)^2) - 1) / dt - offset - r
 * re' = re + dt (b re - omega im + x)
 * im' = im + dt (omega re + b im)
 * s = H(re' - r - threshold)
 * r = refractoryDecay r + s
 * </pre>
 *
 * <p>Constants: {@code offset}, {@code omega}, {@code refractoryDecay}, {@code threshold}, {@code dt}. States from 0: re, im,
 * r.
 *
 * @param offset damping beyond what keeps the amplitude
 * @param omega angular frequency in radians per unit of time, below 1 / dt
 * @param dt time step
 * @param refractoryDecay what is left of r after a step, in (0, 1)
 * @param firing threshold, no reset, and surrogate
 * @param learned constants that are trained
 */
public record BalancedResonateAndFire(
        @JsonProperty("offset") double offset,
        @JsonProperty("omega") double omega,
        @JsonProperty("dt") double dt,
        @JsonProperty("refractoryDecay") double refractoryDecay,
        @JsonProperty("firing") Firing firing,
        @JsonProperty("learned") List<Learned> learned)
        implements SpikingModel<BalancedResonateAndFire>, EquationModel, TimeScaling {

    /** Checks the constants. */
    public BalancedResonateAndFire {
        Objects.requireNonNull(firing, "firing");
        Checks.finite(offset, "offset");
        Checks.time(dt, "dt");
        Checks.fraction(refractoryDecay, "refractoryDecay");
        if (!(omega > 0 && omega * dt < 1)) {
            throw new IllegalArgumentException(
                    "omega must lie in (0, 1 / dt) = (0, " + 1 / dt + "), was " + omega + "; take smaller steps");
        }
        ResetStatement.requireNone(firing.reset());
        learned = Checks.learned(learned, "offset", "omega", "refractoryDecay", "threshold");
    }

    /**
     * A neuron with refractory decay 0.9 and {@link Firing#standard()} without a reset.
     *
     * @param offset damping beyond what keeps the amplitude
     * @param omega angular frequency in radians per unit of time
     * @param dt time step
     * @return the neuron
     */
    public static BalancedResonateAndFire of(double offset, double omega, double dt) {
        Firing firing = Firing.standard().withReset(Reset.none());
        return new BalancedResonateAndFire(offset, omega, dt, 0.9, firing, List.of());
    }

    @Override
    public BalancedResonateAndFire withFiring(Firing newFiring) {
        return new BalancedResonateAndFire(offset, omega, dt, refractoryDecay, newFiring, learned);
    }

    @Override
    public BalancedResonateAndFire withLearned(List<Learned> newLearned) {
        return new BalancedResonateAndFire(offset, omega, dt, refractoryDecay, firing, newLearned);
    }

    @Override
    public BalancedResonateAndFire withTimeScale(double factor) {
        return new BalancedResonateAndFire(
                offset, omega, factor * dt, Math.pow(refractoryDecay, factor), firing, learned);
    }

    @Override
    public double[] atTimeScale(double[] constants, double factor) {
        double[] scaled = constants.clone();
        scaled[2] = Math.pow(constants[2], factor);
        scaled[4] = factor * constants[4];
        return scaled;
    }

    @Override
    public List<Constant> constants() {
        return List.of(
                new Constant("offset", offset, Domain.reals()),
                new Constant("omega", omega, Domain.between(0, 1 / dt)),
                new Constant("refractoryDecay", refractoryDecay, Domain.between(0, 1)),
                new Constant("threshold", firing.threshold(), Domain.above(0)),
                new Constant("dt", dt, Domain.above(0)));
    }

    @Override
    public StepText step() {
        String text = """
                state re = 0
                state im = 0
                state r = 0
                turn = dt * omega
                b = (sqrt(1 - turn * turn) - 1) / dt - offset - r
                p = re + dt * (b * re - omega * im + x)
                im = im + dt * (omega * re + b * im)
                re = p
                s = spike(p - r, threshold)
                r = refractoryDecay * r + s
                """;
        return StepText.discrete(text, firing, "offset", "omega", "refractoryDecay", "threshold", "dt");
    }
}
