package org.spike4j.datasets.format.hdf5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spike4j.datasets.EventAssertions;
import org.spike4j.datasets.RandomEvents;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.format.EventFile;
import org.spike4j.datasets.format.EventFileException;
import org.spike4j.datasets.format.ReadOptions;

class Hdf5ReaderTest {
    private static final EventStream EVENTS = RandomEvents.ordered(4, 150_001, 346, 260, 5_000_000, 3);

    @TempDir
    Path folder;

    @Test
    void columnsOfAGroupAreReadWithTheirOffset() throws IOException {
        Path path = folder.resolve("dsec.h5");
        Hdf5Sample.write(path, EVENTS);

        EventAssertions.assertSame(EventFile.read(path), EVENTS);
    }

    @Test
    void rowsOfMvsecAreColumnRowSecondsAndSign() throws IOException {
        Path path = folder.resolve("mvsec.hdf5");
        try (WritableHdfFile file = HdfFile.write(path)) {
            WritableGroup davis = file.putGroup("davis");
            davis.putGroup("left").putDataset("events", rows(EVENTS));
            davis.putGroup("right").putDataset("events", new double[][] {{7, 8, 0.5, -1}});
        }

        EventAssertions.assertSame(EventFile.read(path), EVENTS);
        EventStream right = EventFile.read(path, ReadOptions.defaults().withStream(1));
        assertThat(right.t(0)).isEqualTo(500_000);
        assertThat(right.x(0)).isEqualTo(7);
        assertThat(right.y(0)).isEqualTo(8);
        assertThat(right.polarity(0)).isZero();
    }

    @Test
    void filesWithoutEventsAreRefused() throws IOException {
        Path path = folder.resolve("other.h5");
        try (WritableHdfFile file = HdfFile.write(path)) {
            file.putDataset("t", new int[] {1, 2});
            file.putDataset("x", new int[] {1, 2});
            file.putDataset("y", new int[] {1, 2});
            file.putDataset("p", new int[] {1});
        }

        assertThatThrownBy(() -> EventFile.read(path))
                .isInstanceOf(EventFileException.class)
                .hasMessageContaining("t, x, y, p of one length");
    }

    @Test
    void filesThatAreNoHdf5AfterTheSignatureAreRefused() throws IOException {
        Path path = folder.resolve("bad.h5");
        Files.write(path, ("\u0089HDF\r\n\u001a\n" + "\u00ff".repeat(100)).getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> EventFile.read(path)).isInstanceOf(EventFileException.class);
    }

    private static double[][] rows(EventStream events) {
        double[][] rows = new double[events.size()][];
        for (int i = 0; i < rows.length; i++) {
            int sign = events.polarity(i) == 1 ? 1 : -1;
            rows[i] = new double[] {events.x(i), events.y(i), events.t(i) / 1e6, sign};
        }
        return rows;
    }
}
