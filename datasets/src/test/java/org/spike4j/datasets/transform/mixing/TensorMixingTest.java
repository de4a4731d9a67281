package org.spike4j.datasets.transform.mixing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TensorMixingTest {
    private static final int WIDTH = 7;
    private static final int HEIGHT = 5;
    private static final int PLANES = 6;

    private static float[] filled(float value) {
        float[] series = new float[PLANES * HEIGHT * WIDTH];
        Arrays.fill(series, value);
        return series;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void mixUpIsTheWeightedMeanWithTheWeightOfTheLabel(long seed) {
        float[] mixed = filled(2);
        float[] second = filled(-6);
        double share = new MixUp(0.7).mixInto(mixed, second, WIDTH, HEIGHT, new SplittableRandom(seed));

        assertThat(share).isBetween(0.0, 1.0);
        for (float value : mixed) {
            assertThat(value).isCloseTo((float) (2 * share - 6 * (1 - share)), offset(1e-6f));
        }
        assertThat(second).containsOnly(-6);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void cutMixTakesOneRectangleOfAllPlanesWithTheShareOfItsArea(long seed) {
        float[] mixed = filled(0);
        double share = new CutMix(1).mixInto(mixed, filled(1), WIDTH, HEIGHT, new SplittableRandom(seed));

        float[] plane = Arrays.copyOf(mixed, HEIGHT * WIDTH);
        double inside = 0;
        for (int i = 0; i < mixed.length; i++) {
            assertThat(mixed[i]).isEqualTo(plane[i % plane.length]);
            inside += mixed[i];
        }
        assertThat(share).isCloseTo(1 - inside / mixed.length, offset(1e-9));
        Rectangle rectangle = Rectangle.draw(WIDTH, HEIGHT, 1, new SplittableRandom(seed));
        for (int i = 0; i < plane.length; i++) {
            assertThat(plane[i] == 1).isEqualTo(rectangle.has(i % WIDTH, i / WIDTH));
        }
    }

    @Test
    void shapesThatDoNotFitAreNamed() {
        SplittableRandom random = new SplittableRandom(1);
        assertThatThrownBy(() -> new MixUp(1).mixInto(new float[4], new float[5], 1, 1, random))
                .hasMessageContaining("had 4 and 5 numbers");
        assertThatThrownBy(() -> new CutMix(1).mixInto(new float[4], new float[4], 3, 1, random))
                .hasMessageContaining("planes of 3x1");
        assertThatThrownBy(() -> new CutMix(1).mixInto(new float[4], new float[4], 1, 1, random))
                .hasMessageContaining("was given vectors; use MixUp");
    }
}
