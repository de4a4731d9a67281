package org.spike4j.datasets.representation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spike4j.datasets.RandomEvents;
import org.spike4j.datasets.event.EventFrames;
import org.spike4j.datasets.event.EventSlicing;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.event.FrameBinning;

/** What every way to make frames promises. */
class EventFramesContractTest {
    private static final EventStream EVENTS = RandomEvents.ordered(1, 900, 9, 7, 5_000, 9);

    static List<EventFrames> frames() {
        return List.of(
                new FrameBinning(EventSlicing.byTime(4), 9, 7),
                new FrameBinning(EventSlicing.byOverlap(800, 300, 4), 9, 7),
                VoxelGrid.of(5, 9, 7),
                new VoxelGrid(1, 9, 7, true),
                new EventSpikeTensor(5, 9, 7, new TimeKernel.Alpha(0.7), EventSpikeTensor.Measurement.COUNT),
                new TimeSurface(4, 700, 9, 7),
                BinaRep.of(3, 8, 9, 7),
                new AveragedSurfaceFrames(EventSlicing.byTime(3), new AveragedTimeSurfaces(4, 1, 300, 900), 9, 7),
                new BinaRep(EventSlicing.byCount(6), 2, 9, 7));
    }

    @ParameterizedTest
    @MethodSource("frames")
    void placesInABatchHoldTheSameNumbers(EventFrames frames) {
        int size = frames.frameSize();
        int slices = frames.slices(EVENTS);
        float[] alone = frames.bin(EVENTS);
        float[] batch = new float[slices * 3 * size];
        frames.addInto(EVENTS, batch, size, 3 * size);

        assertThat(alone).hasSize(slices * size);
        for (int k = 0; k < batch.length; k++) {
            boolean second = k / size % 3 == 1;
            int own = k / (3 * size) * size + k % size;
            assertThat(batch[k]).isEqualTo(second ? alone[own] : 0);
        }
    }

    @ParameterizedTest
    @MethodSource("frames")
    void someNumbersAreThereAndAViewHasThemToo(EventFrames frames) {
        EventStream view = EVENTS.slice(100, 800);
        float[] made = frames.bin(view);
        boolean any = false;
        for (float number : made) {
            any |= number != 0;
        }
        assertThat(any).isTrue();
        assertThat(frames.bin(EventStream.concat(List.of(view)))).isEqualTo(made);
    }

    @ParameterizedTest
    @MethodSource("frames")
    void noEventsGiveZeros(EventFrames frames) {
        assertThat(frames.bin(EventStream.builder(9, 7).build())).containsOnly(0);
    }

    @ParameterizedTest
    @MethodSource("frames")
    void framesThatDoNotFitAreRefused(EventFrames frames) {
        int size = frames.frameSize();
        int all = frames.slices(EVENTS) * size;
        assertThatThrownBy(() -> frames.addInto(EVENTS, new float[all - 1], 0, size))
                .hasMessageContaining("do not fit");
        assertThatThrownBy(() -> frames.addInto(EVENTS, new float[all], 1, size))
                .hasMessageContaining("do not fit");
        assertThatThrownBy(() -> frames.addInto(EVENTS, new float[all], 0, size - 1))
                .hasMessageContaining("do not fit");
        assertThatThrownBy(() -> frames.bin(RandomEvents.ordered(1, 5, 3, 3, 0, 1)))
                .hasMessageContaining("sensor");
    }
}
