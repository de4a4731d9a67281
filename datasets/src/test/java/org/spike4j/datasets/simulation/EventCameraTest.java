package org.spike4j.datasets.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spike4j.datasets.event.EventStream;

class EventCameraTest {

    @ParameterizedTest
    @CsvSource({"0.25, 0.1, 0.9", "0.31, 0.02, 0.97", "0.7, 0.5, 0.6", "0.1, 0.3, 0.31"})
    void linearLogRampGivesFloorOfDeltaOverThresholdEventsAtTheCrossings(double threshold, float low, float high) {
        EventStream up = twoFrames(EventCameraSettings.ideal(threshold), low, high, 100_000);
        EventStream down = twoFrames(EventCameraSettings.ideal(threshold), high, low, 100_000);

        double delta = Math.log(high) - Math.log(low);
        int count = (int) Math.floor(delta / threshold);
        assertThat(up.size()).isEqualTo(count);
        assertThat(down.size()).isEqualTo(count);
        for (int k = 0; k < count; k++) {
            long crossing = 7_000 + Math.round((k + 1) * threshold / delta * 100_000);
            assertThat(up.t(k)).isCloseTo(crossing, within(1L));
            assertThat(down.t(k)).isCloseTo(crossing, within(1L));
            assertThat(up.polarity(k)).isEqualTo(1);
            assertThat(down.polarity(k)).isZero();
        }
    }

    @Test
    void rampCutIntoManyFramesGivesTheSameEventsAsOneLongInterval() {
        double threshold = 0.2;
        double slope = 2.9 / 1_000_000;
        EventCamera camera = new EventCamera(1, 1, EventCameraSettings.ideal(threshold));
        for (long t = 0; t <= 1_000_000; t += 3_125) {
            camera.accept(new float[] {(float) Math.exp(-3 + slope * t)}, t);
        }

        EventStream events = camera.events();
        assertThat(events.size()).isEqualTo((int) Math.floor(2.9 / threshold));
        for (int k = 0; k < events.size(); k++) {
            assertThat(events.t(k)).isCloseTo(Math.round((k + 1) * threshold / slope), within(1L));
        }
    }

    @Test
    void thresholdsOfRiseAndFallAreCountedApart() {
        EventCameraSettings settings = new EventCameraSettings(0.2, 0.45, 0, 0, SensorNoise.none(), 0);
        EventCamera camera = new EventCamera(1, 1, settings);
        float dim = (float) Math.exp(-2.0);
        float bright = (float) Math.exp(-0.95);
        camera.accept(new float[] {dim}, 0);
        camera.accept(new float[] {bright}, 1_000);
        camera.accept(new float[] {dim}, 2_000);

        // 1.05 up = 5 events of 0.2, the reference ends at -1.0; from there 1.0 down = 2 events of 0.45.
        EventStream events = camera.events();
        long on = count(events, 1);
        assertThat(on).isEqualTo(5);
        assertThat(events.size() - on).isEqualTo(2);
        assertThat(events.t((int) on)).isCloseTo(1_000 + Math.round(0.5 / 1.05 * 1_000), within(1L));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void eventsOfOnePixelKeepTheRefractoryTimeAndAllEventsAreSorted(long seed) {
        long refractory = 2_500;
        EventCameraSettings settings =
                EventCameraSettings.ideal(0.1).withMismatch(0.03).withRefractoryMicros(refractory);
        int width = 13;
        int height = 7;
        EventStream events = flickering(settings.withSeed(seed), width, height, seed);

        long[] last = new long[width * height];
        Arrays.fill(last, Long.MIN_VALUE / 2);
        long before = 0;
        for (int i = 0; i < events.size(); i++) {
            int pixel = events.y(i) * width + events.x(i);
            assertThat(events.t(i) - last[pixel]).isGreaterThanOrEqualTo(refractory);
            assertThat(events.t(i)).isGreaterThanOrEqualTo(before);
            last[pixel] = events.t(i);
            before = events.t(i);
        }
        assertThat(events.size())
                .isBetween(
                        1_000,
                        flickering(settings.withRefractoryMicros(0), width, height, seed)
                                        .size()
                                - 1);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void noiseOfAStillSceneIsPoissonInNumberPolarityAndPlace(long seed) {
        int width = 40;
        int height = 25;
        EventCamera camera = new EventCamera(
                width,
                height,
                EventCameraSettings.ideal(0.3)
                        .withNoise(SensorNoise.none().withBackgroundHz(2))
                        .withSeed(seed));
        float[] grey = new float[width * height];
        Arrays.fill(grey, 0.5f);
        for (long t = 0; t <= 10_000_000; t += 250_000) {
            camera.accept(grey, t);
        }

        // mean 2 Hz * 1000 pixels * 10 s = 20000, standard deviation sqrt(20000) = 141; 4 of them on either side
        EventStream events = camera.events();
        assertThat(events.size()).isBetween(20_000 - 566, 20_000 + 566);
        assertThat(count(events, 1)).isBetween(10_000L - 450, 10_000L + 450);
        int[] perPixel = new int[width * height];
        int firstHalf = 0;
        for (int i = 0; i < events.size(); i++) {
            perPixel[events.y(i) * width + events.x(i)]++;
            firstHalf += events.t(i) < 5_000_000 ? 1 : 0;
        }
        assertThat(firstHalf).isBetween(10_000 - 450, 10_000 + 450);
        // index of dispersion of a Poisson field: 1 with standard deviation sqrt(2 / 999) = 0.045
        double mean = events.size() / 1000.0;
        double variance = Arrays.stream(perPixel)
                        .mapToDouble(n -> (n - mean) * (n - mean))
                        .sum()
                / 999;
        assertThat(variance / mean).isBetween(0.8, 1.2);
    }

    @Test
    void mismatchHasTheMeanAndDeviationAskedForAndNeverFallsBelowTheLeastThreshold() {
        EventCameraSettings settings = EventCameraSettings.ideal(0.3).withMismatch(0.05);
        PixelThresholds drawn = PixelThresholds.draw(settings, 40_000, new SplittableRandom(3));
        PixelThresholds wide = PixelThresholds.draw(settings.withMismatch(1), 1_000, new SplittableRandom(3));

        double[] on = IntStream.range(0, 40_000).mapToDouble(drawn::on).toArray();
        double[] off = IntStream.range(0, 40_000).mapToDouble(drawn::off).toArray();
        double mean = Arrays.stream(on).average().orElseThrow();
        double deviation = Math.sqrt(
                Arrays.stream(on).map(v -> (v - mean) * (v - mean)).average().orElseThrow());
        assertThat(mean).isCloseTo(0.3, within(4 * 0.05 / 200));
        assertThat(deviation).isCloseTo(0.05, within(4 * 0.05 / 283));
        assertThat(off).isNotEqualTo(on);
        assertThat(IntStream.range(0, 1_000).mapToDouble(wide::off).min().orElseThrow())
                .isEqualTo(PixelThresholds.LEAST);
    }

    @Test
    void sameSeedGivesTheSameEventsAndAnotherSeedOthers() {
        EventCameraSettings settings = EventCameraSettings.ideal(0.15)
                .withMismatch(0.03)
                .withNoise(SensorNoise.none().withBackgroundHz(5));

        EventStream one = flickering(settings.withSeed(5), 9, 9, 1);
        assertThat(text(flickering(settings.withSeed(5), 9, 9, 1))).isEqualTo(text(one));
        assertThat(text(flickering(settings.withSeed(6), 9, 9, 1))).isNotEqualTo(text(one));
    }

    @Test
    void stillSceneWithoutNoiseIsSilent() {
        assertThat(twoFrames(EventCameraSettings.ideal(0.1), 0.4f, 0.4f, 1_000).size())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(floats = {0f, -0.1f, 1.001f, Float.NaN, Float.POSITIVE_INFINITY})
    void intensityOutsideItsRangeIsRefusedWithThePixelNamed(float value) {
        EventCamera camera = new EventCamera(2, 2, EventCameraSettings.ideal(0.1));
        assertThatThrownBy(() -> camera.accept(new float[] {1, 1, 1, value}, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("(0, 1]")
                .hasMessageContaining("column 1, row 1");
    }

    @Test
    void framesOutOfOrderOrOfAnotherSizeAreRefused() {
        EventCamera camera = new EventCamera(2, 2, EventCameraSettings.ideal(0.1));
        camera.accept(new float[] {1, 1, 1, 1}, 10);
        assertThatThrownBy(() -> camera.accept(new float[] {1, 1, 1, 1}, 10)).hasMessageContaining("later than");
        assertThatThrownBy(() -> camera.accept(new float[3], 20)).hasMessageContaining("2 rows of 2");
        assertThatThrownBy(() -> camera.accept(new float[] {1, 1, 1, 1}, 1L << 40))
                .hasMessageContaining("apart");
        assertThatThrownBy(() -> EventCameraSettings.ideal(Double.NaN)).hasMessageContaining("thresholdOn");
    }

    private static EventStream twoFrames(EventCameraSettings settings, float first, float second, long micros) {
        EventCamera camera = new EventCamera(1, 1, settings);
        camera.accept(new float[] {first}, 7_000);
        camera.accept(new float[] {second}, 7_000 + micros);
        return camera.events();
    }

    private static EventStream flickering(EventCameraSettings settings, int width, int height, long seed) {
        EventCamera camera = new EventCamera(width, height, settings);
        SplittableRandom random = new SplittableRandom(seed);
        float[] frame = new float[width * height];
        for (int k = 0; k < 60; k++) {
            for (int i = 0; i < frame.length; i++) {
                frame[i] = (float) random.nextDouble(0.05, 1);
            }
            camera.accept(frame, k * 4_000L);
        }
        return camera.events();
    }

    private static long count(EventStream events, int polarity) {
        long count = 0;
        for (int i = 0; i < events.size(); i++) {
            count += events.polarity(i) == polarity ? 1 : 0;
        }
        return count;
    }

    private static String text(EventStream events) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < events.size(); i++) {
            text.append(events.t(i))
                    .append(' ')
                    .append(events.x(i))
                    .append(' ')
                    .append(events.y(i))
                    .append(' ');
            text.append(events.polarity(i)).append('\n');
        }
        return text.toString();
    }
}
