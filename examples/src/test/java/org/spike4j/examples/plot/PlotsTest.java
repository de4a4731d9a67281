package org.spike4j.examples.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlotsTest {
    private static final float[][] TWO_STEPS = {{0, 1, 0}, {1, 0, 0}};

    private static final ResponseCurve RESPONSE =
            new ResponseCurve("input", new double[] {0, 1, 2}, "rate", new double[] {0, 0, 40});

    private static NeuronTrace trace(double[] spikes, double[] output) {
        return new NeuronTrace(1, "ms", new double[] {0, 2, 2}, new double[] {-65, -60, -50}, "mV", spikes, output);
    }

    static Stream<Picture> pictures() {
        EpochPoint first = new EpochPoint(1, 2.3, 0.2, Double.NaN);
        EpochPoint second = new EpochPoint(2, 0.7, 0.8, 0.75);
        return Stream.of(
                LearningCurve.draw(List.of(first)),
                LearningCurve.draw(List.of(first, second)),
                LearningCurve.draw(IntStream.rangeClosed(1, 300)
                        .mapToObj(e -> new EpochPoint(e, 1.0 / e, 0.5, 0.4))
                        .toList()),
                LearningCurve.draw(List.of(new EpochPoint(3, Double.NaN, Double.NaN, Double.NaN))),
                AccuracyOverTime.draw(List.of(new AccuracyOverTime.Point(8, 0.5)), List.of()),
                AccuracyOverTime.draw(
                        List.of(new AccuracyOverTime.Point(16, 0.9), new AccuracyOverTime.Point(8, 0.5)),
                        List.of(new AccuracyOverTime.Point(5.3, 0.8))),
                FiringRates.draw(List.of(new LayerRate("silent", 0), new LayerRate("a name beyond any bound", 0.5))),
                ConfusionMatrix.draw(new int[][] {{5, 0}, {0, 0}}, List.of("0", "1")),
                ConfusionMatrix.draw(new int[][] {{5, 1}, {2, 3}}, List.of("right arm clockwise", "other")),
                SpikeRaster.draw("a sample", List.of(new LayerRaster("dense", TWO_STEPS))),
                SpikeRaster.draw("many", List.of(new LayerRaster("conv", new float[250][999]))),
                GrowthPlot.draw(List.of(new GrowthSeries(
                        "time steps T", new double[] {8, 16}, new double[] {1.5, 3}, new double[] {90, 100}))),
                NeuronPlot.draw(trace(new double[] {0, 0, 1}, new double[0]), RESPONSE),
                NeuronPlot.draw(trace(new double[0], new double[] {0, 0.5, 1}), RESPONSE),
                InputFrames.draw("events", new float[2][3][8][5]),
                InputFrames.draw("a digit", new float[][][][] {{{{0, 0.5f}, {1, 0}}}}));
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void pictureIsPngOfTwiceItsSizeWithSomethingOnIt(Picture picture) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture.png()));

        assertThat(image.getWidth()).isEqualTo(2 * picture.width());
        assertThat(image.getHeight()).isEqualTo(2 * picture.height());
        assertThat(colours(image, 0, image.getWidth())).hasSizeGreaterThan(10);
    }

    @Test
    void accuracyIsDrawnBesideLossEvenForOneEpoch() {
        BufferedImage image =
                LearningCurve.draw(List.of(new EpochPoint(1, 1, 0.5, 0.25))).image();

        assertThat(colours(image, 0, image.getWidth() / 2)).contains(Theme.BLUE.getRGB());
        assertThat(colours(image, image.getWidth() / 2, image.getWidth()))
                .contains(Theme.BLUE.getRGB(), Theme.ORANGE.getRGB());
    }

    @Test
    void everySpikeIsMarkedAndSilenceIsNot() {
        BufferedImage silent = SpikeRaster.draw("x", List.of(new LayerRaster("l", new float[4][5])))
                .image();
        BufferedImage firing =
                SpikeRaster.draw("x", List.of(new LayerRaster("l", TWO_STEPS))).image();

        assertThat(colours(silent, 0, silent.getWidth())).doesNotContain(Theme.BLUE.getRGB());
        assertThat(colours(firing, 0, firing.getWidth())).contains(Theme.BLUE.getRGB());
    }

    @Test
    void spikesOfANeuronAreMarked() {
        BufferedImage silent =
                NeuronPlot.draw(trace(new double[3], new double[0]), RESPONSE).image();
        BufferedImage firing = NeuronPlot.draw(trace(new double[] {0, 1, 0}, new double[0]), RESPONSE)
                .image();

        int label = 140; // the word "spikes" has the colour of the marks
        assertThat(colours(silent, label, silent.getWidth()))
                .contains(Theme.BLUE.getRGB())
                .doesNotContain(Theme.ORANGE.getRGB());
        assertThat(colours(firing, label, firing.getWidth())).contains(Theme.ORANGE.getRGB());
    }

    @Test
    void axisHoldsItsValuesWithSomeSpace() {
        assertThat(Span.around(-65, -50).low()).isLessThan(-65);
        assertThat(Span.around(-65, -50).high()).isGreaterThan(-50);
        assertThat(Span.around(3, 3).share(3)).isEqualTo(0.5);
        assertThat(Span.around(1, 2).including(0).low()).isZero();
        assertThat(Ticks.shortest(350)).isEqualTo("350");
        assertThat(Ticks.shortest(0.1)).isEqualTo("0.1");
        assertThat(Ticks.shortest(0)).isEqualTo("0");
    }

    @Test
    void ticksAreRoundNumbersThatCoverTheSpan() {
        assertThat(Ticks.step(100, 5)).isEqualTo(20);
        assertThat(Ticks.step(2.415, 5)).isEqualTo(0.5);
        assertThat(Ticks.step(0.07, 5)).isEqualTo(0.02);
        assertThat(Ticks.text(0.06, 0.02)).isEqualTo("0.06");
        assertThat(Ticks.text(40, 20)).isEqualTo("40");
    }

    @Test
    void wrongShapesAreNamed() {
        assertThatThrownBy(() -> ConfusionMatrix.draw(new int[2][3], List.of("a", "b")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[2, 2]");
        assertThatThrownBy(() -> InputFrames.draw("x", new float[3][1][1][1]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("had 3 channels");
        LayerRaster two = new LayerRaster("two", TWO_STEPS);
        LayerRaster three = new LayerRaster("three", new float[3][1]);
        assertThatThrownBy(() -> SpikeRaster.draw("x", List.of(two, three)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("layer three must have 2 steps");
        assertThatThrownBy(() -> trace(new double[2], new double[0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("had 3, 3, 2, 0");
        assertThatThrownBy(() -> LearningCurve.draw(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    private static Set<Integer> colours(BufferedImage image, int from, int to) {
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = from; x < to; x++) {
                colours.add(image.getRGB(x, y));
            }
        }
        return colours;
    }
}
