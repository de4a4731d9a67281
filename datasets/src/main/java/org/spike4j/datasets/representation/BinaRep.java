package org.spike4j.datasets.representation;

import java.util.Objects;
import org.spike4j.datasets.event.EventFrames;
import org.spike4j.datasets.event.EventSlicing;
import org.spike4j.datasets.event.EventStream;

/**
 * Bina-Rep: N binary frames, each 1 where there was an event at all, read as one N-bit number, the earliest frame the
 * most significant digit, and scaled to 0 to 1. With the binary frames b of the slices k N to k N + N - 1,
 *
 * <pre>
 * F(k, p, y, x) = sum over i = 0 ... N-1 of 2^(N-1-i) b(k N + i, p, y, x)  / (2^N - 1)
 * </pre>
 *
 * <p>[T, 2, height, width], T = slices / N. Barchid, Mennesson and Djeraba 2022, "Bina-Rep event frames: A simple and
 * effective representation for event-based cameras". Takes sensors of the size of the frames.
 *
 * @param slicing the binary frames; their number must be a multiple of N
 * @param bits N, 1 to 24
 * @param width columns of the sensor
 * @param height rows of the sensor
 */
public record BinaRep(EventSlicing slicing, int bits, int width, int height) implements EventFrames {
    private static final int CHANNELS = 2;
    private static final int MOST_BITS = 24;

    /** Checks the values. */
    public BinaRep {
        Objects.requireNonNull(slicing, "slicing");
        if (bits < 1 || bits > MOST_BITS) {
            throw new IllegalArgumentException("bits must be 1 to " + MOST_BITS + ", was " + bits);
        }
        EventFrames.requireSize(CHANNELS, width, height);
    }

    /**
     * Of equal parts of the recording.
     *
     * @param frames T
     * @param bits N
     * @param width columns of the sensor
     * @param height rows of the sensor
     * @return the representation
     */
    public static BinaRep of(int frames, int bits, int width, int height) {
        return new BinaRep(EventSlicing.byTime(Math.multiplyExact(frames, bits)), bits, width, height);
    }

    @Override
    public int channels() {
        return CHANNELS;
    }

    @Override
    public int slices(EventStream events) {
        int binary = slicing.slices(events);
        if (binary % bits != 0) {
            throw new IllegalArgumentException(
                    "slices must be a multiple of the " + bits + " bits, were " + binary + "; use another slicing");
        }
        return binary / bits;
    }

    @Override
    public void addInto(EventStream events, float[] frames, int offset, int sliceStride) {
        Sensor.require(events, width, height);
        int count = slices(events);
        requireRoom(count, frames.length, offset, sliceStride);
        int size = frameSize();
        int[] numbers = new int[Math.multiplyExact(count, size)];
        slicing.forEachRun(events, (slice, start, end) -> {
            int digit = 1 << (bits - 1 - slice % bits);
            int frame = slice / bits * size;
            for (int i = start; i < end; i++) {
                numbers[frame + (events.polarity(i) * height + events.y(i)) * width + events.x(i)] |= digit;
            }
        });
        float largest = (1 << bits) - 1;
        for (int k = 0; k < count; k++) {
            for (int i = 0; i < size; i++) {
                frames[offset + k * sliceStride + i] += numbers[k * size + i] / largest;
            }
        }
    }
}
