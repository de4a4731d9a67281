package org.spike4j.datasets.format.hdf5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spike4j.datasets.EventAssertions;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.event.EventStreamBuilder;
import org.spike4j.datasets.format.EventFile;
import org.spike4j.datasets.format.EventFileException;
import org.spike4j.datasets.format.ReadOptions;

/**
 * Files that h5py 3.16 (HDF5 2.0.0) wrote of 300 events, event i at 5000000 + 37 i us, column 7 i mod 346, row 13 i mod 260,
 * polarity (i div 3) mod 2.
 *
 * <p>h5py-filters.h5 (libver earliest): events/t u4, chunks of 100, shuffle, gzip, fletcher32; x u2, chunks of 70, shuffle, lzf;
 * y big-endian u2, one chunk, gzip 9; p u1, chunks of 128 that the package zstandard compressed; t_offset 5000000.
 * h5py-mvsec.hdf5 (libver v110): davis/left/events f8 [300, 4], chunks of [64, 3], rows unlimited, shuffle, gzip.
 */
class ChunkFiltersTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"h5py-filters.h5", "h5py-mvsec.hdf5"})
    void chunksOfH5pyHaveTheEventsThatWereWritten(String name) throws IOException {
        EventStreamBuilder expected = EventStream.builder(346, 260);
        for (int i = 0; i < 300; i++) {
            expected.add(5_000_000 + 37 * i, 7 * i % 346, 13 * i % 260, i / 3 % 2);
        }

        EventAssertions.assertSame(EventFile.read(Files.write(folder.resolve(name), bytes(name))), expected.build());
    }

    /**
     * Columns as DSEC has them, of 4000 events, compressed by c-blosc 1.21.7 (numcodecs 0.16.5): t in chunks of 1000, Zstandard and
     * shuffle; x Zstandard and bit shuffle, y zlib and shuffle, p Zstandard alone, each in one chunk.
     */
    @Test
    void chunksOfBloscHaveTheEventsThatWereWritten() throws IOException {
        EventStreamBuilder expected = EventStream.builder(346, 260);
        for (int i = 0; i < 4000; i++) {
            expected.add(5_000_000 + 37 * i + i * i % 23, 7 * i % 346, 13 * i % 260, i / 3 % 2);
        }

        Path path = Files.write(folder.resolve("blosc.h5"), bytes("blosc-dsec.h5"));
        EventAssertions.assertSame(EventFile.read(path), expected.build());
    }

    @Test
    void checksumsAreVerified() throws IOException {
        byte[] bytes = bytes("h5py-filters.h5");
        boolean noticed = false;
        for (int at = 2000; at < bytes.length && !noticed; at++) {
            byte[] damaged = bytes.clone();
            damaged[at] ^= 1;
            noticed = isChecksumError(damaged);
        }

        assertThat(noticed).isTrue();
    }

    @Test
    void otherFiltersAreNamedWithAWayOut() throws IOException {
        byte[] bytes = bytes("h5py-filters.h5");
        int places = 0;
        for (int at = 0; at + 1 < bytes.length; at++) {
            if ((bytes[at] & 0xff | (bytes[at + 1] & 0xff) << 8) == 32015) {
                bytes[at]--;
                places++;
            }
        }
        Path path = Files.write(folder.resolve("other.h5"), bytes);

        assertThat(places).isEqualTo(1);
        assertThatThrownBy(() -> EventFile.read(path))
                .isInstanceOf(EventFileException.class)
                .hasMessageContaining("filter 32014")
                .hasMessageContaining("h5repack");
    }

    private boolean isChecksumError(byte[] bytes) throws IOException {
        try {
            EventFile.read(
                    Files.write(folder.resolve("damaged.h5"), bytes),
                    ReadOptions.defaults().withSensor(346, 260));
            return false;
        } catch (EventFileException e) {
            return e.getMessage().contains("Fletcher-32 checksum");
        }
    }

    private static byte[] bytes(String name) throws IOException {
        try (InputStream in = ChunkFiltersTest.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }
}
