package org.spike4j.datasets.gesture.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanvasTest {
    private static final int SIZE = 61;

    @ParameterizedTest
    @CsvSource({"30, 30, 10", "30.3, 29.6, 4.5", "25.5, 30.5, 17.2", "30.1, 30, 1.3"})
    void areaOfADiscIsPiTimesRadiusSquared(double x, double y, double radius) {
        Canvas canvas = new Canvas(SIZE);
        canvas.disc(x, y, radius, Cloth.plain(1));

        // shade 1 - 0.3 (d / r)^2 has the mean 1 - 0.3 / 2 over a disc
        assertThat(sum(canvas))
                .isCloseTo(0.85 * Math.PI * radius * radius, within(0.03 * Math.PI * radius * radius + 0.5));
    }

    @Test
    void movingALimbByLessThanAPixelChangesThePictureALittle() {
        Canvas one = limb(20);
        Canvas two = limb(20.1);
        double change = 0;
        for (int i = 0; i < SIZE * SIZE; i++) {
            change += Math.abs(one.pixels()[i] - two.pixels()[i]);
        }
        // two edges of length 20 move by a tenth of a pixel, and so does the shade
        assertThat(change).isBetween(2.0, 8.0);
    }

    @Test
    void whatLiesOutsideThePictureIsLeftOut() {
        Canvas canvas = new Canvas(SIZE);
        canvas.disc(-50, -50, 10, Cloth.plain(1));
        canvas.capsule(-20, 5, -5, 80, 4, Cloth.plain(1));
        assertThat(sum(canvas)).isZero();
        canvas.disc(0, 60, 8, Cloth.plain(1));
        assertThat(sum(canvas)).isCloseTo(0.85 * Math.PI * 64 / 4, within(10.0));
    }

    @Test
    void paintingCoversWhatWasThereAndFillStartsAgain() {
        Canvas canvas = limb(30);
        float[] grey = new float[SIZE * SIZE];
        Arrays.fill(grey, 0.5f);
        canvas.fill(grey);
        canvas.trunk(30, 20, 8, 3, Cloth.plain(0.2f));

        assertThat(canvas.pixels()[40 * SIZE + 30]).isCloseTo(0.2f, within(1e-6f));
        assertThat(canvas.pixels()[10 * SIZE + 30]).isEqualTo(0.5f);
        assertThat(canvas.pixels()[40 * SIZE + 45]).isEqualTo(0.5f);
    }

    @Test
    void stripesSwingAboutTheTone() {
        Cloth cloth = new Cloth(0.4f, 0.25f, 8);
        double sum = 0;
        for (int v = 0; v < 80; v++) {
            assertThat(cloth.at(v / 10f)).isBetween(0.3f - 1e-6f, 0.5f + 1e-6f);
            sum += cloth.at(v / 10f);
        }
        assertThat(sum / 80).isCloseTo(0.4, within(0.002));
    }

    private static Canvas limb(double x) {
        Canvas canvas = new Canvas(SIZE);
        canvas.capsule(x, 20, x, 40, 5, Cloth.plain(1));
        return canvas;
    }

    private static double sum(Canvas canvas) {
        double sum = 0;
        for (float pixel : canvas.pixels()) {
            sum += pixel;
        }
        return sum;
    }
}
