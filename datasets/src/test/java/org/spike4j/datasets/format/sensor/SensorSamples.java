package org.spike4j.datasets.format.sensor;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Made-up records that tests write and read back. */
public final class SensorSamples {
    private SensorSamples() {}

    /** A frame of random values. */
    public static CameraFrame frame(long seed, int stream, long start, int width, int height, int channels, int bits) {
        SplittableRandom random = new SplittableRandom(seed);
        short[] pixels = new short[width * height * channels];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (short) random.nextInt(1 << bits);
        }
        FrameTimes times = new FrameTimes(start + 3000, start, start + 9000, start + 1000, start + 5001);
        return new CameraFrame(stream, times, 3, 5, width, height, channels, bits, pixels);
    }

    /** Samples a millisecond apart, every value another one; without magnetic field for a unit of 6 axes. */
    public static List<InertialSample> samples(int stream, long start, int count, boolean magnetic) {
        List<InertialSample> samples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            float field = magnetic ? 40 + i : 0;
            samples.add(new InertialSample(
                    stream,
                    start + 1000L * i,
                    0.01f * i,
                    -1 + 0.02f * i,
                    0.03f * i,
                    i,
                    2 * i,
                    -3 * i,
                    field,
                    2 * field,
                    -field,
                    27.5f + i));
        }
        return samples;
    }

    /** Messages of random bytes at random times. */
    public static List<Message> messages(int count, int mostBytes) {
        SplittableRandom random = new SplittableRandom(count);
        List<Message> messages = new ArrayList<>();
        long t = 0;
        for (int i = 0; i < count; i++) {
            t += random.nextInt(1000);
            byte[] bytes = new byte[random.nextInt(mostBytes + 1)];
            random.nextBytes(bytes);
            messages.add(new Message(0, t, bytes));
        }
        return messages;
    }
}
