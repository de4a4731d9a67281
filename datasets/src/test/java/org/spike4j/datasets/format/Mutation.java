package org.spike4j.datasets.format;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A damaged copy of a file.
 *
 * @param name what was done, for messages
 * @param bytes the damaged file
 */
record Mutation(String name, byte[] bytes) {
    private static final int[] HUGE = {-1, Integer.MAX_VALUE, Integer.MIN_VALUE, 1 << 30, 1 << 26, 0x00ffffff};

    /** Damage of a random kind; half of it falls on the first 4 KB, where headers are. */
    static Mutation random(SplittableRandom random, byte[] original) {
        int span = random.nextBoolean() ? Math.min(original.length, 4096) : original.length;
        int at = random.nextInt(span);
        byte[] bytes = original.clone();
        switch (random.nextInt(5)) {
            case 0 -> {
                int flips = 1 << random.nextInt(6);
                for (int i = 0; i < flips; i++) {
                    bytes[random.nextInt(span)] ^= (byte) (1 << random.nextInt(8));
                }
                return new Mutation(flips + " bit flips", bytes);
            }
            case 1 -> {
                return new Mutation("cut at " + at, Arrays.copyOf(bytes, at));
            }
            case 2 -> {
                int length = random.nextInt(Math.min(2000, original.length - at) + 1);
                int from = random.nextInt(original.length - length + 1);
                System.arraycopy(original, from, bytes, at, length);
                return new Mutation(length + " bytes from " + from + " to " + at, bytes);
            }
            case 3 -> {
                int value = HUGE[random.nextInt(HUGE.length)];
                for (int i = 0; i < 4 && at + i < bytes.length; i++) {
                    bytes[at + i] = (byte) (value >>> 8 * i);
                }
                return new Mutation("number " + value + " at " + at, bytes);
            }
            default -> {
                int end = Math.min(bytes.length, at + 1 + random.nextInt(3000));
                Arrays.fill(bytes, at, end, (byte) 0);
                return new Mutation("zeros from " + at + " to " + end, bytes);
            }
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
