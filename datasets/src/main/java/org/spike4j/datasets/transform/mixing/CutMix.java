package org.spike4j.datasets.transform.mixing;

import java.util.SplittableRandom;
import org.spike4j.datasets.event.EventStream;

/**
 * CutMix: inside a rectangle of the sensor the events are those of the second recording, outside those of the first; of
 * frames the pixels, with one rectangle for all steps and channels. With lambda ~ Beta(alpha, alpha) the rectangle has the
 * half sides w = floor(width sqrt(1 - lambda)) / 2 and h = floor(height sqrt(1 - lambda)) / 2, both rounded down, about a
 * pixel (cx, cy) uniform over the sensor, and is cut off at the border:
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
public record CutMix(double alpha) implements EventMixing, TensorMixing {
    /** Checks the value. */
    public CutMix {
        Beta.requireAlpha(alpha);
    }

    @Override
    public MixedEvents mix(EventStream first, EventStream second, SplittableRandom random) {
        Pair pair = Pair.of(first, second);
        Rectangle rectangle = Rectangle.draw(first.width(), first.height(), alpha, random);
        for (int i = 0; i < pair.keepFirst().length; i++) {
            pair.keepFirst()[i] = !rectangle.has(first.x(i), first.y(i));
        }
        for (int i = 0; i < pair.keepSecond().length; i++) {
            pair.keepSecond()[i] = rectangle.has(second.x(i), second.y(i));
        }
        return new MixedEvents(pair.join(), rectangle.outside());
    }

    @Override
    public double mixInto(float[] first, float[] second, int width, int height, SplittableRandom random) {
        Pair.requireSameShape(first, second, width, height);
        if (width == 1 && height == 1) {
            throw new IllegalArgumentException(
                    "CutMix cuts a rectangle out of frames, but was given vectors; use MixUp");
        }
        Rectangle rectangle = Rectangle.draw(width, height, alpha, random);
        for (int i = 0; i < first.length; i++) {
            if (rectangle.has(i % width, i / width % height)) {
                first[i] = second[i];
            }
        }
        return rectangle.outside();
    }
}
