package org.spike4j.datasets.format.numpy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spike4j.datasets.format.EventFileException;

class NumpyRowsTest {
    private static final int ROWS = 5;

    @TempDir
    Path folder;

    @Test
    void fieldsKeepTheirFractions() throws IOException {
        Path file = Files.write(folder.resolve("a.npy"), npy());

        try (NumpyRows rows = NumpyRows.open(file)) {
            assertThat(rows.fields()).containsExactly("a", "b");
            assertThat(rows.rows()).isEqualTo(ROWS);
            assertThat(rows.next(3)).isEqualTo(3);
            assertThat(List.of(rows.get(0, 0), rows.get(0, 1), rows.get(2, 0), rows.get(2, 1)))
                    .containsExactly(0.0, 0.25, 2.0, 2.25);
            assertThat(rows.next(3)).isEqualTo(2);
            assertThat(rows.get(1, 1)).isEqualTo(4.25);
            assertThat(rows.next(3)).isZero();
        }
    }

    @Test
    void aMemberIsFoundByItsName() throws IOException {
        Path file = npz("b");

        try (NumpyRows rows = NumpyRows.open(file, "b")) {
            assertThat(rows.next(100)).isEqualTo(ROWS);
        }
        assertThatThrownBy(() -> NumpyRows.open(file, "c"))
                .isInstanceOf(EventFileException.class)
                .hasMessageContaining("an array c")
                .hasMessageContaining("b.npy");
        assertThatThrownBy(() -> NumpyRows.open(folder.resolve("absent.npz"), "c"))
                .isInstanceOf(EventFileException.class)
                .hasMessageContaining("absent.npz");
        assertThatThrownBy(() -> NumpyRows.open(folder.resolve("absent.npy")))
                .isInstanceOf(EventFileException.class)
                .hasMessageContaining("no such file");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void damagedFilesEndInOneKindOfError(boolean zip) throws IOException {
        byte[] whole = zip ? Files.readAllBytes(npz("a")) : npy();
        SplittableRandom random = new SplittableRandom(7);
        int refused = 0;
        for (int i = 0; i < 3000; i++) {
            byte[] bytes = whole.clone();
            for (int k = 0; k < 1 + random.nextInt(5); k++) {
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            }
            Path file = folder.resolve("damaged");
            Files.write(file, random.nextInt(5) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes);
            try (NumpyRows rows = zip ? NumpyRows.open(file, "a") : NumpyRows.open(file)) {
                int left = 1000;
                for (int read = rows.next(2); read > 0 && left > 0; read = rows.next(2)) {
                    left--;
                }
            } catch (EventFileException e) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(100);
    }

    private Path npz(String member) throws IOException {
        Path file = folder.resolve("a.npz");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(member + ".npy"));
            zip.write(npy());
        }
        return file;
    }

    private static byte[] npy() throws IOException {
        byte[] header = ("{'descr': [('a', '<u2'), ('B', '>f8')], 'fortran_order': False, 'shape': (" + ROWS
                        + ",), }\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
        out.write(new byte[] {(byte) header.length, (byte) (header.length >> 8)});
        out.write(header);
        ByteBuffer rows = ByteBuffer.allocate(ROWS * 10);
        for (int i = 0; i < ROWS; i++) {
            rows.order(ByteOrder.LITTLE_ENDIAN).putShort((short) i);
            rows.order(ByteOrder.BIG_ENDIAN).putDouble(i + 0.25);
        }
        out.write(rows.array());
        return out.toByteArray();
    }
}
