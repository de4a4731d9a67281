package org.spike4j.datasets.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spike4j.datasets.RandomEvents;
import org.spike4j.datasets.event.EventStream;

class DownsamplingTest {
    /** Events as "t x y p". */
    private static List<String> events(EventTransform transform, EventStream events) {
        EventStream changed = transform.apply(events, new SplittableRandom(0));
        return IntStream.range(0, changed.size())
                .mapToObj(i -> changed.t(i) + " " + changed.x(i) + " " + changed.y(i) + " " + changed.polarity(i))
                .toList();
    }

    @Test
    void brighterAndDarkerEventsCancelAndChargeStaysForLaterWindows() {
        EventStream events = EventStream.builder(4, 4)
                .add(100, 0, 0, 1)
                .add(101, 1, 1, 1) // the same new pixel: charge 2, fires
                .add(102, 2, 0, 1)
                .add(103, 3, 1, 0) // cancels it
                .add(104, 0, 3, 0) // charge -1 stays
                .add(110, 1, 2, 0) // in the next window, charge -2
                .add(139, 3, 3, 1) // charge 1, does not fire
                .build();

        assertThat(events(new IntegratorDownsampling(2, 2, 10, 2), events)).containsExactly("100 0 0 1", "110 0 1 0");
        assertThat(events(new IntegratorDownsampling(2, 2, 10, 1), events))
                .containsExactly("100 0 0 1", "100 0 1 0", "110 0 1 0", "130 1 1 1");
    }

    @Test
    void onlyRisingActivityPassesTheDifferentiator() {
        EventStream events = EventStream.builder(2, 1)
                .add(0, 0, 0, 1) // window 0, whose rise is unknown
                .add(20, 0, 0, 1) // window 1: 1 after 1
                .add(40, 0, 0, 1)
                .add(50, 0, 0, 1) // window 2: 2 after 1
                .add(60, 0, 0, 1)
                .add(71, 0, 0, 1) // window 3: 2 after 2
                .add(120, 0, 0, 1) // window 6: 1 after 0
                .add(121, 1, 0, 0) // a polarity and a pixel of its own
                .build();

        assertThat(events(new DifferentiatorDownsampling(2, 1, 20, 2, 1), events))
                .containsExactly("40 0 0 1", "120 0 0 1", "120 1 0 0");
    }

    @ParameterizedTest
    @CsvSource({"1, 5, 3, 150, 1", "2, 7, 9, 37, 2", "3, 1, 1, 1000, 4"})
    void integratorEqualsItsFormula(long seed, int width, int height, long micros, int threshold) {
        EventStream events = RandomEvents.ordered(seed, 900, 13, 11, 100, 9);
        List<String> expected = new ArrayList<>();
        int[] v = new int[width * height];
        long t0 = events.t(0);
        for (long k = 0; t0 + k * micros <= events.t(events.size() - 1); k++) {
            for (int i = 0; i < events.size(); i++) {
                if ((events.t(i) - t0) / micros == k) {
                    v[events.y(i) * height / 11 * width + events.x(i) * width / 13] += 2 * events.polarity(i) - 1;
                }
            }
            for (int pixel = 0; pixel < v.length; pixel++) {
                if (Math.abs(v[pixel]) >= threshold) {
                    expected.add((t0 + k * micros) + " " + pixel % width + " " + pixel / width + " "
                            + (v[pixel] > 0 ? 1 : 0));
                    v[pixel] = 0;
                }
            }
        }
        assertThat(expected).isNotEmpty();
        assertThat(events(new IntegratorDownsampling(width, height, micros, threshold), events))
                .isEqualTo(expected);
    }

    @Test
    void impossibleSettingsAreRefused() {
        assertThatThrownBy(() -> new IntegratorDownsampling(2, 2, 10, 0)).hasMessageContaining("threshold");
        assertThatThrownBy(() -> new IntegratorDownsampling(0, 2, 10, 1)).hasMessageContaining("width");
        assertThatThrownBy(() -> new DifferentiatorDownsampling(2, 2, 10, 3, 1))
                .hasMessageContaining("multiple of the 3 bins");
    }
}
