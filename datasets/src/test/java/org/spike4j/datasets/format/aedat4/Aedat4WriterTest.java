package org.spike4j.datasets.format.aedat4;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import net.jpountz.lz4.LZ4FrameInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spike4j.datasets.EventAssertions;
import org.spike4j.datasets.RandomEvents;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.format.EventFile;

class Aedat4WriterTest {
    @TempDir
    Path folder;

    @Test
    void uncompressedAndCompressedFilesReadBackWithTheirSensor() throws IOException {
        EventStream events = RandomEvents.ordered(3, 20_000, 346, 260, 1_633_953_690_975_950L, 3);
        Path plain = folder.resolve("plain.aedat4");
        Path packed = folder.resolve("packed.aedat4");
        Aedat4Writer.writeUncompressed(plain, events);
        Aedat4Writer.write(packed, events);

        EventAssertions.assertSame(EventFile.read(plain), events);
        EventAssertions.assertSame(EventFile.read(packed), events);
        assertThat(Files.size(packed)).isLessThan(Files.size(plain) * 3 / 4);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4, 12, 13, 16, 17, 269, 270, 65_600, 1 << 18, (1 << 18) + 1, 700_001})
    void framesAreReadByAnotherLibrary(int length) throws IOException {
        SplittableRandom random = new SplittableRandom(length);
        for (int letters : new int[] {1, 2, 200}) {
            byte[] content = new byte[length];
            for (int i = 0; i < length; i++) {
                content[i] = (byte) random.nextInt(letters);
            }
            ByteBuffer frame = new Lz4Compressor().compress(content);
            ByteArrayInputStream in = new ByteArrayInputStream(frame.array(), 0, frame.limit());

            assertThat(new LZ4FrameInputStream(in).readAllBytes()).isEqualTo(content);
        }
    }
}
