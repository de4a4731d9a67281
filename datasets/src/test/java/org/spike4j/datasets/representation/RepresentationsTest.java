package org.spike4j.datasets.representation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spike4j.datasets.RandomEvents;
import org.spike4j.datasets.event.EventSlicing;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.event.FrameBinning;

class RepresentationsTest {
    /** One row of two pixels, from 100 to 180 microseconds. */
    private static final EventStream EVENTS = EventStream.builder(2, 1)
            .add(100, 0, 0, 1)
            .add(110, 1, 0, 0)
            .add(130, 0, 0, 0)
            .add(170, 0, 0, 1)
            .add(180, 1, 0, 1)
            .build();

    /** With 5 bins of 20 microseconds: t* = 0, 0.5, 1.5, 3.5, 4. */
    @Test
    void voxelsShareEventsBetweenTheBinsAround() {
        assertThat(VoxelGrid.of(5, 2, 1).bin(EVENTS))
                .containsExactly(1, -0.5f, -0.5f, -0.5f, -0.5f, 0, 0.5f, 0, 0.5f, 1);
        assertThat(new VoxelGrid(2, 2, 1, true).bin(EVENTS))
                .containsExactly(new float[] {0.625f, 0.875f, 1.125f, 0, 0.375f, 0.125f, 0.875f, 1}, offset(1e-6f));
        assertThat(VoxelGrid.of(1, 2, 1).bin(EVENTS)).containsExactly(1, 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 40})
    void voxelsKeepTheSumOfTheEvents(int bins) {
        EventStream events = RandomEvents.unordered(bins, 500, 9, 7, 4_000);
        double sum = 0;
        for (float voxel : new VoxelGrid(bins, 9, 7, true).bin(events)) {
            sum += voxel;
        }
        assertThat(sum).isCloseTo(500, offset(1e-3));
    }

    /** Two parts, ending at 140 and 180: the ages are 40 and none, 10 and 30, then 10, 0, 50, 70. */
    @Test
    void timeSurfacesDecayFromTheLastEvent() {
        float[] surfaces = new TimeSurface(2, 20, 2, 1).bin(EVENTS);
        assertThat(surfaces)
                .containsExactly(new float[] {e(10), e(30), e(40), 0, e(50), e(70), e(10), e(0)}, offset(1e-6f));
    }

    private static float e(double micros) {
        return (float) Math.exp(-micros / 20);
    }

    /** Four parts of 20 microseconds, so two numbers of two bits; the bits of pixel 0, brighter: 1 0, 0 1. */
    @Test
    void binaryFramesBecomeDigits() {
        assertThat(BinaRep.of(2, 2, 2, 1).bin(EVENTS)).containsExactly(1 / 3f, 2 / 3f, 2 / 3f, 0, 0, 0, 1 / 3f, 1 / 3f);
        assertThatThrownBy(() -> new BinaRep(EventSlicing.byTime(5), 2, 2, 1).bin(EVENTS))
                .hasMessageContaining("multiple of the 2 bits, were 5");
    }

    @ParameterizedTest
    @CsvSource({"1, 40", "2, 700", "3, 0"})
    void sparseFramesEqualDenseOnes(long seed, int size) {
        EventStream events = RandomEvents.ordered(seed, size, 9, 7, 50, 9);
        for (EventSlicing slicing : List.of(EventSlicing.byTime(5), EventSlicing.byOverlap(300, 100, 6))) {
            float[] dense = new FrameBinning(slicing, 9, 7).bin(events);
            SparseFrames sparse = SparseFrames.of(slicing, events);
            assertThat(sparse.toFrames()).isEqualTo(dense);
            int above = 0;
            for (float count : dense) {
                above += count > 0 ? 1 : 0;
            }
            assertThat(sparse.size()).isEqualTo(above);
            assertThat(sparse.shape()).containsExactly(slicing.slices(events), 2, 7, 9);
        }
    }

    @Test
    void sparseEntriesHavePlacesAndCounts() {
        SparseFrames sparse = SparseFrames.of(EventSlicing.byTime(2), EVENTS);
        assertThat(sparse.size()).isEqualTo(5);
        assertThat(sparse.place(0)).containsExactly(0, 0, 0, 0);
        assertThat(sparse.place(1)).containsExactly(0, 0, 0, 1);
        assertThat(sparse.place(4)).containsExactly(1, 1, 0, 1);
        assertThat(SparseFrames.of(EventSlicing.byTime(1), EVENTS).count(2))
                .as("two brighter events of pixel 0")
                .isEqualTo(2);
    }

    /**
     * One cell of 3x1 and R = 1. Brighter: (0 at 0), (1 at 10), (0 at 30), (1 at 30, not before 30 itself), and (0 at
     * 100) whose window of 60 has lost the first two; one darker event only counts in |C| = 6.
     */
    @Test
    void averagedSurfacesSumWhatCameBeforeInTheCell() {
        EventStream events = EventStream.builder(4, 1)
                .add(0, 0, 0, 1)
                .add(10, 1, 0, 1)
                .add(20, 1, 0, 0)
                .add(30, 0, 0, 1)
                .add(30, 1, 0, 1)
                .add(90, 0, 0, 1)
                .add(95, 3, 0, 1)
                .build();
        AveragedTimeSurfaces surfaces = new AveragedTimeSurfaces(3, 1, 20, 60);
        float[] histograms = surfaces.of(events);

        assertThat(surfaces.shape(4, 1)).containsExactly(1, 2, 2, 3, 3);
        float[] expected = new float[36];
        int row = 9 + 3;
        expected[row] = (e(10) + e(30)) / 6;
        expected[row + 1] = (e(30) + e(20) + e(60)) / 6;
        expected[row + 2] = (e(20) + e(60)) / 6;
        assertThat(histograms).containsExactly(expected, offset(1e-6f));
    }

    @ParameterizedTest
    @CsvSource({"1, 4, 1, 300", "2, 5, 3, 90", "3, 9, 2, 1000000"})
    void averagedSurfacesEqualTheirFormula(long seed, int cell, int radius, long window) {
        EventStream events = RandomEvents.ordered(seed, 300, 9, 7, 50, 5);
        AveragedTimeSurfaces surfaces = new AveragedTimeSurfaces(cell, radius, 150, window);
        assertThat(surfaces.of(events)).containsExactly(oneByOne(surfaces, events), offset(1e-4f));
    }

    @Test
    void averagedSurfacesOfASliceBecomeChannelsOverTheCells() {
        EventStream events = RandomEvents.ordered(4, 300, 9, 7, 50, 5);
        AveragedTimeSurfaces surfaces = new AveragedTimeSurfaces(4, 1, 150, 300);
        AveragedSurfaceFrames frames = new AveragedSurfaceFrames(EventSlicing.byCount(3), surfaces, 9, 7);
        float[] histograms = surfaces.of(events.slice(100, 200));
        float[] second = Arrays.copyOfRange(frames.bin(events), frames.frameSize(), 2 * frames.frameSize());

        assertThat(new int[] {frames.channels(), frames.height(), frames.width()})
                .containsExactly(18, 2, 3);
        for (int cell = 0; cell < 6; cell++) {
            for (int channel = 0; channel < 18; channel++) {
                assertThat(second[channel * 6 + cell]).isEqualTo(histograms[cell * 18 + channel]);
            }
        }
    }

    /** The slow twin: every pair of events, straight from the formula. */
    private static float[] oneByOne(AveragedTimeSurfaces surfaces, EventStream events) {
        long[] shape = surfaces.shape(9, 7);
        int side = (int) shape[3];
        double[] sums = new double[(int) (shape[0] * shape[1] * 2 * side * side)];
        int[] counts = new int[(int) (shape[0] * shape[1])];
        for (int i = 0; i < events.size(); i++) {
            int cell = cell(surfaces, events, i);
            counts[cell]++;
            for (int j = 0; j < i; j++) {
                int dx = events.x(j) - events.x(i) + surfaces.radius();
                int dy = events.y(j) - events.y(i) + surfaces.radius();
                long age = events.t(i) - events.t(j);
                boolean near = dx >= 0 && dx < side && dy >= 0 && dy < side && age > 0;
                boolean recent = age <= surfaces.windowMicros() && events.polarity(i) == events.polarity(j);
                if (near && recent && cell(surfaces, events, j) == cell) {
                    sums[((cell * 2 + events.polarity(i)) * side + dy) * side + dx] +=
                            Math.exp(-age / surfaces.tauMicros());
                }
            }
        }
        float[] averages = new float[sums.length];
        for (int k = 0; k < sums.length; k++) {
            averages[k] = (float) (sums[k] / counts[k / (2 * side * side)]);
        }
        return averages;
    }

    private static int cell(AveragedTimeSurfaces surfaces, EventStream events, int i) {
        int columns = (int) surfaces.shape(9, 7)[1];
        return events.y(i) / surfaces.cell() * columns + events.x(i) / surfaces.cell();
    }

    @Test
    void pointsArePaddedOrThinnedEvenly() {
        assertThat(new EventPoints(6).of(EVENTS))
                .startsWith(0, 0, 0, 1, 0.5f, 0, 0.125f, -1, 0, 0, 0.375f, -1)
                .endsWith(0.5f, 0, 1, 1, 0, 0, 0, 0);
        assertThat(new EventPoints(2).of(EVENTS)).as("events 0 and 2").containsExactly(0, 0, 0, 1, 0, 0, 0.375f, -1);
        assertThat(new EventPoints(1).of(EVENTS.slice(1, 2))).containsExactly(0.5f, 0, 0, -1);
        assertThat(new EventPoints(2).of(EventStream.builder(1, 1).build())).containsOnly(0);
    }

    @Test
    void badValuesAreNamed() {
        assertThatThrownBy(() -> new EventPoints(0)).hasMessageContaining("points must be 1 to");
        EventStream unordered =
                EventStream.builder(2, 1).add(9, 0, 0, 1).add(8, 0, 0, 1).build();
        assertThatThrownBy(() -> VoxelGrid.of(0, 2, 1)).hasMessageContaining("bins must be >= 1");
        assertThatThrownBy(() -> VoxelGrid.of(1, 0, 1)).hasMessageContaining("at least 1x1");
        assertThatThrownBy(() -> new TimeSurface(1, 0, 2, 1)).hasMessageContaining("tauMicros must be > 0");
        assertThatThrownBy(() -> new TimeSurface(1, 1, 2, 1).bin(unordered))
                .hasMessageContaining("event 1 at 8 comes after one at 9");
        assertThatThrownBy(() -> VoxelGrid.of(2, 3, 1).bin(unordered)).hasMessageContaining("Resize");
        assertThatThrownBy(() -> BinaRep.of(1, 25, 2, 1)).hasMessageContaining("bits must be 1 to 24");
        assertThatThrownBy(() -> new AveragedTimeSurfaces(0, 1, 1, 1)).hasMessageContaining("cell must be >= 1");
        assertThatThrownBy(() -> new AveragedTimeSurfaces(1, 1, 1, 0)).hasMessageContaining("windowMicros >= 1");
        assertThatThrownBy(() -> new AveragedTimeSurfaces(1, 1, 1, 1).of(unordered))
                .hasMessageContaining("order of time");
    }
}
