package org.spike4j.datasets.transform.mixing;

import java.util.SplittableRandom;
import org.spike4j.datasets.event.EventStream;

/**
 * MixUp for events: each event of the first recording stays with probability lambda, each of the second with
 * probability 1 - lambda, lambda ~ Beta(alpha, alpha), and
 *
 * <pre>
 * firstShare = lambda
 * </pre>
 *
 * <p>so that the mean of a frame of the result is lambda (frame of the first) + (1 - lambda) (frame of the second), as
 * in Zhang et al. 2018, "mixup: Beyond empirical risk minimization", and counts stay whole numbers.
 *
 * @param alpha of the beta distribution, above 0; usual are 0.2 to 1
 */
public record MixUp(double alpha) implements EventMixing {
    /** Checks the value. */
    public MixUp {
        Beta.requireAlpha(alpha);
    }

    @Override
    public MixedEvents mix(EventStream first, EventStream second, SplittableRandom random) {
        Pair pair = Pair.of(first, second);
        double lambda = new Beta(alpha).draw(random);
        for (int i = 0; i < pair.keepFirst().length; i++) {
            pair.keepFirst()[i] = random.nextDouble() < lambda;
        }
        for (int i = 0; i < pair.keepSecond().length; i++) {
            pair.keepSecond()[i] = random.nextDouble() >= lambda;
        }
        return new MixedEvents(pair.join(), lambda);
    }
}
