package org.spike4j.datasets.transform.mixing;

import java.util.SplittableRandom;
import org.spike4j.datasets.event.EventStream;

/**
 * MixUp. Of series of frames or vectors, with lambda ~ Beta(alpha, alpha),
 *
 * <pre>
 * x = lambda x1 + (1 - lambda) x2
 * firstShare = lambda
 * </pre>
 *
 * <p>as in Zhang et al. 2018, "mixup: Beyond empirical risk minimization". Of events, each event of the first recording
 * stays with probability lambda, each of the second with probability 1 - lambda, so that the mean of a frame of the result
 * is lambda (frame of the first) + (1 - lambda) (frame of the second), and counts stay whole numbers.
 *
 * @param alpha of the beta distribution, above 0; usual are 0.2 to 1
 */
public record MixUp(double alpha) implements EventMixing, TensorMixing {
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

    @Override
    public double mixInto(float[] first, float[] second, int width, int height, SplittableRandom random) {
        Pair.requireSameShape(first, second, width, height);
        double lambda = new Beta(alpha).draw(random);
        for (int i = 0; i < first.length; i++) {
            first[i] = (float) (lambda * first[i] + (1 - lambda) * second[i]);
        }
        return lambda;
    }
}
