package org.spike4j.layers.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.spike4j.layers.Reduction;

/** Every loss against values worked out by hand, and its gradient against finite differences where it has a slope. */
class SequenceLossTest {
    private static final double ROUNDING = 1e-12;
    private static final double STEP = 1e-5;
    private static final double SLOPE_ERROR = 1e-9;

    private static SampleSteps steps(int classes, double... values) {
        return new SampleSteps(values, classes, 1);
    }

    private static double loss(SequenceLoss loss, SampleSteps x, double... label) {
        return loss.evaluate(x, label, new double[x.values().length]);
    }

    private static double[] gradient(SequenceLoss loss, SampleSteps x, double... label) {
        double[] gradient = new double[x.values().length];
        loss.evaluate(x, label, gradient);
        return gradient;
    }

    static Stream<Arguments> smooth() {
        List<Double> weights = List.of(0.5, 2.0, 1.5);
        Stream<SequenceLoss> reduced = Stream.of(
                        Reduction.MEAN,
                        Reduction.SUM,
                        Reduction.LAST,
                        Reduction.MAX,
                        Reduction.SUM_OF_SOFTMAX,
                        Reduction.EVERY_STEP)
                .flatMap(over -> Stream.of(
                        new CrossEntropy(over, weights), MeanSquares.over(over).withTargets(0.8, -0.1)));
        Stream<SequenceLoss> others = Stream.of(
                new CountSquares(0.7, 0.2),
                new TemporalEfficientTraining(0.3, 0.9, weights),
                VanRossum.withTauInSteps(2.5));
        return Stream.concat(reduced, others)
                .flatMap(loss -> Stream.of(1, 2, 7).map(steps -> Arguments.of(loss, steps)));
    }

    @ParameterizedTest
    @MethodSource("smooth")
    void theGradientIsTheSlope(SequenceLoss loss, int steps) {
        SplittableRandom random = new SplittableRandom(steps);
        double[] values = random.doubles(3L * steps, -1, 2).toArray();
        double[] label = loss.takesTrains() ? random.doubles(3L * steps).toArray() : new double[] {0.25, 0.75, 0};
        SampleSteps x = new SampleSteps(values, 3, 2);
        double[] gradient = gradient(loss, x, label);
        for (int k = 0; k < values.length; k++) {
            double middle = values[k];
            values[k] = middle + STEP;
            double above = loss(loss, x, label);
            values[k] = middle - STEP;
            double below = loss(loss, x, label);
            values[k] = middle;
            assertThat(gradient[k]).isCloseTo((above - below) / (2 * STEP), within(SLOPE_ERROR * (1 + above)));
        }
    }

    @Test
    void crossEntropyOfCounts() {
        SampleSteps x = steps(2, 1, 0, 1, 1, 0, 0); // counts 2 and 1
        double p = 1 / (1 + Math.exp(-1));
        assertThat(loss(CrossEntropy.ofCounts(), x, 1, 0)).isCloseTo(-Math.log(p), within(ROUNDING));
        assertThat(loss(CrossEntropy.ofCounts().withWeights(3.0, 1.0), x, 1, 0))
                .isCloseTo(-3 * Math.log(p), within(ROUNDING));
        double[] output = {2, 1};
        CrossEntropy.ofCounts().activateInPlace(output);
        assertThat(output).containsExactly(new double[] {p, 1 - p}, within(ROUNDING));
    }

    @Test
    void crossEntropyOfHugeValuesIsFinite() {
        assertThat(loss(CrossEntropy.ofCounts(), steps(2, 1000, 0), 0, 1)).isCloseTo(1000, within(1e-9));
    }

    @Test
    void squaresOfRates() {
        SampleSteps x = steps(2, 1, 0, 1, 1, 0, 0, 1, 0); // rates 3/4 and 1/4
        assertThat(loss(MeanSquares.ofRates(), x, 1, 0)).isCloseTo(0.0625, within(ROUNDING));
        assertThat(gradient(MeanSquares.ofRates(), x, 1, 0))
                .containsExactly(-0.0625, 0.0625, -0.0625, 0.0625, -0.0625, 0.0625, -0.0625, 0.0625);
    }

    @Test
    void squaresOfCountsHaveTheTargetOfAPopulation() {
        SampleSteps x = new SampleSteps(new double[] {2, 0, 1, 0, 2, 1}, 2, 2); // counts 5 and 1 of 6
        CountSquares loss = new CountSquares(0.75, 0.2); // targets floor(4.5) and floor(1.2)
        assertThat(loss(loss, x, 1, 0)).isCloseTo((1.0 + 0) / 2 / 3, within(ROUNDING));
        assertThat(gradient(loss, x, 1, 0))
                .containsExactly(new double[] {1.0 / 3, 0, 1.0 / 3, 0, 1.0 / 3, 0}, within(ROUNDING));
    }

    @Test
    void temporalEfficientTrainingMixesTwoLosses() {
        SampleSteps x = steps(2, 0.5, 0, 1, 2);
        double entropy = (Math.log(1 + Math.exp(-0.5)) + Math.log(1 + Math.exp(1))) / 2;
        double squares = (0.25 + 1 + 0 + 1) / 4;
        assertThat(loss(TemporalEfficientTraining.withLambda(0.25, 1), x, 1, 0))
                .isCloseTo(0.75 * entropy + 0.25 * squares, within(ROUNDING));
        assertThat(loss(TemporalEfficientTraining.withLambda(0, 1), x, 1, 0)).isCloseTo(entropy, within(ROUNDING));
    }

    @Test
    void crossEntropyOfFirstSpikes() {
        SampleSteps x = steps(2, 0, 0, 0, 1, 1, 0, 1, 0); // f = 2 and 1
        double p = 1 / (1 + Math.exp(1)); // of class 0
        assertThat(loss(FirstSpikeCrossEntropy.negated(), x, 1, 0)).isCloseTo(-Math.log(p), within(ROUNDING));
        // a larger x at the step of the spike brings it forward, which the loss wants of class 0 alone
        assertThat(gradient(FirstSpikeCrossEntropy.negated(), x, 1, 0))
                .containsExactly(new double[] {0, 0, 0, 1 - p, p - 1, 0, 0, 0}, within(ROUNDING));
        double q = 1 / (1 + Math.exp(1.0 / 2 - 1.0 / 3));
        assertThat(loss(FirstSpikeCrossEntropy.inverse(), x, 1, 0)).isCloseTo(-Math.log(q), within(ROUNDING));
        assertThat(gradient(FirstSpikeCrossEntropy.inverse(), x, 1, 0))
                .containsExactly(new double[] {0, 0, 0, (1 - q) / 4, (q - 1) / 9, 0, 0, 0}, within(ROUNDING));
    }

    @Test
    void squaresOfFirstSpikes() {
        SampleSteps x = steps(2, 0, 0, 1, 0, 0, 0, 0, 0); // f = 1 and 3, the second one silent
        assertThat(loss(FirstSpikeSquares.standard(), x, 1, 0)).isCloseTo(1.0 / 16 / 2, within(ROUNDING));
        assertThat(gradient(FirstSpikeSquares.standard(), x, 1, 0))
                .containsExactly(new double[] {0, 0, -1.0 / 16, 0, 0, 0, 0, 0}, within(ROUNDING));
        assertThat(loss(FirstSpikeSquares.standard(), x, 0, 1)).isCloseTo((4.0 + 9) / 16 / 2, within(ROUNDING));
        assertThat(gradient(FirstSpikeSquares.standard(), x, 0, 1))
                .containsExactly(new double[] {0, 0, 2.0 / 16, 0, 0, 0, 0, -3.0 / 16}, within(ROUNDING));
    }

    @Test
    void aTimeWithinTheToleranceIsMet() {
        SampleSteps x = steps(2, 0, 0, 0, 0, 1, 0, 0, 0); // f = 2 and 3
        FirstSpikeSquares loss = FirstSpikeSquares.between(1, -2); // wanted 1 and 2
        assertThat(loss(loss, x, 1, 0)).isCloseTo(2.0 / 16 / 2, within(ROUNDING));
        assertThat(loss(loss.withTolerance(1), x, 1, 0)).isCloseTo(2.0 / 16 / 2, within(ROUNDING));
        assertThat(loss(loss.withTolerance(2), x, 1, 0)).isZero();
        assertThat(gradient(loss.withTolerance(2), x, 1, 0)).containsExactly(new double[8], within(0.0));
    }

    @Test
    void snnTorchDrawsEveryClassToTheFirstStepByDefault() {
        SampleSteps x = steps(2, 1, 0, 0, 0, 0, 0, 0, 1); // f = 0 and 3
        assertThat(loss(FirstSpikeSquares.standard(), x, 1, 0)).isZero();
        assertThat(loss(FirstSpikeSquares.standard().asInSnnTorch(), x, 1, 0))
                .isCloseTo(9.0 / 16 / 2, within(ROUNDING));
        FirstSpikeSquares onIsLater = FirstSpikeSquares.between(-1, -2); // on is larger, so off is from 0 there
        assertThat(loss(onIsLater.asInSnnTorch(), x, 0, 1)).isZero();
        assertThat(loss(onIsLater, x, 0, 1)).isCloseTo(4.0 / 16 / 2, within(ROUNDING));
    }

    @Test
    void firstSpikesOfTargetTrains() {
        SampleSteps x = steps(2, 0, 0, 1, 0, 0, 0, 0, 1); // f = 1 and 3
        double[] trains = {0, 0, 0, 0, 1, 0, 1, 0}; // f = 2, and none
        assertThat(loss(FirstSpikeSquares.ofTrains(), x, trains)).isCloseTo(1.0 / 16 / 2, within(ROUNDING));
    }

    @Test
    void vanRossumDistancesOfSingleSpikes() {
        int steps = 9;
        VanRossum loss = VanRossum.withTauInSteps(3);
        for (int at = 0; at < steps; at++) {
            double[] one = new double[steps];
            one[at] = 1;
            assertThat(loss(loss, steps(1, one), new double[steps])).isCloseTo(0.5, within(ROUNDING));
            assertThat(loss(loss, steps(1, one), one)).isZero();
            double[] first = new double[steps];
            first[0] = 1;
            assertThat(loss(loss, steps(1, one), first)).isCloseTo(1 - Math.exp(-at / 3.0), within(ROUNDING));
        }
    }

    @Test
    void constantsThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> TemporalEfficientTraining.withLambda(1.5, 1)).hasMessageContaining("lambda must be");
        assertThatThrownBy(() -> VanRossum.withTauInSteps(Double.NaN)).hasMessageContaining("tau must be > 0 steps");
        assertThatThrownBy(() -> new CountSquares(2, 0)).hasMessageContaining("correctRate must be");
        assertThatThrownBy(() -> FirstSpikeSquares.standard().withTolerance(-1)).hasMessageContaining("tolerance");
        assertThatThrownBy(() -> CrossEntropy.over(Reduction.FIRST_SPIKE))
                .hasMessageContaining("FirstSpikeCrossEntropy");
        assertThatThrownBy(() -> CrossEntropy.ofCounts().withWeights(1.0, -1.0)).hasMessageContaining("class weight");
        assertThatThrownBy(() -> CrossEntropy.ofCounts().withWeights(1.0).requireClasses(3))
                .hasMessageContaining("one for each of the 3 classes, were 1");
    }
}
