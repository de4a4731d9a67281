package org.spike4j.datasets.format.hdf5.blosc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.spike4j.datasets.format.ContentException;

class BloscChunkTest {
    static Stream<Arguments> chunks() throws IOException {
        try (InputStream in = BloscChunkTest.class.getResourceAsStream("chunks.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                            .lines()
                            .filter(line -> !line.startsWith("#"))
                            .map(line -> line.split(" "))
                            .map(p -> Arguments.of(
                                    p[0] + " " + p[1],
                                    Integer.parseInt(p[2]),
                                    Integer.parseInt(p[3]),
                                    Base64.getDecoder().decode(p[4])))
                            .toList()
                            .stream();
        }
    }

    @ParameterizedTest(name = "{0}, {2} elements of {1} bytes")
    @MethodSource("chunks")
    void chunksOfTheReferenceImplementationAreRead(String how, int typeSize, int elements, byte[] chunk)
            throws ContentException {
        byte[] before = chunk.clone();
        assertThat(BloscChunk.decode(chunk, typeSize * elements)).as(how).isEqualTo(data(typeSize, elements));
        assertThat(chunk).isEqualTo(before);
    }

    @Test
    void aChunkMayNotClaimMoreThanTheFileSays() throws IOException {
        byte[] chunk = anyChunk("zstd bytes");
        assertThatThrownBy(() -> BloscChunk.decode(chunk, 100))
                .isInstanceOf(ContentException.class)
                .hasMessageContaining("at most 100 bytes of data");
    }

    @ParameterizedTest(name = "{0}, {2} elements of {1} bytes")
    @MethodSource("chunks")
    void damagedChunksAreRefusedWithoutHarm(String how, int typeSize, int elements, byte[] chunk)
            throws ContentException {
        SplittableRandom random = new SplittableRandom(11);
        for (int k = 0; k < 500; k++) {
            byte[] damaged = Arrays.copyOf(chunk, k % 3 == 0 ? random.nextInt(chunk.length) : chunk.length);
            for (int flip = 0; flip < 1 + k % 3 && damaged.length > 0; flip++) {
                int range = k % 2 == 0 ? Math.min(damaged.length, 40) : damaged.length;
                damaged[random.nextInt(range)] = (byte) random.nextInt();
            }
            try {
                byte[] read = BloscChunk.decode(damaged, typeSize * elements);
                assertThat(read.length).isLessThanOrEqualTo(typeSize * elements);
            } catch (ContentException refused) {
                assertThat(refused).hasMessageContaining("a Blosc chunk with");
            }
        }
    }

    private static byte[] anyChunk(String how) throws IOException {
        return chunks().map(Arguments::get)
                .filter(of -> of[0].equals(how))
                .map(of -> (byte[]) of[3])
                .findFirst()
                .orElseThrow();
    }

    private static byte[] data(int typeSize, int elements) {
        byte[] data = new byte[typeSize * elements];
        for (long i = 0; i < elements; i++) {
            long value = (i * i >> 3) + (typeSize == Long.BYTES ? i * 1_000_003 << 32 : 0);
            for (int k = 0; k < typeSize; k++) {
                data[(int) i * typeSize + k] = (byte) (value >>> (8 * k));
            }
        }
        return data;
    }
}
