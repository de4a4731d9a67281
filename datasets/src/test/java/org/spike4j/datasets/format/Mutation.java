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
    private static final long[] HUGE = {
        -1, Integer.MAX_VALUE, Integer.MIN_VALUE, 1 << 30, 1 << 26, 0xffffff, 1L << 62, 0xffff
    };
    private static final int KINDS = 8;

    /** Damage of a random kind; half of it falls on the first 4 KB, where headers are. */
    static Mutation random(SplittableRandom random, byte[] original) {
        int span = random.nextBoolean() ? Math.min(original.length, 4096) : original.length;
        int at = random.nextInt(span);
        return switch (random.nextInt(KINDS)) {
            case 0 -> flips(random, original, span);
            case 1 -> new Mutation("cut at " + at, Arrays.copyOf(original, at));
            case 2 -> copied(random, original, at);
            case 3 -> number(random, original, at);
            case 4 -> zeros(random, original, at);
            case 5 -> inserted(random, original, at);
            case 6 -> removed(random, original, at);
            default -> digits(random, original, at);
        };
    }

    private static Mutation flips(SplittableRandom random, byte[] original, int span) {
        byte[] bytes = original.clone();
        int flips = 1 << random.nextInt(6);
        for (int i = 0; i < flips; i++) {
            bytes[random.nextInt(span)] ^= (byte) (1 << random.nextInt(8));
        }
        return new Mutation(flips + " bit flips", bytes);
    }

    private static Mutation copied(SplittableRandom random, byte[] original, int at) {
        byte[] bytes = original.clone();
        int length = random.nextInt(Math.min(2000, original.length - at) + 1);
        int from = random.nextInt(original.length - length + 1);
        System.arraycopy(original, from, bytes, at, length);
        return new Mutation(length + " bytes from " + from + " to " + at, bytes);
    }

    /** A number that no length or count should have, of 2, 4 or 8 bytes in either order. */
    private static Mutation number(SplittableRandom random, byte[] original, int at) {
        byte[] bytes = original.clone();
        long value = HUGE[random.nextInt(HUGE.length)];
        int width = 2 << random.nextInt(3);
        boolean little = random.nextBoolean();
        for (int i = 0; i < width && at + i < bytes.length; i++) {
            bytes[at + i] = (byte) (value >>> 8 * (little ? i : width - 1 - i));
        }
        return new Mutation("number " + value + " of " + width + " bytes at " + at, bytes);
    }

    private static Mutation zeros(SplittableRandom random, byte[] original, int at) {
        byte[] bytes = original.clone();
        int end = Math.min(bytes.length, at + 1 + random.nextInt(3000));
        Arrays.fill(bytes, at, end, (byte) 0);
        return new Mutation("zeros from " + at + " to " + end, bytes);
    }

    /** Bytes of elsewhere between the others, so that all after them move. */
    private static Mutation inserted(SplittableRandom random, byte[] original, int at) {
        int length = 1 + random.nextInt(Math.min(300, original.length));
        int from = random.nextInt(original.length - length + 1);
        byte[] bytes = Arrays.copyOf(original, original.length + length);
        System.arraycopy(original, from, bytes, at, length);
        System.arraycopy(original, at, bytes, at + length, original.length - at);
        return new Mutation(length + " bytes from " + from + " inserted at " + at, bytes);
    }

    private static Mutation removed(SplittableRandom random, byte[] original, int at) {
        int length = 1 + random.nextInt(Math.min(300, original.length - at));
        byte[] bytes = Arrays.copyOf(original, original.length - length);
        System.arraycopy(original, at + length, bytes, at, original.length - at - length);
        return new Mutation(length + " bytes removed at " + at, bytes);
    }

    /** Nines in place of the next digits, for the numbers that headers have as text. */
    private static Mutation digits(SplittableRandom random, byte[] original, int at) {
        byte[] bytes = original.clone();
        int digits = 1 + random.nextInt(20);
        int i = at;
        while (i < bytes.length && (bytes[i] < '0' || bytes[i] > '9')) {
            i++;
        }
        for (; i < bytes.length && digits > 0; i++, digits--) {
            bytes[i] = '9';
        }
        return new Mutation("nines from the first digit after " + at, bytes);
    }

    @Override
    public String toString() {
        return name;
    }
}
