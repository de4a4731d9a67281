package org.spike4j.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PeakMemoryTest {
    @Test
    void thePeakIsReadFromTheStatusOfTheProcess(@TempDir Path folder) throws IOException {
        Path status = Files.writeString(folder.resolve("status"), "Name:\tjava\nVmHWM:\t  524288 kB\nVmRSS:\t 1 kB\n");
        assertThat(PeakMemory.megabytes(status)).isEqualTo(512);
    }

    @Test
    void aSystemThatDoesNotTellGivesZero(@TempDir Path folder) throws IOException {
        assertThat(PeakMemory.megabytes(folder.resolve("none"))).isZero();
        assertThat(PeakMemory.megabytes(Files.writeString(folder.resolve("status"), "Name:\tjava\n")))
                .isZero();
    }
}
