package org.spike4j.neuron;

import static org.spike4j.neuron.kernel.Coefficient.RESET_VALUE;
import static org.spike4j.neuron.kernel.Coefficient.THRESHOLD;

import java.util.List;
import java.util.Objects;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.spike4j.neuron.kernel.AffineDynamics;

/**
 * Integrate-and-fire: h = v + x; s = H(h - threshold); v = reset of h.
 *
 * <p>Constants: {@code threshold}, {@code resetValue}. The membrane starts at the reset value. SpikingJelly's IFNode fires
 * at the threshold, Norse's IAF only above it.
 *
 * @param firing threshold, reset and surrogate
 * @param learned constants that are trained
 */
public record IntegrateAndFire(
        @JsonProperty("firing") Firing firing,
        @JsonProperty("learned") List<Learned> learned) implements SpikingModel<IntegrateAndFire>, TimeScaling {

    /** Checks the constants. */
    public IntegrateAndFire {
        Objects.requireNonNull(firing, "firing");
        learned = Checks.learned(learned, "threshold", "resetValue");
    }

    /**
     * The neuron with {@link Firing#standard()}.
     *
     * @return the default
     */
    public static IntegrateAndFire standard() {
        return new IntegrateAndFire(Firing.standard(), List.of());
    }

    @Override
    public IntegrateAndFire withFiring(Firing newFiring) {
        return new IntegrateAndFire(newFiring, learned);
    }

    @Override
    public IntegrateAndFire withLearned(List<Learned> newLearned) {
        return new IntegrateAndFire(firing, newLearned);
    }

    @Override
    public List<Constant> constants() {
        return List.of(
                new Constant("threshold", firing.threshold(), Domain.above(0)),
                new Constant("resetValue", firing.reset().value(), Domain.reals()));
    }

    @Override
    public IntegrateAndFire withTimeScale(double factor) {
        return this;
    }

    @Override
    public AffineDynamics dynamics() {
        return AffineDynamics.spiking(firing, firing.reset().value());
    }

    @Override
    public void coefficients(double[] constants, double[] coefficients) {
        coefficients[THRESHOLD.ordinal()] = constants[0];
        coefficients[RESET_VALUE.ordinal()] = constants[1];
    }

    @Override
    public void pullBack(double[] constants, double[] coefficientGradient, double[] constantGradient) {
        constantGradient[0] = coefficientGradient[THRESHOLD.ordinal()];
        constantGradient[1] = coefficientGradient[RESET_VALUE.ordinal()];
    }
}
