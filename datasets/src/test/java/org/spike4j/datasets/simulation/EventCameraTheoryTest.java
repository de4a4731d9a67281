package org.spike4j.datasets.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spike4j.datasets.event.EventStream;

/** The camera against closed forms: a moving edge, and scenes that stand still. */
class EventCameraTheoryTest {
    private static final int WIDTH = 200;
    private static final int HEIGHT = 60;
    private static final double EDGE = 12;

    @ParameterizedTest
    @CsvSource({
        "0.5, 0.2, 0, 100",
        "0.5, 0.2, 0, 700",
        "1.3, 0.2, 0, 300",
        "2.0, 0.37, 0, 1500",
        "-1.3, 0.2, 0, 300",
        "0.5, 0.2, 0.02, 300",
        "1.3, 0.2, 0.05, 300",
        "2.0, 0.3, 0.04, 100",
        "2.0, 0.3, 0.04, 1500",
        "-2.0, 0.25, 0.05, 700",
        "1.1, 0.5, 0.1, 300",
        "-0.9, 0.15, 0.03, 1500"
    })
    void movingEdgeGivesTheExpectedNumberOfThresholdCrossingsAPixel(
            double contrast, double threshold, double mismatch, double pixelsPerSecond) {
        EventCameraSettings settings =
                EventCameraSettings.ideal(threshold).withMismatch(mismatch).withSeed(77);
        EventStream events = edge(settings, contrast, pixelsPerSecond, 1_000);

        double expected = expectedCrossings(Math.abs(contrast), threshold, mismatch);
        assertThat((double) events.size() / (WIDTH * HEIGHT)).isCloseTo(expected, within(0.02 * expected));
        for (int i = 0; i < events.size(); i++) {
            assertThat(events.polarity(i)).isEqualTo(contrast > 0 ? 1 : 0);
        }
    }

    /** n crossings a gap apart, of which every ceil(refractory / gap)-th is sent. */
    @ParameterizedTest
    @CsvSource({"1.3, 0.2, 300, 4000", "1.3, 0.2, 300, 7000", "2.0, 0.1, 300, 3000", "2.0, 0.1, 1200, 3000"})
    void refractoryPixelSendsEveryNthCrossingOfAMovingEdge(
            double contrast, double threshold, double pixelsPerSecond, long refractory) {
        EventCameraSettings settings = EventCameraSettings.ideal(threshold).withRefractoryMicros(refractory);
        EventStream events = edge(settings, contrast, pixelsPerSecond, 500);

        double gap = threshold / contrast * EDGE / pixelsPerSecond * 1e6;
        int crossings = (int) Math.floor(contrast / threshold);
        int step = (int) Math.max(1, Math.ceil(refractory / gap));
        double expected = Math.floorDiv(crossings - 1, step) + 1;
        assertThat((double) events.size() / (WIDTH * HEIGHT)).isCloseTo(expected, within(0.02 * expected));
    }

    @ParameterizedTest
    @CsvSource({"100", "400", "1600"})
    void firstEventsOfTheColumnsTravelWithTheEdge(double pixelsPerSecond) {
        EventStream events = edge(EventCameraSettings.ideal(0.2), 1.0, pixelsPerSecond, 1_000);
        long[] first = new long[WIDTH];
        Arrays.fill(first, -1);
        for (int i = 0; i < events.size(); i++) {
            if (first[events.x(i)] < 0) {
                first[events.x(i)] = events.t(i);
            }
        }
        double micros = (first[WIDTH - 1] - first[0]) / (WIDTH - 1.0);
        assertThat(1e6 / micros).isCloseTo(pixelsPerSecond, within(0.02 * pixelsPerSecond));
    }

    @ParameterizedTest
    @CsvSource({"1, 0.0, 0", "5, 0.0, 0.1", "5, 0.5, 0.1", "20, 1.0, 0.3"})
    void shotNoiseHasItsRateInTheLightOfThePixel(double hz, float light, double spread) {
        SensorNoise noise = SensorNoise.none().withShotHz(hz).withSpread(spread);
        EventStream events = still(EventCameraSettings.clean().withNoise(noise), light, 20);

        double expected = hz * (1 - 0.75 * light);
        assertThat(rate(events, 20)).isCloseTo(expected, within(0.05 * expected));
        assertThat((double) brighter(events) / events.size()).isCloseTo(0.5, within(0.02));
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0", "2, 0.1", "10, 0.3"})
    void leakHasItsRateAndIsAlwaysBrighter(double hz, double spread) {
        SensorNoise noise = SensorNoise.none().withLeakHz(hz).withSpread(spread);
        EventStream events = still(EventCameraSettings.clean().withNoise(noise), 0.5f, 20);

        // A pixel that leaks n thetas has sent floor(n): half an event less than n on average, one if all are alike.
        double atMostMissing = 1.0 / 20;
        assertThat(rate(events, 20)).isBetween(0.95 * hz - atMostMissing, 1.05 * hz);
        assertThat(brighter(events)).isEqualTo(events.size());
    }

    @Test
    void leakIsRegularWhereShotNoiseIsNot() {
        SensorNoise leak = SensorNoise.none().withLeakHz(4);
        EventStream events = still(EventCameraSettings.ideal(0.2).withNoise(leak), 0.5f, 3);
        // All pixels are alike: events at 0.25 s, 0.5 s, and so on.
        for (int i = 0; i < events.size(); i++) {
            long expected = 250_000L * (1 + i / (WIDTH * HEIGHT));
            assertThat(events.t(i)).isCloseTo(expected, within(2L));
        }
        assertThat(events.size()).isGreaterThanOrEqualTo(11 * WIDTH * HEIGHT);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.002, 0.02})
    void hotPixelsAreTheShareAskedForAndHaveTheirRate(double share) {
        SensorNoise noise = SensorNoise.none().withHotPixels(share, 50);
        EventStream events = still(EventCameraSettings.clean().withNoise(noise), 0.5f, 20);
        int[] perPixel = new int[WIDTH * HEIGHT];
        for (int i = 0; i < events.size(); i++) {
            perPixel[events.y(i) * WIDTH + events.x(i)]++;
        }
        long hot = Arrays.stream(perPixel).filter(count -> count > 0).count();
        assertThat(hot).isEqualTo(Math.round(share * WIDTH * HEIGHT));
        assertThat(events.size() / (20.0 * hot)).isCloseTo(50, within(0.05 * 50));
    }

    @Test
    void spreadMakesPixelsDifferInDecades() {
        SensorNoise noise = SensorNoise.none().withShotHz(50).withSpread(0.2);
        EventStream events = still(EventCameraSettings.ideal(0.2).withNoise(noise), 1e-3f, 20);
        double[] decades = new double[WIDTH * HEIGHT];
        for (int i = 0; i < events.size(); i++) {
            decades[events.y(i) * WIDTH + events.x(i)]++;
        }
        for (int i = 0; i < decades.length; i++) {
            decades[i] = Math.log10(Math.max(1, decades[i]));
        }
        double mean = Arrays.stream(decades).average().orElseThrow();
        double deviation = Math.sqrt(Arrays.stream(decades)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow());
        assertThat(deviation).isCloseTo(0.2, within(0.01));
    }

    @Test
    void leakAddsToARiseAndTakesFromAFall() {
        SensorNoise leak = SensorNoise.none().withLeakHz(5); // 5 thetas of 0.2 in a second: 1.0
        EventCamera up = new EventCamera(1, 1, EventCameraSettings.ideal(0.2).withNoise(leak));
        up.accept(new float[] {(float) Math.exp(-2.0)}, 0);
        up.accept(new float[] {(float) Math.exp(-1.5)}, 1_000_000);
        assertThat(up.events().size()).isEqualTo(7); // (0.5 + 1.0) / 0.2
        EventCamera down = new EventCamera(1, 1, EventCameraSettings.ideal(0.2).withNoise(leak));
        down.accept(new float[] {(float) Math.exp(-0.1)}, 0);
        down.accept(new float[] {(float) Math.exp(-1.6)}, 1_000_000);
        assertThat(down.events().size()).isEqualTo(2); // (1.5 - 1.0) / 0.2
    }

    @Test
    void takingEventsAwayChangesNoneOfThem() {
        EventCameraSettings settings = EventCameraSettings.noisy().withSeed(4);
        EventCamera whole = new EventCamera(20, 10, settings);
        EventCamera pieces = new EventCamera(20, 10, settings);
        StringBuilder taken = new StringBuilder();
        for (int k = 0; k < 50; k++) {
            float[] frame = frame(20, 10, 1.0, 400, k * 10_000L);
            whole.accept(frame, k * 10_000L);
            pieces.accept(frame, k * 10_000L);
            taken.append(text(pieces.drain()));
            assertThat(pieces.size()).isEqualTo(whole.size());
        }
        assertThat(pieces.events().size()).isZero();
        assertThat(taken).hasToString(text(whole.events()));
        assertThat(whole.size()).isGreaterThan(200);
    }

    /** E[floor(C / theta)] = sum over k &gt;= 1 of P(theta &lt;= C / k), theta normal around its mean. */
    private static double expectedCrossings(double contrast, double threshold, double mismatch) {
        double expected = 0;
        for (int k = 1; contrast / k > PixelThresholds.LEAST; k++) {
            double level = contrast / k;
            expected += mismatch == 0 ? (threshold <= level ? 1 : 0) : normal((level - threshold) / mismatch);
        }
        return expected;
    }

    /** The standard normal distribution, integrated by the midpoint rule from 8 deviations below. */
    private static double normal(double value) {
        int steps = 4_000;
        double from = -8;
        double width = (Math.min(value, 8) - from) / steps;
        double sum = 0;
        for (int i = 0; i < steps && width > 0; i++) {
            double x = from + (i + 0.5) * width;
            sum += Math.exp(-x * x / 2) * width;
        }
        return sum / Math.sqrt(2 * Math.PI);
    }

    private static EventStream edge(
            EventCameraSettings settings, double contrast, double pixelsPerSecond, long frameMicros) {
        EventCamera camera = new EventCamera(WIDTH, HEIGHT, settings);
        double seconds = (WIDTH + 2 * EDGE) / pixelsPerSecond;
        for (long t = 0; t <= seconds * 1e6 + frameMicros; t += frameMicros) {
            camera.accept(frame(WIDTH, HEIGHT, contrast, pixelsPerSecond, t), t);
        }
        return camera.events();
    }

    /** Log intensity rises by the contrast over EDGE pixels; the edge comes from the left. */
    private static float[] frame(int width, int height, double contrast, double pixelsPerSecond, long micros) {
        float[] frame = new float[width * height];
        double low = contrast > 0 ? -2.5 : -0.2;
        for (int x = 0; x < width; x++) {
            double share = (pixelsPerSecond * micros * 1e-6 - x) / EDGE;
            float value = (float) Math.exp(low + contrast * Math.max(0, Math.min(1, share)));
            for (int y = 0; y < height; y++) {
                frame[y * width + x] = value;
            }
        }
        return frame;
    }

    private static EventStream still(EventCameraSettings settings, float light, int seconds) {
        EventCamera camera = new EventCamera(WIDTH, HEIGHT, settings.withSeed(11));
        float[] frame = new float[WIDTH * HEIGHT];
        Arrays.fill(frame, Math.max(1e-3f, light));
        for (int k = 0; k <= 10 * seconds; k++) {
            camera.accept(frame, k * 100_000L);
        }
        return camera.events();
    }

    private static double rate(EventStream events, int seconds) {
        return (double) events.size() / (WIDTH * HEIGHT) / seconds;
    }

    private static long brighter(EventStream events) {
        long count = 0;
        for (int i = 0; i < events.size(); i++) {
            count += events.polarity(i);
        }
        return count;
    }

    private static String text(EventStream events) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < events.size(); i++) {
            text.append(events.t(i)).append(' ').append(events.x(i)).append(' ').append(events.y(i));
            text.append(' ').append(events.polarity(i)).append(';');
        }
        return text.toString();
    }
}
