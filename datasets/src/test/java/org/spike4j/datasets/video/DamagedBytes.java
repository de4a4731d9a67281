package org.spike4j.datasets.video;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Damage of a random kind: bits, a cut, a splice, a huge number, zeros. */
final class DamagedBytes {
    private DamagedBytes() {}

    static byte[] mutate(byte[] whole, SplittableRandom random) {
        byte[] bytes = whole.clone();
        int span = random.nextBoolean() ? Math.min(bytes.length, 1024) : bytes.length;
        int at = random.nextInt(span);
        switch (random.nextInt(5)) {
            case 0 -> {
                int flips = 1 << random.nextInt(6);
                for (int i = 0; i < flips; i++) {
                    bytes[random.nextInt(span)] ^= (byte) (1 << random.nextInt(8));
                }
            }
            case 1 -> bytes = Arrays.copyOf(bytes, at);
            case 2 -> {
                int length = random.nextInt(Math.min(500, bytes.length - at) + 1);
                System.arraycopy(whole, random.nextInt(whole.length - length + 1), bytes, at, length);
            }
            case 3 ->
                Arrays.fill(bytes, at, Math.min(bytes.length, at + 4), (byte) (random.nextBoolean() ? 0xff : 0x7f));
            default -> Arrays.fill(bytes, at, Math.min(bytes.length, at + 1 + random.nextInt(400)), (byte) 0);
        }
        return bytes;
    }
}
