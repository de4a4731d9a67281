package org.spike4j.datasets.format.lz4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jpountz.lz4.LZ4Factory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spike4j.datasets.format.ContentException;

class Lz4BlockTest {
    /** Runs of a period and random bytes by turns, so that matches have all distances and lengths. */
    @ParameterizedTest
    @CsvSource({
        "1, 1, 1",
        "13, 1, 3",
        "1025, 3, 40",
        "70000, 1, 20",
        "70000, 7, 600",
        "200001, 8, 17",
        "200001, 31, 90000"
    })
    void blocksOfTheReferenceCodecAreRead(int size, int shortest, int longest) throws ContentException {
        for (long seed = 0; seed < 5; seed++) {
            byte[] content = content(seed, size, shortest, longest);
            byte[] block = LZ4Factory.safeInstance().fastCompressor().compress(content);
            for (int room : new int[] {0, 5, 64}) {
                byte[] out = new byte[3 + size + room];
                int end = Lz4Block.decompress(block, 0, block.length, out, 3, 3 + size, 3);

                assertThat(end).isEqualTo(3 + size);
                assertThat(Arrays.copyOfRange(out, 3, end)).isEqualTo(content);
            }
        }
    }

    @Test
    void lengthsThatNoIntHoldsAreRefused() {
        byte[] literals = new byte[9_000_000];
        Arrays.fill(literals, (byte) 0xff);
        literals[literals.length - 1] = 0;
        byte[] match = literals.clone();
        match[0] = 0x1f; // one literal, then a match at distance 1
        match[1] = 'a';
        match[2] = 1;
        match[3] = 0;

        for (byte[] block : new byte[][] {literals, match}) {
            assertThatThrownBy(() -> Lz4Block.decompress(block, 0, block.length, new byte[100], 0, 100, 0))
                    .isInstanceOf(ContentException.class);
        }
    }

    private static byte[] content(long seed, int size, int shortest, int longest) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] content = new byte[size];
        int at = 0;
        while (at < size) {
            int run = Math.min(size - at, random.nextInt(shortest, longest + 1));
            int distance = random.nextInt(40);
            for (int i = 0; i < run; i++, at++) {
                content[at] = distance == 0 || at < distance ? (byte) random.nextInt() : content[at - distance];
            }
        }
        return content;
    }
}
