package org.spike4j.datasets.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spike4j.datasets.SharedData;

/** Damaged copies of real recordings; {@link MutatedFilesTest} has more of small ones. */
class DamagedFilesTest {
    private static final int MUTATIONS = 1000;

    /** Files above this size get fewer mutations, since each is read as a whole. */
    private static final int LARGE_BYTES = 100_000;

    /** A read may allocate the packet limit a few times over (64 MiB: bytes while they grow, then columns). */
    private static final long ALLOCATION_LIMIT = 512L << 20;

    @TempDir
    Path folder;

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
        byte[] original = Files.readAllBytes(copy);
        int mutations = original.length > LARGE_BYTES ? MUTATIONS / 5 : MUTATIONS;
        ReadOptions options = ReadOptions.defaults().withInvalid(true);

        int refused = new MutationRun(mutations, ALLOCATION_LIMIT).read(copy, List.of(original), options);

        assertThat(refused).isBetween(1, mutations);
    }
}
