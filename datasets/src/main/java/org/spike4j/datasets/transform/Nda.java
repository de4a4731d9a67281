package org.spike4j.datasets.transform;

import java.util.SplittableRandom;
import org.spike4j.datasets.event.EventStream;

/**
 * Neuromorphic data augmentation, Li et al. 2022, "Neuromorphic data augmentation for training spiking neural
 * networks": one of four geometric changes, drawn anew for each recording and equally likely. With the intensity N:
 *
 * <pre>
 * Roll      by up to (2 N + 1) / 48 of each side
 * Rotation  by up to 15 N degrees
 * Shear     by up to 15 N degrees
 * CutOut    of N / 6 of each side
 * </pre>
 *
 * <p>These are the authors' settings for frames of 48x48 pixels; N is 2 for CIFAR10-DVS and 1 for N-Caltech101. They
 * also flip half of the recordings first, {@code new FlipHorizontal(0.5).andThen(new Nda(2))}, where left and right
 * mean the same.
 *
 * @param intensity N, 1 to 5
 */
public record Nda(int intensity) implements EventTransform {
    private static final int MOST = 5;

    /** Checks the value. */
    public Nda {
        if (intensity < 1 || intensity > MOST) {
            throw new IllegalArgumentException("intensity must be 1 to " + MOST + ", was " + intensity);
        }
    }

    @Override
    public EventStream apply(EventStream events, SplittableRandom random) {
        double shift = (2 * intensity + 1) / 48.0;
        double degrees = 15 * intensity;
        return OneOf.of(new Roll(shift, shift), Rotation.upTo(degrees), new Shear(degrees), new CutOut(intensity / 6.0))
                .apply(events, random);
    }
}
