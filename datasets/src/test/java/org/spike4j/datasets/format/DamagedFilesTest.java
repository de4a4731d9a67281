package org.spike4j.datasets.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spike4j.datasets.RandomEvents;
import org.spike4j.datasets.SharedData;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.format.aedat4.Aedat4Sample;
import org.spike4j.datasets.format.hdf5.Hdf5Sample;
import org.spike4j.datasets.format.matlab.MatlabSample;

/** A damaged file is read or refused with an EventFileException: no hang, no other exception, no flood of memory. */
class DamagedFilesTest {
    private static final EventStream EVENTS = RandomEvents.ordered(7, 3000, 34, 34, 8_380_000, 20);
    private static final int MUTATIONS = 1000;

    /** Files above this size get fewer mutations, since each is read as a whole. */
    private static final int LARGE_BYTES = 100_000;

    private static final Duration TIME_LIMIT = Duration.ofSeconds(120);

    /** A read may allocate the packet limit a few times over (64 MiB: bytes while they grow, then columns). */
    private static final long ALLOCATION_LIMIT = 512L << 20;

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("org.spike4j.datasets.format.WriterContractTest#endings")
    void writtenFile(String ending) throws IOException {
        Path path = folder.resolve("sample." + ending);
        EventFile.formatToWrite(ending).writer().orElseThrow().write(path, EVENTS);
        int refused = readMutations(path, ReadOptions.defaults().withSensor(34, 34));

        assertThat(refused).as("mutations that were noticed").isGreaterThan(MUTATIONS / 4);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void aedat4FileOfAnyCompression(int compression) throws IOException {
        Path path = Files.write(folder.resolve("sample.aedat4"), Aedat4Sample.file(EVENTS, 700, compression));
        int refused = readMutations(path, ReadOptions.defaults().withSensor(34, 34));

        assertThat(refused).as("mutations that were noticed").isGreaterThan(MUTATIONS / 4);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void matlabFile(boolean compressed) throws IOException {
        byte[] bytes = MatlabSample.file(EVENTS, ByteOrder.LITTLE_ENDIAN, compressed);
        readMutations(
                Files.write(folder.resolve("sample.mat"), bytes),
                ReadOptions.defaults().withSensor(34, 34));
    }

    @Test
    void hdf5File() throws IOException {
        readMutations(
                Hdf5Sample.write(folder.resolve("sample.h5"), EVENTS),
                ReadOptions.defaults().withSensor(34, 34));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aedat31_synthetic/aedat1_for_testing.aedat",
                "aedat31_synthetic/aedat2_led.aedat",
                "aedat31_synthetic/aedat3_fluorescent.aedat",
                "pyaedattools/synth_TranslatingBarX.aedat",
                "expelliarmus/evt3_sample.raw",
                "rpg_ecd_tubrip/shapes_rotation/events.txt",
                "rpg_ecd_tubrip/shapes_rotation/events.npy",
                "nmnist_npz/events.npz",
                "nmnist_small/1.bs2",
                "aestream/davis.aedat4",
                "dv_processing_tests/python/tests/data/sample_data.aedat4",
                "dv_processing_tests/tests/data/test_files/test-frame.aedat4",
                "dv_processing_tests/tests/io/test_files/empty_stereo.aedat4",
                "dv_processing_tests/tests/io/test_files/sample_data.aedat4",
                "dv_processing_tests/tests/io/test_files/test-minimal.aedat4",
                "snndelays/X_15Hz_sample_0000.aedat4"
            })
    void realFile(String name) throws IOException {
        Path path = SharedData.require(name);
        Path copy = Files.copy(path, folder.resolve(path.getFileName()));
        copy.toFile().setWritable(true);

        readMutations(copy, ReadOptions.defaults().withInvalid(true));
    }

    /** Returns how many mutations were refused. */
    private int readMutations(Path path, ReadOptions options) throws IOException {
        byte[] original = Files.readAllBytes(path);
        int mutations = original.length > LARGE_BYTES ? MUTATIONS / 5 : MUTATIONS;
        SplittableRandom random = new SplittableRandom(original.length);
        AtomicReference<Mutation> current = new AtomicReference<>();
        return assertTimeoutPreemptively(
                TIME_LIMIT,
                () -> {
                    ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
                    int refused = 0;
                    for (int i = 0; i < mutations; i++) {
                        Mutation mutation = Mutation.random(random, original);
                        current.set(mutation);
                        overwrite(path, mutation.bytes());
                        long before = thread.getCurrentThreadAllocatedBytes();
                        try {
                            EventFile.read(path, options);
                        } catch (EventFileException e) {
                            assertThat(e.getMessage())
                                    .startsWith(path.toString())
                                    .doesNotContain("\n");
                            refused++;
                        } catch (Throwable e) {
                            throw new AssertionError(
                                    "mutation " + i + " of " + path.getFileName() + ": " + mutation, e);
                        }
                        assertThat(thread.getCurrentThreadAllocatedBytes() - before)
                                .as("bytes allocated for %s", mutation)
                                .isLessThan(ALLOCATION_LIMIT);
                    }
                    return refused;
                },
                () -> "time was up at " + current.get());
    }

    /** Writes in place: making the file anew for each mutation takes milliseconds on some file systems. */
    private static void overwrite(Path path, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.truncate(bytes.length);
        }
    }
}
