package org.spike4j.datasets.format.aedat4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.SplittableRandom;
import net.jpountz.lz4.LZ4FrameOutputStream.FLG.Bits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spike4j.datasets.format.ContentException;

class Lz4FrameTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 15, 16, 17, 300, 65_535, 65_536, 65_537, 400_003})
    void decodesWhatLz4JavaEncoded(int size) throws Exception {
        for (int alphabet : new int[] {1, 3, 256}) {
            byte[] content = content(size, alphabet);
            assertThat(decode(Aedat4Sample.lz4(content, Bits.BLOCK_INDEPENDENCE)))
                    .as("alphabet %d", alphabet)
                    .isEqualTo(content);
            assertThat(decode(Aedat4Sample.lz4(
                            content, Bits.BLOCK_INDEPENDENCE, Bits.CONTENT_CHECKSUM, Bits.BLOCK_CHECKSUM)))
                    .as("alphabet %d with checksums", alphabet)
                    .isEqualTo(content);
        }
    }

    /**
     * Linked blocks, content size and both checksums, by the reference program: lz4 1.9.4 -BD -B4 -BX --content-size
     * of the 150000 bytes i mod 251.
     */
    @Test
    void decodesLinkedBlocksOfTheReferenceProgram() throws Exception {
        byte[] content = new byte[150_000];
        for (int i = 0; i < content.length; i++) {
            content[i] = (byte) (i % 251);
        }
        try (InputStream frame = getClass().getResourceAsStream("linked-blocks.lz4")) {
            assertThat(decode(frame.readAllBytes())).isEqualTo(content);
        }
    }

    @Test
    void decodesAMatchThatOverlapsItself() throws Exception {
        // Token 0x1f: one literal "a", a match of 4 + 15 + 1 = 20 at distance 1; then five literals.
        byte[] block = HexFormat.of().parseHex("1f6101000150" + "6263646566");
        BoundedBytes out = new BoundedBytes(100);
        Lz4Frame.decompress(block, 0, block.length, out, 0, 100);

        assertThat(StandardCharsets.US_ASCII.decode(out.view()).toString()).isEqualTo("a".repeat(21) + "bcdef");
    }

    /** Matches of every short distance, into bytes that may hold exactly the content. */
    @ParameterizedTest
    @ValueSource(ints = {13, 31, 207, 1025})
    void decodesPeriodicContentIntoBytesOfItsSize(int size) throws Exception {
        for (int period = 1; period <= 20; period++) {
            byte[] content = new byte[size];
            for (int i = 0; i < size; i++) {
                content[i] = (byte) (i % period);
            }
            BoundedBytes out = new BoundedBytes(size);
            Lz4Frame.decompress(ByteBuffer.wrap(Aedat4Sample.lz4(content, Bits.BLOCK_INDEPENDENCE)), out);
            byte[] decoded = new byte[out.size()];
            out.view().get(decoded);

            assertThat(decoded).as("period %d", period).isEqualTo(content);
        }
    }

    @Test
    void changedContentFailsItsChecksum() throws IOException {
        byte[] frame = Aedat4Sample.lz4(content(1000, 256), Bits.BLOCK_INDEPENDENCE, Bits.CONTENT_CHECKSUM);
        frame[frame.length / 2] ^= 1;

        assertThatThrownBy(() -> decode(frame))
                .isInstanceOf(ContentException.class)
                .hasMessageContaining("checksum");
    }

    @ParameterizedTest
    @CsvSource({
        "1f610200, distance",
        "1f610000, distance",
        "f0ff, its end",
        "50616263, literals",
        "106101, match distance",
        "1061010010, literals",
    })
    void damagedBlocksAreRefused(String hex, String message) {
        byte[] block = HexFormat.of().parseHex(hex);

        assertThatThrownBy(() -> Lz4Frame.decompress(block, 0, block.length, new BoundedBytes(100), 0, 100))
                .isInstanceOf(ContentException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource({"'', 02cc5d05", "a, 550d7456", "abc, 32d153ff", "'Nobody inspects the spammish repetition', e2293b2f"})
    void xxHashOfKnownTexts(String text, String hash) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);

        assertThat(XxHash32.of(bytes, 0, bytes.length)).isEqualTo(Integer.parseUnsignedInt(hash, 16));
    }

    private static byte[] decode(byte[] frame) throws ContentException {
        BoundedBytes out = new BoundedBytes(1 << 20);
        Lz4Frame.decompress(ByteBuffer.wrap(frame), out);
        byte[] content = new byte[out.size()];
        out.view().get(content);
        return content;
    }

    private static byte[] content(int size, int alphabet) {
        SplittableRandom random = new SplittableRandom(size + alphabet);
        byte[] content = new byte[size];
        for (int i = 0; i < size; i++) {
            content[i] = (byte) random.nextInt(alphabet);
        }
        return content;
    }
}
