package org.spike4j.datasets.batch;

import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Mixing of samples with others of the same data set, and of their labels. The partner is drawn uniformly among all
 * samples.
 *
 * @param mixing how two samples are mixed, an EventMixing or a TensorMixing
 * @param probability share of the samples that are mixed, 0 to 1
 * @param seed seed of the choices, which also depend on the epoch and the sample
 * @param <M> the kind of mixing
 */
public record SampleMixing<M>(M mixing, double probability, long seed) {
    /** Checks the values. */
    public SampleMixing {
        Objects.requireNonNull(mixing, "mixing");
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("probability must be 0 to 1, was " + probability);
        }
    }

    /**
     * What a sample is mixed with.
     *
     * @param partner place of the other sample
     * @param random source of all random numbers of the mixing
     */
    record Draw(int partner, SplittableRandom random) {}

    /** What a sample of so many is mixed with in an epoch; empty if it is not its turn. */
    Optional<Draw> draw(int epoch, int sample, int samples) {
        // The complement, so that a change of samples with the same seed draws other numbers.
        SplittableRandom random = EpochOrder.random(~seed, epoch, sample);
        int partner = random.nextInt(samples);
        return random.nextDouble() < probability ? Optional.of(new Draw(partner, random)) : Optional.empty();
    }

    /** Makes the one-hot label from a place on the weights of two classes, which may be one. */
    static void weighInto(float[] labels, int place, int own, int other, double ownShare) {
        labels[place + own] = (float) ownShare;
        labels[place + other] += (float) (1 - ownShare);
    }
}
