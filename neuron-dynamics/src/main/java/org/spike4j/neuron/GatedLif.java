package org.spike4j.neuron;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.spike4j.neuron.equation.StepText;

/**
 * LIF whose gates blend two leaks, two ways of taking the input and two resets (GLIF). All constants lie in (0, 1). With the
 * conductance C of the step:
 *
 * <pre>
 * keep = 1 - leakGate (1 - decay)
 * h = keep v - (1 - leakGate) linearLeak + x (1 - inputGate (1 - C)) - keep v resetGate q - (1 - resetGate) linearReset q
 * s = H(h - threshold)
 * v = h,  q = s
 * </pre>
 *
 * <p>So the spike q of the step before resets. This is SpikingJelly's GatedLIFNode, which has the logits of these constants as
 * parameters; learned constants here are kept inside (0, 1) in the same way. Constants: {@code leakGate}, {@code inputGate},
 * {@code resetGate}, {@code decay}, {@code linearLeak}, {@code linearReset}, {@code threshold}, {@code conductance1} and so
 * on. States from 0: v, q, and the number of the step if it matters.
 *
 * @param leakGate share of the exponential leak (alpha)
 * @param inputGate how much of the input depends on the conductance (beta)
 * @param resetGate share of the exponential reset (gamma)
 * @param decay what the exponential leak leaves of the membrane (tau)
 * @param linearLeak what the linear leak takes off a step
 * @param linearReset what the linear reset takes off
 * @param conductances C of the first step, the second and so on; the last one holds for all steps after it
 * @param firing threshold, no reset but that of the gates, and surrogate
 * @param learned constants that are trained
 */
public record GatedLif(
        @JsonProperty("leakGate") double leakGate,
        @JsonProperty("inputGate") double inputGate,
        @JsonProperty("resetGate") double resetGate,
        @JsonProperty("decay") double decay,
        @JsonProperty("linearLeak") double linearLeak,
        @JsonProperty("linearReset") double linearReset,
        @JsonProperty("conductances") List<Double> conductances,
        @JsonProperty("firing") Firing firing,
        @JsonProperty("learned") List<Learned> learned)
        implements SpikingModel<GatedLif>, EquationModel {
    private static final String CONDUCTANCE = "conductance";

    /** Checks the constants. */
    public GatedLif {
        Objects.requireNonNull(firing, "firing");
        conductances = List.copyOf(conductances);
        if (conductances.isEmpty()) {
            throw new IllegalArgumentException("conductances must hold at least one, which then holds for all steps");
        }
        for (Constant constant :
                constants(leakGate, inputGate, resetGate, decay, linearLeak, linearReset, conductances, firing)) {
            Checks.fraction(constant.value(), constant.name());
        }
        ResetStatement.requireNone(firing.reset());
        learned = Checks.learned(
                learned,
                names(constants(leakGate, inputGate, resetGate, decay, linearLeak, linearReset, conductances, firing)));
    }

    /**
     * SpikingJelly's start, which learns everything: gates 0.5, decay 0.25, linear leak 0.0208, linear reset and threshold and
     * conductances 0.5.
     *
     * @param steps steps that have a conductance of their own, at least 1
     * @return the neuron
     */
    public static GatedLif ofSteps(int steps) {
        List<Double> conductances = IntStream.range(0, steps).mapToObj(t -> 0.5).toList();
        Firing firing = Firing.standard().withThreshold(0.5).withReset(Reset.none());
        GatedLif fixed = new GatedLif(0.5, 0.5, 0.5, 0.25, 1 / 48.0, 0.5, conductances, firing, List.of());
        return fixed.withLearned(fixed.constants().stream()
                .map(constant -> Learned.shared(constant.name()))
                .toList());
    }

    @Override
    public GatedLif withFiring(Firing newFiring) {
        return new GatedLif(
                leakGate, inputGate, resetGate, decay, linearLeak, linearReset, conductances, newFiring, learned);
    }

    @Override
    public GatedLif withLearned(List<Learned> newLearned) {
        return new GatedLif(
                leakGate, inputGate, resetGate, decay, linearLeak, linearReset, conductances, firing, newLearned);
    }

    @Override
    public List<Constant> constants() {
        return constants(leakGate, inputGate, resetGate, decay, linearLeak, linearReset, conductances, firing);
    }

    private static List<Constant> constants(
            double leakGate,
            double inputGate,
            double resetGate,
            double decay,
            double linearLeak,
            double linearReset,
            List<Double> conductances,
            Firing firing) {
        Domain inside = Domain.between(0, 1);
        List<Constant> all = new ArrayList<>(List.of(
                new Constant("leakGate", leakGate, inside),
                new Constant("inputGate", inputGate, inside),
                new Constant("resetGate", resetGate, inside),
                new Constant("decay", decay, inside),
                new Constant("linearLeak", linearLeak, inside),
                new Constant("linearReset", linearReset, inside),
                new Constant("threshold", firing.threshold(), inside)));
        for (int t = 0; t < conductances.size(); t++) {
            all.add(new Constant(CONDUCTANCE + (t + 1), conductances.get(t), inside));
        }
        return all;
    }

    private static String[] names(List<Constant> constants) {
        return constants.stream().map(Constant::name).toArray(String[]::new);
    }

    @Override
    public StepText step() {
        int last = conductances.size();
        StringBuilder share = new StringBuilder(share(last));
        for (int t = last - 1; t >= 1; t--) {
            share.insert(0, "where(step < " + (t - 0.5) + ", " + share(t) + ", ")
                    .append(')');
        }
        String text = """
                state v = 0
                state q = 0
                %s
                keep = 1 - leakGate * (1 - decay)
                share = %s
                h = keep * v - (1 - leakGate) * linearLeak + x * share \
                - keep * v * resetGate * q - (1 - resetGate) * linearReset * q
                s = spike(h, threshold)
                v = h
                q = s
                %s
                """.formatted(
                last == 1 ? "" : "state step = 0", share, last == 1 ? "" : "step = min(step + 1, " + last + ")");
        return StepText.discrete(text, firing, names(constants()));
    }

    /** What of the input of step t, counted from 1, arrives. */
    private static String share(int t) {
        return "1 - inputGate * (1 - " + CONDUCTANCE + t + ")";
    }
}
