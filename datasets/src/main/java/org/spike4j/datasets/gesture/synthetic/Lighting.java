package org.spike4j.datasets.gesture.synthetic;

import java.util.Locale;

/**
 * The illuminations of the real data set's file names, and what each does to the picture here. The values are invented:
 * they make recordings of one person differ as light would, and claim nothing about the real lamps.
 */
enum Lighting {
    /** Tubes: even light, a ripple. */
    FLUORESCENT(1, 0.95, 0.025, 0.1),
    /** Tubes and diodes: bright, a smaller ripple. */
    FLUORESCENT_LED(2, 1.05, 0.012, 0.07),
    /** Ceiling lamps of a laboratory. */
    LAB(3, 1.0, 0, 0.1),
    /** Diodes: dim, noisy. */
    LED(4, 0.85, 0, 0.2),
    /** Daylight: hard contrast. */
    NATURAL(5, 1.15, 0, 0.05);

    /** A tenth of what mains would give, so that frames at 200 Hz can show it. */
    private static final double RIPPLE_HZ = 10;

    /** The ripple goes in steps: between them a still pixel stays as it is, and costs the camera nothing. */
    private static final double STEPS_PER_SECOND = 40;

    private final int key;
    private final double contrast;
    private final double ripple;
    private final double noiseHz;

    Lighting(int key, double contrast, double ripple, double noiseHz) {
        this.key = key;
        this.contrast = contrast;
        this.ripple = ripple;
        this.noiseHz = noiseHz;
    }

    /** Number that random draws of this light depend on. */
    int key() {
        return key;
    }

    /** Factor on every difference of log intensity from grey. */
    double contrast() {
        return contrast;
    }

    /** Amplitude of the ripple, as a share of the intensity. */
    double ripple() {
        return ripple;
    }

    /** Factor on the intensity at a moment. */
    float brightness(double seconds) {
        double step = Math.floor(seconds * STEPS_PER_SECOND + 1e-6) / STEPS_PER_SECOND;
        return (float) (1 + ripple * Math.sin(2 * Math.PI * RIPPLE_HZ * step + 0.7));
    }

    /** Noise events per pixel and second. */
    double noiseHz() {
        return noiseHz;
    }

    /** As in a file name: fluorescent_led. */
    String officialName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
