package org.spike4j.datasets.video.clip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HueTurnTest {
    private static final double THIRD = 1.0 / 3;

    private static float[] turned(double turn, float... colour) {
        Clip clip = new Clip(3, 1, 1, 1, colour.clone());
        HueTurn.turnInPlace(clip, turn);
        return clip.values();
    }

    @Test
    void aThirdOfATurnMapsRedToGreenToBlueToRed() {
        assertThat(turned(THIRD, 1, 0, 0)).containsExactly(new float[] {0, 1, 0}, offset(1e-6f));
        assertThat(turned(THIRD, 0, 1, 0)).containsExactly(new float[] {0, 0, 1}, offset(1e-6f));
        assertThat(turned(THIRD, 0, 0, 1)).containsExactly(new float[] {1, 0, 0}, offset(1e-6f));
        assertThat(turned(-THIRD, 1, 0, 0)).containsExactly(new float[] {0, 0, 1}, offset(1e-6f));
    }

    /** A sixth of a turn maps red to yellow, a twelfth to orange; half a turn is the complement. */
    @Test
    void partsOfATurnAreThoseOfTheColourWheel() {
        assertThat(turned(1.0 / 6, 1, 0, 0)).containsExactly(new float[] {1, 1, 0}, offset(1e-6f));
        assertThat(turned(1.0 / 12, 1, 0, 0)).containsExactly(new float[] {1, 0.5f, 0}, offset(1e-6f));
        assertThat(turned(0.5, 1, 0.5f, 0)).containsExactly(new float[] {0, 0.5f, 1}, offset(1e-6f));
        assertThat(turned(THIRD, 0.8f, 0.4f, 0.2f)).containsExactly(new float[] {0.2f, 0.8f, 0.4f}, offset(1e-6f));
    }

    @ParameterizedTest
    @CsvSource({"-0.5", "-0.2", "0", "0.13", "0.5"})
    void greyStaysAndATurnBackGivesTheColourAgain(double turn) {
        assertThat(turned(turn, 0.3f, 0.3f, 0.3f)).containsExactly(0.3f, 0.3f, 0.3f);
        float[] there = turned(turn, 0.1f, 0.9f, 0.35f);
        assertThat(turned(-turn, there)).containsExactly(new float[] {0.1f, 0.9f, 0.35f}, offset(1e-6f));
    }

    @Test
    void jitterTurnsTheHueOfAllPixelsAlikeAndKeepsValueAndSaturation() {
        Clip clip = new Clip(3, 1, 1, 2, new float[] {1, 0, 0, 0, 0, 1});
        float[] values = new ColourJitter(0, 0, 0, 0.5)
                .apply(clip, new SplittableRandom(3))
                .values();
        float[] red = {values[0], values[2], values[4]};
        float[] blue = {values[1], values[3], values[5]};

        assertThat(red).isNotEqualTo(new float[] {1, 0, 0});
        assertThat(Math.max(red[0], Math.max(red[1], red[2]))).isCloseTo(1, offset(1e-6f));
        assertThat(Math.min(red[0], Math.min(red[1], red[2]))).isCloseTo(0, offset(1e-6f));
        assertThat(blue).containsExactly(new float[] {red[1], red[2], red[0]}, offset(1e-6f));
        assertThat(clip.values()).as("not modified").containsExactly(1, 0, 0, 0, 0, 1);
        assertThatThrownBy(() -> new ColourJitter(0, 0, 0, 0.6)).hasMessage("hue must be 0 to 0.5 of a turn, was 0.6");
    }
}
