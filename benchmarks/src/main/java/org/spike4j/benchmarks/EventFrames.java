package org.spike4j.benchmarks;

import java.util.SplittableRandom;

/**
 * Frames of event counts [2, height, width] as a moving arm leaves them: events scattered normally around a centre that goes
 * round, 0.16 a cell. On 32 x 32 that sets 6 to 7 % of the cells, 2.5 events each, as the test recordings of the embedded
 * gestures do in 16 steps.
 */
final class EventFrames {
    private static final double EVENTS_PER_CELL = 0.16;
    private static final double SPREAD = 0.07; // of a side
    private static final double RADIUS = 0.25; // of a side
    private static final int ROUND = 16; // frames

    private final float[][] frames;

    private EventFrames(float[][] frames) {
        this.frames = frames;
    }

    static EventFrames of(int height, int width, int count) {
        SplittableRandom random = new SplittableRandom(0);
        float[][] frames = new float[count][2 * height * width];
        for (int k = 0; k < count; k++) {
            double angle = 2 * Math.PI * k / ROUND;
            for (int event = 0; event < EVENTS_PER_CELL * frames[k].length; event++) {
                double distance = SPREAD * Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
                double direction = 2 * Math.PI * random.nextDouble();
                double x = 0.5 + RADIUS * Math.cos(angle) + distance * Math.cos(direction);
                double y = 0.5 + RADIUS * Math.sin(angle) + distance * Math.sin(direction);
                if (x >= 0 && x < 1 && y >= 0 && y < 1) {
                    int polarity = random.nextInt(2);
                    frames[k][(polarity * height + (int) (y * height)) * width + (int) (x * width)]++;
                }
            }
        }
        return new EventFrames(frames);
    }

    /** A frame of the sequence, which begins anew at its end; not to be modified. */
    float[] frame(int index) {
        return frames[index % frames.length];
    }

    /** Share of the cells that saw an event. */
    double density() {
        long seen = 0;
        for (float[] frame : frames) {
            for (float count : frame) {
                seen += count > 0 ? 1 : 0;
            }
        }
        return (double) seen / frames.length / frames[0].length;
    }
}
