package org.spike4j.datasets.format.hdf5;

import static org.assertj.core.api.Assertions.assertThat;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spike4j.datasets.EventAssertions;
import org.spike4j.datasets.RandomEvents;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.format.EventFile;

class Hdf5WriterTest {
    @TempDir
    Path folder;

    /** One chunk, one leaf, a leaf that is full, and two levels: a node has 64 children. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 8192, 64 * 8192, 64 * 8192 + 1, 200 * 8192 + 5})
    void columnsAreThoseOfTheEventsWithTheSensor(int size) throws IOException {
        EventStream events = RandomEvents.ordered(size, size, 1280, 720, 1L << 40, 3);
        Path path = folder.resolve("written.h5");
        Hdf5Writer.write(path, events);

        EventAssertions.assertSame(EventFile.read(path), events);
        try (HdfFile file = new HdfFile(path)) {
            assertThat(file.getAttribute("sensor_resolution").getData()).isEqualTo(new int[] {720, 1280});
            assertThat(file.getByPath("events")).isNotNull();
            for (String name : new String[] {"t", "x", "y", "p"}) {
                assertThat(((Dataset) file.getByPath("events/" + name)).getSize())
                        .isEqualTo(size);
            }
        }
    }
}
