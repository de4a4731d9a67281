package org.spike4j.neuron;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.spike4j.neuron.equation.StepText;

/**
 * Sliding parallel spiking neuron: fires on a weighted sum of the last inputs, and forgets all older ones. With k weights:
 *
 * <pre>
 * h = weight_k x + weight_(k-1) x1 + ... + weight_1 x(k-1) + bias
 * s = H(h - threshold)
 * x(k-1) = x(k-2), ..., x1 = x
 * </pre>
 *
 * <p>This is SpikingJelly's SlidingPSN, whose threshold is 0. Constants: {@code weight1} (of the oldest input) and so on, {@code
 * bias}, {@code threshold}. States from 0: the inputs x1 to x(k-1) of the steps before.
 *
 * @param weights of the oldest input first
 * @param bias added to the sum
 * @param firing threshold, no reset, and surrogate
 * @param learned constants that are trained
 */
public record SlidingPsn(
        @JsonProperty("weights") List<Double> weights,
        @JsonProperty("bias") double bias,
        @JsonProperty("firing") Firing firing,
        @JsonProperty("learned") List<Learned> learned)
        implements SpikingModel<SlidingPsn>, EquationModel {
    private static final String WEIGHT = "weight";

    /** Checks the constants. */
    public SlidingPsn {
        Objects.requireNonNull(firing, "firing");
        weights = List.copyOf(weights);
        if (weights.isEmpty()) {
            throw new IllegalArgumentException("weights must hold at least that of the present input");
        }
        weights.forEach(weight -> Checks.finite(weight, WEIGHT));
        Checks.finite(bias, "bias");
        ResetStatement.requireNone(firing.reset());
        learned = Checks.learned(learned, names(weights.size()));
    }

    /**
     * SpikingJelly's start, which learns all weights and the bias: weights 1, 1/2, 1/4 and so on back in time, bias -1,
     * threshold 0.
     *
     * @param order number of inputs it looks at, at least 1
     * @return the neuron
     */
    public static SlidingPsn ofOrder(int order) {
        List<Double> weights = IntStream.range(0, order)
                .mapToObj(k -> Math.pow(2, k - order + 1.0))
                .toList();
        List<Learned> learned = new ArrayList<>();
        for (int k = 1; k <= order; k++) {
            learned.add(Learned.shared(WEIGHT + k));
        }
        learned.add(Learned.shared("bias"));
        return new SlidingPsn(weights, -1, Firing.standard().withThreshold(0).withReset(Reset.none()), learned);
    }

    @Override
    public SlidingPsn withFiring(Firing newFiring) {
        return new SlidingPsn(weights, bias, newFiring, learned);
    }

    @Override
    public SlidingPsn withLearned(List<Learned> newLearned) {
        return new SlidingPsn(weights, bias, firing, newLearned);
    }

    @Override
    public List<Constant> constants() {
        String[] names = names(weights.size());
        double[] values = DoubleStream.concat(
                        weights.stream().mapToDouble(Double::doubleValue), DoubleStream.of(bias, firing.threshold()))
                .toArray();
        return IntStream.range(0, names.length)
                .mapToObj(k -> new Constant(names[k], values[k], Domain.reals()))
                .toList();
    }

    private static String[] names(int order) {
        List<String> names = new ArrayList<>();
        for (int k = 1; k <= order; k++) {
            names.add(WEIGHT + k);
        }
        names.add("bias");
        names.add("threshold");
        return names.toArray(String[]::new);
    }

    @Override
    public StepText step() {
        int order = weights.size();
        StringBuilder states = new StringBuilder();
        StringBuilder sum = new StringBuilder("h = " + WEIGHT + order + " * x");
        StringBuilder shift = new StringBuilder();
        for (int back = 1; back < order; back++) {
            states.append("state x").append(back).append(" = 0\n");
            sum.append(" + " + WEIGHT).append(order - back).append(" * x").append(back);
            shift.insert(0, "x" + back + " = x" + (back == 1 ? "" : back - 1) + "\n");
        }
        String text = states + sum.toString() + " + bias\ns = spike(h, threshold)\n" + shift;
        return StepText.discrete(text, firing, names(order));
    }
}
