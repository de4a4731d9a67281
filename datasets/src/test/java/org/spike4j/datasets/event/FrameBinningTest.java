package org.spike4j.datasets.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.spike4j.datasets.RandomEvents;

class FrameBinningTest {
    private static final List<EventSlicing> SLICINGS = List.of(
            EventSlicing.byTime(1),
            EventSlicing.byTime(7),
            EventSlicing.byTime(1000),
            EventSlicing.byCount(1),
            EventSlicing.byCount(13),
            EventSlicing.byCount(1000),
            EventSlicing.byWindow(1),
            EventSlicing.byWindow(977));

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 12);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyEventLandsInExactlyOneBin(long seed) {
        EventStream ordered = RandomEvents.ordered(seed, (int) (37 * seed), 24, 18, seed << 40, 3);
        EventStream unordered = RandomEvents.unordered(seed, (int) (37 * seed), 24, 18, 1500);
        for (EventSlicing slicing : SLICINGS) {
            for (EventStream events : List.of(ordered, unordered)) {
                assertThat(new FrameBinning(slicing, 24, 18).bin(events))
                        .as("%s", slicing)
                        .isEqualTo(oneByOne(slicing, events, 24, 18));
                float[] small = new FrameBinning(slicing, 7, 5).bin(events);
                assertThat(small).as("%s", slicing).isEqualTo(oneByOne(slicing, events, 7, 5));
                assertThat(sum(small)).as("%s", slicing).isEqualTo(events.size());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"128, 128, 32, 32", "34, 34, 34, 34", "240, 180, 64, 64", "31, 7, 30, 2", "346, 260, 1, 1"})
    void anyRatioKeepsTheCountAndTheOrderOfPixels(int width, int height, int frameWidth, int frameHeight) {
        EventStreamBuilder builder = EventStream.builder(width, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                builder.add(0, x, y, 1);
            }
        }
        FrameBinning binning = new FrameBinning(EventSlicing.byTime(1), frameWidth, frameHeight);
        float[] frame = binning.bin(builder.build());

        assertThat(sum(frame)).isEqualTo((long) width * height);
        int plane = frameWidth * frameHeight;
        long leastColumns = width / frameWidth;
        long leastRows = height / frameHeight;
        for (int i = 0; i < plane; i++) {
            assertThat(frame[i]).as("channel 0").isZero();
            assertThat((long) frame[plane + i])
                    .isBetween(leastColumns * leastRows, (leastColumns + 1) * (leastRows + 1));
        }
    }

    @Test
    void channelZeroIsDarkerAndChannelOneIsBrighter() {
        EventStream events = EventStream.builder(3, 2)
                .add(0, 2, 1, 0)
                .add(5, 0, 1, 1)
                .add(6, 0, 1, 1)
                .add(10, 1, 0, 0)
                .build();
        float[] frames = new FrameBinning(EventSlicing.byTime(2), 3, 2).bin(events);

        assertThat(frames)
                .containsExactly(
                        0,
                        0,
                        0,
                        0,
                        0,
                        1, /* slice 0, darker */
                        0,
                        0,
                        0,
                        0,
                        0,
                        0, /* slice 0, brighter */
                        0,
                        1,
                        0,
                        0,
                        0,
                        0, /* slice 1, darker */
                        0,
                        0,
                        0,
                        2,
                        0,
                        0 /* slice 1, brighter */);
    }

    @Test
    void lastEventBelongsToTheLastSlice() {
        EventStream events = EventStream.builder(2, 2)
                .add(100, 0, 0, 0)
                .add(133, 0, 0, 0)
                .add(134, 0, 0, 0)
                .add(200, 1, 1, 1)
                .build();

        assertThat(slices(EventSlicing.byTime(3), events)).containsExactly(0, 0, 1, 2);
        assertThat(slices(EventSlicing.byCount(3), events)).containsExactly(0, 1, 2, 2);
        assertThat(slices(EventSlicing.byWindow(50), events)).containsExactly(0, 0, 0, 2);
        assertThat(EventSlicing.byWindow(50).slices(events)).isEqualTo(3);
    }

    @Test
    void equalTimesAndSingleEventsLieInSliceZero() {
        EventStream same =
                EventStream.builder(2, 2).add(9, 0, 0, 0).add(9, 1, 1, 1).build();
        for (EventStream events : List.of(same, same.slice(1, 2))) {
            assertThat(slices(EventSlicing.byTime(5), events)).containsOnly(0);
            assertThat(slices(EventSlicing.byWindow(5), events)).containsOnly(0);
        }
        assertThat(slices(EventSlicing.byCount(2), same)).containsExactly(0, 1);
    }

    @Test
    void emptyStreamGivesZeros() {
        EventStream none = EventStream.builder(2, 2).build();
        for (EventSlicing slicing : SLICINGS) {
            float[] frames = new FrameBinning(slicing, 2, 2).bin(none);
            assertThat(frames).hasSize(8 * slicing.slices(none)).containsOnly(0);
        }
        assertThat(EventSlicing.byWindow(10).slices(none)).isEqualTo(1);
    }

    @Test
    void fixedNumberOfWindowsPadsAndCuts() {
        EventStream events = EventStream.builder(1, 1)
                .add(1000, 0, 0, 1)
                .add(1009, 0, 0, 1)
                .add(1010, 0, 0, 1)
                .add(1025, 0, 0, 1)
                .build();

        assertThat(new FrameBinning(EventSlicing.byWindow(10, 5), 1, 1).bin(events))
                .containsExactly(0, 2, 0, 1, 0, 1, 0, 0, 0, 0);
        assertThat(new FrameBinning(EventSlicing.byWindow(10, 2), 1, 1).bin(events))
                .containsExactly(0, 2, 0, 1);
    }

    @Test
    void overlappingWindowsCountAnEventInEachOfThem() {
        EventStream ordered = EventStream.builder(1, 1)
                .add(1000, 0, 0, 1)
                .add(1004, 0, 0, 1)
                .add(1010, 0, 0, 1)
                .add(1014, 0, 0, 1)
                .build();
        EventStream swapped = EventStream.concat(List.of(ordered.slice(2, 4), ordered.slice(0, 2)));
        for (EventStream events : List.of(ordered, swapped)) {
            assertThat(new FrameBinning(EventSlicing.byOverlap(10, 4, 5), 1, 1).bin(events))
                    .containsExactly(0, 2, 0, 2, 0, 2, 0, 1, 0, 0);
            assertThat(new FrameBinning(EventSlicing.byOverlap(10, 10, 3), 1, 1).bin(events))
                    .isEqualTo(new FrameBinning(EventSlicing.byWindow(10, 3), 1, 1).bin(events));
            assertThat(new FrameBinning(EventSlicing.byOverlap(2, 4, 4), 1, 1).bin(events))
                    .as("gaps")
                    .containsExactly(0, 1, 0, 1, 0, 0, 0, 0);
        }
        assertThat(new FrameBinning(EventSlicing.byOverlap(1, Long.MAX_VALUE, 3), 1, 1).bin(ordered))
                .containsExactly(0, 1, 0, 0, 0, 0);
        assertThatThrownBy(() -> EventSlicing.byOverlap(10, 0, 1)).hasMessageContaining("stride must be >= 1");
    }

    @Test
    void slicesByCountCanOverlapAndLeaveGaps() {
        EventStreamBuilder builder = EventStream.builder(7, 1);
        for (int i = 0; i < 7; i++) {
            builder.add(i, i, 0, 1);
        }
        EventStream events = builder.build();

        assertThat(brighter(EventSlicing.byCountOverlap(3, 2, 4), events)).isDeepEqualTo(new float[][] {
            {1, 1, 1, 0, 0, 0, 0}, {0, 0, 1, 1, 1, 0, 0}, {0, 0, 0, 0, 1, 1, 1}, {0, 0, 0, 0, 0, 0, 1}
        });
        assertThat(brighter(EventSlicing.byCountOverlap(1, 4, 3), events))
                .isDeepEqualTo(new float[][] {{1, 0, 0, 0, 0, 0, 0}, {0, 0, 0, 0, 1, 0, 0}, {0, 0, 0, 0, 0, 0, 0}});
        assertThat(brighter(EventSlicing.byCountOverlap(Integer.MAX_VALUE, Integer.MAX_VALUE, 2), events)[0])
                .containsOnly(1);
        assertThatThrownBy(() -> EventSlicing.byCountOverlap(0, 1, 1)).hasMessageContaining("must be >= 1");
        assertThatThrownBy(() -> EventSlicing.byCountOverlap(1, 0, 1)).hasMessageContaining("must be >= 1");
    }

    /** Counts of brighter events in each slice of a sensor of 7x1. */
    private static float[][] brighter(EventSlicing slicing, EventStream events) {
        float[] frames = new FrameBinning(slicing, 7, 1).bin(events);
        float[][] rows = new float[frames.length / 14][];
        for (int slice = 0; slice < rows.length; slice++) {
            rows[slice] = Arrays.copyOfRange(frames, slice * 14 + 7, slice * 14 + 14);
        }
        return rows;
    }

    @Test
    void timesOfTheWholeRangeDoNotOverflow() {
        EventStream events = EventStream.builder(1, 1)
                .add(0, 0, 0, 0)
                .add(Long.MAX_VALUE / 2, 0, 0, 0)
                .add(Long.MAX_VALUE, 0, 0, 0)
                .build();

        assertThat(slices(EventSlicing.byTime(4), events)).containsExactly(0, 1, 3);
        assertThatThrownBy(() -> EventSlicing.byWindow(1).slices(events))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("longer window");
    }

    @Test
    void samplesOfAMiniBatchShareOneTimeMajorArray() {
        FrameBinning binning = new FrameBinning(EventSlicing.byTime(3), 4, 3);
        EventStream first = RandomEvents.ordered(1, 50, 4, 3, 0, 5);
        EventStream second = RandomEvents.ordered(2, 60, 4, 3, 0, 5);
        int size = binning.frameSize();
        float[] batch = new float[3 * 2 * size];
        binning.addInto(first, batch, 0, 2 * size);
        FloatBuffer outside = ByteBuffer.allocateDirect(4 * batch.length)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer()
                .put(batch)
                .rewind();
        binning.addInto(second, outside, size, 2 * size);
        outside.get(batch);

        float[] alone = binning.bin(second);
        for (int t = 0; t < 3; t++) {
            for (int i = 0; i < size; i++) {
                assertThat(batch[t * 2 * size + i]).isEqualTo(binning.bin(first)[t * size + i]);
                assertThat(batch[t * 2 * size + size + i]).isEqualTo(alone[t * size + i]);
            }
        }
    }

    @Test
    void framesThatDoNotFitAreRefused() {
        EventStream events = RandomEvents.ordered(1, 50, 4, 3, 0, 5);
        FrameBinning binning = new FrameBinning(EventSlicing.byTime(3), 4, 3);

        assertThatThrownBy(() -> binning.addInto(events, new float[71], 0, 24)).hasMessageContaining("do not fit");
        assertThatThrownBy(() -> binning.addInto(events, new float[99], 0, 23)).hasMessageContaining("do not fit");
        assertThatThrownBy(() -> binning.addInto(events, new float[99], -1, 24)).hasMessageContaining("do not fit");
        assertThatThrownBy(() -> new FrameBinning(EventSlicing.byTime(3), 5, 3).bin(events))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("larger than the sensor");
        assertThatThrownBy(() -> EventSlicing.byTime(0)).hasMessageContaining("slices must be >= 1");
        assertThatThrownBy(() -> EventSlicing.byWindow(10, 0)).hasMessageContaining("slices must be >= 1");
        assertThatThrownBy(() -> EventSlicing.byWindow(0)).hasMessageContaining(">= 1 microsecond");
    }

    /** The slow twin: each event on its own, straight from the documented formulas. */
    private static float[] oneByOne(EventSlicing slicing, EventStream events, int width, int height) {
        float[] frames = new float[slicing.slices(events) * 2 * width * height];
        long first = times(events).min().orElse(0);
        long span = times(events).max().orElse(0) - first;
        for (int i = 0; i < events.size(); i++) {
            long t = events.t(i) - first;
            long slice;
            if (slicing instanceof EqualTimes times) {
                slice = span == 0 ? 0 : Math.min(times.slices() - 1, t * times.slices() / span);
            } else if (slicing instanceof EqualCounts counts) {
                slice = 0;
                while ((slice + 1) * events.size() / counts.slices() <= i) {
                    slice++;
                }
            } else {
                slice = t / ((FixedWindows) slicing).micros();
            }
            int x = events.x(i) * width / events.width();
            int y = events.y(i) * height / events.height();
            frames[(((int) slice * 2 + events.polarity(i)) * height + y) * width + x]++;
        }
        return frames;
    }

    private static LongStream times(EventStream events) {
        return LongStream.range(0, events.size()).map(i -> events.t((int) i));
    }

    private static int[] slices(EventSlicing slicing, EventStream events) {
        int[] slices = new int[events.size()];
        slicing.forEachRun(events, (slice, start, end) -> java.util.Arrays.fill(slices, start, end, slice));
        return slices;
    }

    private static long sum(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return (long) sum;
    }
}
