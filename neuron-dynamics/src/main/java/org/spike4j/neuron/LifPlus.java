package org.spike4j.neuron;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.spike4j.neuron.equation.StepText;
import org.spike4j.neuron.lifplus.InputAccumulation;
import org.spike4j.neuron.lifplus.LifPlusOption;
import org.spike4j.neuron.lifplus.MembraneDecay;
import org.spike4j.neuron.lifplus.Refractoriness;
import org.spike4j.neuron.lifplus.Reversal;
import org.spike4j.neuron.lifplus.SpikeInitiation;
import org.spike4j.neuron.lifplus.TriggeredCurrent;
import org.spike4j.neuron.surrogate.Rectangle;

/**
 * LIF+: a LIF with six groups of options, each of which adds its part to the step. These parts in the order in which they are
 * computed, with the simplest option of each group:
 *
 * <pre>
 * arriving = x                          refractoriness: what of the input arrives
 * accumulated = arriving                accumulation
 * j = accumulated                       reversal
 * f = rest - v                          initiation
 * charged = v + kappa (f + j)           decay
 * driven = charged                      triggered current
 * h = driven                            refractoriness
 * s = H(h - threshold)
 * v = reset of h
 * </pre>
 *
 * <p>Each option documents its own part, and a last one after the reset if it has one. These are the equations of the manual of
 * BIDL, whose v0 is both rest and reset value, and whose threshold of initiated spikes is the one of the firing. Constants:
 * {@code kappa}, {@code rest}, {@code threshold}, {@code resetValue} and those of the options. States: v from 0, then those of
 * accumulation, triggered current and refractoriness.
 *
 * @param kappa dt / tau
 * @param rest membrane without input
 * @param decay how the membrane decays
 * @param accumulation how the input adds up
 * @param reversal whether the accumulated input is a current or a conductance
 * @param initiation how a spike comes up; instant with a linear decay, which has no pull to rest
 * @param triggered current that spikes trigger
 * @param refractoriness what holds back the next spike
 * @param firing threshold, reset in the same step, and surrogate
 * @param learned constants that are trained
 */
public record LifPlus(
        @JsonProperty("kappa") double kappa,
        @JsonProperty("rest") double rest,
        @JsonProperty("decay") MembraneDecay decay,
        @JsonProperty("accumulation") InputAccumulation accumulation,
        @JsonProperty("reversal") Reversal reversal,
        @JsonProperty("initiation") SpikeInitiation initiation,
        @JsonProperty("triggered") TriggeredCurrent triggered,
        @JsonProperty("refractoriness") Refractoriness refractoriness,
        @JsonProperty("firing") Firing firing,
        @JsonProperty("learned") List<Learned> learned)
        implements SpikingModel<LifPlus>, EquationModel, TimeScaling {

    /** Checks the constants. */
    public LifPlus {
        Objects.requireNonNull(decay, "decay");
        Objects.requireNonNull(accumulation, "accumulation");
        Objects.requireNonNull(reversal, "reversal");
        Objects.requireNonNull(initiation, "initiation");
        Objects.requireNonNull(triggered, "triggered");
        Objects.requireNonNull(refractoriness, "refractoriness");
        Objects.requireNonNull(firing, "firing");
        Checks.positive(kappa, "kappa");
        Checks.finite(rest, "rest");
        ResetStatement.of(firing.reset());
        if (decay instanceof MembraneDecay.Linear && !(initiation instanceof SpikeInitiation.Instant)) {
            throw new IllegalArgumentException("a linear decay has no pull to rest that " + initiation
                    + " could change; take exponential decay or instant initiation");
        }
        List<LifPlusOption> options = List.of(accumulation, reversal, initiation, decay, triggered, refractoriness);
        learned = Checks.learned(learned, names(constants(kappa, rest, firing, options)));
    }

    /**
     * A neuron with the simplest option of each group, rest 0, threshold 0.5, reset to 0 and BIDL's rectangle.
     *
     * @param kappa dt / tau
     * @return the neuron
     */
    public static LifPlus withKappa(double kappa) {
        Firing firing = new Firing(0.5, FireCondition.ABOVE_THRESHOLD, Reset.toValue(0), Rectangle.bidl(0.5));
        return new LifPlus(
                kappa,
                0,
                new MembraneDecay.Exponential(),
                new InputAccumulation.None(),
                new Reversal.None(),
                new SpikeInitiation.Instant(),
                new TriggeredCurrent.None(),
                new Refractoriness.None(),
                firing,
                List.of());
    }

    /**
     * The same with another rest.
     *
     * @param newRest membrane without input
     * @return a copy
     */
    public LifPlus withRest(double newRest) {
        return new LifPlus(
                kappa, newRest, decay, accumulation, reversal, initiation, triggered, refractoriness, firing, learned);
    }

    /**
     * The same with another decay.
     *
     * @param newDecay how the membrane decays
     * @return a copy
     */
    public LifPlus with(MembraneDecay newDecay) {
        return new LifPlus(
                kappa, rest, newDecay, accumulation, reversal, initiation, triggered, refractoriness, firing, learned);
    }

    /**
     * The same with another accumulation of its input.
     *
     * @param newAccumulation how the input adds up
     * @return a copy
     */
    public LifPlus with(InputAccumulation newAccumulation) {
        return new LifPlus(
                kappa, rest, decay, newAccumulation, reversal, initiation, triggered, refractoriness, firing, learned);
    }

    /**
     * The same with another reversal.
     *
     * @param newReversal whether the accumulated input is a current or a conductance
     * @return a copy
     */
    public LifPlus with(Reversal newReversal) {
        return new LifPlus(
                kappa, rest, decay, accumulation, newReversal, initiation, triggered, refractoriness, firing, learned);
    }

    /**
     * The same with another initiation of spikes.
     *
     * @param newInitiation how a spike comes up
     * @return a copy
     */
    public LifPlus with(SpikeInitiation newInitiation) {
        return new LifPlus(
                kappa, rest, decay, accumulation, reversal, newInitiation, triggered, refractoriness, firing, learned);
    }

    /**
     * The same with another triggered current.
     *
     * @param newTriggered current that spikes trigger
     * @return a copy
     */
    public LifPlus with(TriggeredCurrent newTriggered) {
        return new LifPlus(
                kappa, rest, decay, accumulation, reversal, initiation, newTriggered, refractoriness, firing, learned);
    }

    /**
     * The same with another refractoriness.
     *
     * @param newRefractoriness what holds back the next spike
     * @return a copy
     */
    public LifPlus with(Refractoriness newRefractoriness) {
        return new LifPlus(
                kappa, rest, decay, accumulation, reversal, initiation, triggered, newRefractoriness, firing, learned);
    }

    @Override
    public LifPlus withFiring(Firing newFiring) {
        return new LifPlus(
                kappa, rest, decay, accumulation, reversal, initiation, triggered, refractoriness, newFiring, learned);
    }

    @Override
    public LifPlus withLearned(List<Learned> newLearned) {
        return new LifPlus(
                kappa, rest, decay, accumulation, reversal, initiation, triggered, refractoriness, firing, newLearned);
    }

    /**
     * The same with steps of another length, by forward Euler. A linear decay takes an input as a charge; one that is
     * accumulated is a current, which it cannot take at another step.
     */
    @Override
    public LifPlus withTimeScale(double factor) {
        if (decay instanceof MembraneDecay.Linear && !(accumulation instanceof InputAccumulation.None)) {
            throw new IllegalArgumentException(
                    "LifPlus cannot be brought to another time step with a linear decay, which"
                            + " adds all of an accumulated input in every step; take exponential decay or no accumulation");
        }
        return new LifPlus(
                LifPlusOption.atTimeScale("kappa", kappa, factor),
                rest,
                decay.withTimeScale(factor),
                accumulation.withTimeScale(factor),
                reversal,
                initiation,
                triggered.withTimeScale(factor),
                refractoriness.withTimeScale(factor),
                firing,
                learned);
    }

    @Override
    public double[] atTimeScale(double[] constants, double factor) {
        List<Constant> all = constants();
        double[] scaled = new double[constants.length];
        Arrays.setAll(scaled, k -> LifPlusOption.atTimeScale(all.get(k).name(), constants[k], factor));
        return scaled;
    }

    @Override
    public List<Constant> constants() {
        return constants(kappa, rest, firing, options());
    }

    /** In the order of their statements before the spike. */
    private List<LifPlusOption> options() {
        return List.of(accumulation, reversal, initiation, decay, triggered, refractoriness);
    }

    private static List<Constant> constants(double kappa, double rest, Firing firing, List<LifPlusOption> options) {
        List<Constant> all = new ArrayList<>(List.of(
                new Constant("kappa", kappa, Domain.above(0)),
                new Constant("rest", rest, Domain.reals()),
                new Constant("threshold", firing.threshold(), Domain.above(0)),
                new Constant("resetValue", firing.reset().value(), Domain.reals())));
        options.forEach(option -> all.addAll(option.constants()));
        return all;
    }

    private static String[] names(List<Constant> constants) {
        return constants.stream().map(Constant::name).toArray(String[]::new);
    }

    @Override
    public StepText step() {
        StringBuilder text = new StringBuilder("state v = 0\n");
        options().forEach(option -> text.append(option.states()));
        text.append(refractoriness.gate());
        options().forEach(option -> text.append(option.statements()));
        text.append("s = spike(h, threshold)\n")
                .append(ResetStatement.of(firing.reset()))
                .append('\n');
        options().forEach(option -> text.append(option.afterSpike()));
        return StepText.discrete(text.toString(), firing, names(constants()));
    }
}
