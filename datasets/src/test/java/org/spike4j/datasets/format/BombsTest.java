package org.spike4j.datasets.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.ZstdOutputStream;
import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jpountz.lz4.LZ4FrameOutputStream;
import net.jpountz.lz4.LZ4FrameOutputStream.BLOCKSIZE;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spike4j.datasets.RandomEvents;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.format.aedat4.Aedat4Sample;
import org.spike4j.datasets.format.hdf5.Hdf5Sample;

/** Small files whose compressed blocks unfold to 256 MB, or claim gigabytes. */
class BombsTest {
    private static final int UNFOLDED = 1 << 28;

    private static final ReadOptions OPTIONS = ReadOptions.defaults().withSensor(34, 34);

    /** What a packet of 64 MiB may cost while it grows, whatever the bombs hold. */
    private static final long ALLOCATION_LIMIT = 260L << 20;

    @TempDir
    Path folder;

    /** Compresses what it is given. */
    @FunctionalInterface
    private interface Compressor {
        OutputStream over(OutputStream bytes) throws IOException;
    }

    @Test
    void zstandardPacketThatUnfoldsWithoutEndIsRefused() throws IOException {
        Path bomb = aedat4(3, zeros(UNFOLDED, ZstdOutputStream::new));

        assertThat(Files.size(bomb)).isLessThan(1 << 17);
        assertRefused(bomb, "a packet of at most 67108864 bytes when decompressed");
    }

    @Test
    void lz4PacketThatUnfoldsWithoutEndIsRefused() throws IOException {
        Path bomb = aedat4(
                1,
                zeros(
                        UNFOLDED,
                        bytes -> new LZ4FrameOutputStream(
                                bytes, BLOCKSIZE.SIZE_4MB, LZ4FrameOutputStream.FLG.Bits.BLOCK_INDEPENDENCE)));

        assertThat(Files.size(bomb)).isLessThan(1 << 23);
        assertRefused(bomb, "a packet of at most 67108864 bytes when decompressed");
    }

    @Test
    void hdf5ChunkThatInflatesBeyondItsSizeIsRefused() throws IOException {
        Path bomb = folder.resolve("bomb.h5");
        try (InputStream in = Hdf5Sample.class.getResourceAsStream("h5py-bomb.h5")) {
            Files.copy(in, bomb);
        }

        long allocated = assertRefused(bomb, "inflates to more");
        assertThat(allocated).as("bytes allocated for a chunk of 600 bytes").isLessThan(4 << 20);
    }

    /** Events of a deflated array come in pieces, whatever its header claims and its bytes unfold to. */
    @Test
    void numpyArrayOfAnyClaimIsReadInPieces() throws IOException {
        Path bomb = folder.resolve("bomb.npz");
        String text = "{'descr': [('t', '<i8'), ('x', '<u2'), ('y', '<u2'), ('p', '<u4')], 'fortran_order': False,"
                + " 'shape': (999999999999999,), }";
        String header = text + " ".repeat(191 - 10 - text.length()) + "\n";
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(bomb))) {
            zip.putNextEntry(new ZipEntry("events.npy"));
            zip.write(("\u0093NUMPY\u0001\u0000" + (char) header.length() + "\u0000" + header)
                    .getBytes(StandardCharsets.ISO_8859_1));
            writeZeros(zip, UNFOLDED);
        }

        assertPieces(bomb, UNFOLDED / 16);
    }

    @Test
    void matlabVariablesThatUnfoldAreReadInPieces() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        byte[] header = Arrays.copyOf("MATLAB 5.0 MAT-file".getBytes(StandardCharsets.US_ASCII), 128);
        ByteBuffer.wrap(header)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort(124, (short) 0x100)
                .putShort(126, (short) 0x4d49);
        file.write(header);
        int rows = 1 << 24;
        for (String name : new String[] {"ts", "x", "y", "pol"}) {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
                ByteBuffer start = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
                start.putInt(14).putInt(56 + rows).putInt(6).putInt(8).putInt(6).putInt(0);
                start.putInt(5).putInt(8).putInt(rows).putInt(1).putInt(name.length() << 16 | 1);
                start.put(Arrays.copyOf(name.getBytes(StandardCharsets.US_ASCII), 4))
                        .putInt(2)
                        .putInt(rows);
                deflater.write(start.array(), 0, start.position());
                writeZeros(deflater, rows);
            }
            file.write(ByteBuffer.allocate(8)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(15)
                    .putInt(packed.size())
                    .array());
            file.write(packed.toByteArray());
        }

        assertPieces(Files.write(folder.resolve("bomb.mat"), file.toByteArray()), rows);
    }

    private Path aedat4(int compression, byte[] packet) throws IOException {
        EventStream events = RandomEvents.ordered(1, 10, 34, 34, 0, 10);
        return Files.write(folder.resolve("bomb.aedat4"), Aedat4Sample.fileOfPacket(events, compression, packet));
    }

    private static byte[] zeros(int count, Compressor compressor) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = compressor.over(bytes)) {
            writeZeros(out, count);
        }
        return bytes.toByteArray();
    }

    private static void writeZeros(OutputStream out, int count) throws IOException {
        byte[] block = new byte[1 << 20];
        for (int left = count; left > 0; left -= block.length) {
            out.write(block);
        }
    }

    /** Returns the bytes allocated. */
    private static long assertRefused(Path bomb, String message) {
        long before = allocated();
        assertThatThrownBy(() -> EventFile.read(bomb, OPTIONS))
                .isInstanceOf(EventFileException.class)
                .hasMessageContaining(message);
        long allocated = allocated() - before;
        assertThat(allocated).as("bytes allocated").isLessThan(ALLOCATION_LIMIT);
        return allocated;
    }

    private static void assertPieces(Path bomb, long least) throws IOException {
        long events = 0;
        try (EventReader reader = EventFile.open(bomb, OPTIONS)) {
            Optional<EventStream> piece = reader.next();
            while (piece.isPresent() && events < least / 16) {
                assertThat(piece.get().size()).isLessThanOrEqualTo(1 << 16);
                events += piece.get().size();
                long before = allocated();
                piece = reader.next();
                assertThat(allocated() - before)
                        .as("bytes allocated for a piece")
                        .isLessThan(16L << 20);
            }
        }
        assertThat(events).isGreaterThanOrEqualTo(least / 16);
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
