package org.spike4j.datasets.transform.mixing;

import java.util.SplittableRandom;
import org.spike4j.datasets.event.EventStream;

/**
 * CutMix: inside a rectangle of the sensor the events are those of the second recording, outside those of the first.
 * With lambda ~ Beta(alpha, alpha) the rectangle has the half sides w = floor(width sqrt(1 - lambda)) / 2 and h =
 * floor(height sqrt(1 - lambda)) / 2, both rounded down, about a pixel (cx, cy) uniform over the sensor, and is cut off
 * at the border:
 *
 * <pre>
 * inside if  cx - w &lt;= x &lt; cx + w  and  cy - h &lt;= y &lt; cy + h
 * firstShare = 1 - (pixels inside) / (pixels of the sensor)
 * </pre>
 *
 * <p>Yun et al. 2019, "CutMix: Regularization strategy to train strong classifiers with localizable features", in the
 * form that Li et al. 2022, "Neuromorphic data augmentation for training spiking neural networks", use for events.
 *
 * @param alpha of the beta distribution, above 0; 1 is customary
 */
public record CutMix(double alpha) implements EventMixing {
    /** Checks the value. */
    public CutMix {
        Beta.requireAlpha(alpha);
    }

    @Override
    public MixedEvents mix(EventStream first, EventStream second, SplittableRandom random) {
        Pair pair = Pair.of(first, second);
        double side = Math.sqrt(1 - new Beta(alpha).draw(random));
        boolean[] columns = inside(first.width(), side, random);
        boolean[] rows = inside(first.height(), side, random);
        for (int i = 0; i < pair.keepFirst().length; i++) {
            pair.keepFirst()[i] = !(columns[first.x(i)] && rows[first.y(i)]);
        }
        for (int i = 0; i < pair.keepSecond().length; i++) {
            pair.keepSecond()[i] = columns[second.x(i)] && rows[second.y(i)];
        }
        double pixels = (double) first.width() * first.height();
        double area = (double) Pair.count(columns) * Pair.count(rows);
        return new MixedEvents(pair.join(), 1 - area / pixels);
    }

    private static boolean[] inside(int pixels, double side, SplittableRandom random) {
        int half = (int) (pixels * side) / 2;
        int center = random.nextInt(pixels);
        boolean[] inside = new boolean[pixels];
        for (int i = Math.max(0, center - half); i < Math.min(pixels, center + half); i++) {
            inside[i] = true;
        }
        return inside;
    }
}
