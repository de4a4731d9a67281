package org.spike4j.datasets.batch;

import java.util.Objects;
import org.spike4j.datasets.transform.mixing.EventMixing;

/**
 * Mixing of samples with others of the same data set, and of their labels. The partner is drawn uniformly among all
 * samples.
 *
 * @param mixing how two samples are mixed
 * @param probability share of the samples that are mixed, 0 to 1
 * @param seed seed of the choices, which also depend on the epoch and the sample
 */
public record SampleMixing(EventMixing mixing, double probability, long seed) {
    /** Checks the values. */
    public SampleMixing {
        Objects.requireNonNull(mixing, "mixing");
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("probability must be 0 to 1, was " + probability);
        }
    }
}
