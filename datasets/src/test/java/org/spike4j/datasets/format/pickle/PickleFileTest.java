package org.spike4j.datasets.format.pickle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spike4j.datasets.SharedData;
import org.spike4j.datasets.format.EventFileException;

class PickleFileTest {
    private static final double[][] TAXELS = {{1, 2, 3}, {4, 5, 255}};

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void rowsHoldTextsAndArrays(boolean packed) throws IOException {
        byte[] plain = new PickleSample().row("A", TAXELS).row("B", TAXELS).bytes();

        List<Map<String, Object>> rows = PickleFile.rows(file(packed ? gzip(plain) : plain));

        assertThat(rows).hasSize(2);
        assertThat(rows.get(1)).containsEntry("letter", "B").containsOnlyKeys("letter", "taxel_data");
        NumpyArray array = (NumpyArray) rows.get(0).get("taxel_data");
        assertThat(array.shape()).containsExactly(2, 3);
        assertThat(array.values()).containsExactly(1, 2, 3, 4, 5, 255);
    }

    @Test
    void aClassThatCouldDoHarmIsRefusedAndNeverLoaded() throws IOException {
        PickleSample sample = new PickleSample();
        sample.global("os", "system").text("echo harm").op(0x85, 'R');

        assertThatThrownBy(() -> PickleFile.rows(file(sample.bytes())))
                .isInstanceOf(EventFileException.class)
                .hasMessageContaining("os.system")
                .hasMessageContaining("executes nothing");
    }

    @Test
    void anOpcodeThatIsNoPlainDataIsRefused() throws IOException {
        assertThatThrownBy(() -> PickleFile.rows(file(new PickleSample().op('P').bytes())))
                .isInstanceOf(EventFileException.class)
                .hasMessageContaining("at byte 5, found opcode 0x50");
    }

    @Test
    void arrayWhoseBytesDoNotFitItsShapeIsRefused() throws IOException {
        byte[] bytes = new PickleSample().row("A", TAXELS).bytes();
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 'K' && bytes[i + 1] == 2 && bytes[i + 2] == 'K' && bytes[i + 3] == 3) {
                bytes[i + 1] = 3;
            }
        }

        assertThatThrownBy(() -> PickleFile.rows(file(bytes)))
                .isInstanceOf(EventFileException.class)
                .hasMessageContaining("bytes fit its shape");
    }

    @Test
    void cutOffFilesAreRefused() throws IOException {
        byte[] plain = new PickleSample().row("A", TAXELS).bytes();
        for (byte[] whole : List.of(plain, gzip(plain))) {
            assertThatThrownBy(() -> PickleFile.rows(file(Arrays.copyOf(whole, whole.length - 12))))
                    .isInstanceOf(EventFileException.class);
        }
        assertThatThrownBy(() -> PickleFile.rows(folder.resolve("none.pkl")))
                .isInstanceOf(EventFileException.class)
                .hasMessageContaining("no such file");
    }

    @Test
    void damagedFilesAreReadOrRefused() throws IOException {
        byte[] plain = new PickleSample().row("A", TAXELS).row("B", TAXELS).bytes();
        SplittableRandom random = new SplittableRandom(5);
        int refused = 0;
        for (int i = 0; i < 3000; i++) {
            byte[] damaged = plain.clone();
            for (int k = 0; k <= i % 3; k++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            try {
                PickleFile.rows(file(damaged));
            } catch (EventFileException e) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(500);
    }

    @Test
    void realLettersAreRead() throws IOException {
        List<Map<String, Object>> rows =
                PickleFile.rows(SharedData.require("braille/tutorial5_braille_spiking_data.pkl.gz"));

        assertThat(rows).hasSize(1350);
        NumpyArray first = (NumpyArray) rows.get(0).get("taxel_data");
        assertThat(first.shape()).containsExactly(76, 12);
        assertThat(Arrays.copyOf(first.values(), 12))
                .containsExactly(255, 227, 255, 255, 255, 255, 94, 255, 255, 255, 248, 255);
        assertThat(rows.get(0)).containsEntry("letter", "Space").containsEntry("repetition", 0L);
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("sample.pkl"), bytes);
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        }
        return packed.toByteArray();
    }
}
