package org.spike4j.datasets.gesture.synthetic;

import java.util.Locale;

/**
 * The illuminations of the real data set's file names, and what each does to the picture here. The values are invented:
 * they make recordings of one person differ as light would, and claim nothing about the real lamps.
 */
enum Lighting {
    /** Tubes: even light, a ripple. */
    FLUORESCENT(0.95, 0.025, 0.1),
    /** Tubes and diodes: bright, a smaller ripple. */
    FLUORESCENT_LED(1.05, 0.012, 0.07),
    /** Ceiling lamps of a laboratory. */
    LAB(1.0, 0, 0.1),
    /** Diodes: dim, noisy. */
    LED(0.85, 0, 0.2),
    /** Daylight: hard contrast. */
    NATURAL(1.15, 0, 0.05);

    /** Frequency of the ripple; a tenth of what mains would give, so that frames at 200 Hz can show it. */
    static final double RIPPLE_HZ = 10;

    private final double contrast;
    private final double ripple;
    private final double noiseHz;

    Lighting(double contrast, double ripple, double noiseHz) {
        this.contrast = contrast;
        this.ripple = ripple;
        this.noiseHz = noiseHz;
    }

    /** Factor on every difference of log intensity from grey. */
    double contrast() {
        return contrast;
    }

    /** Amplitude of the ripple, as a share of the intensity. */
    double ripple() {
        return ripple;
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
