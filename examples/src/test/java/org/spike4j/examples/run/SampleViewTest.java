package org.spike4j.examples.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.spike4j.training.model.InputDescription;

class SampleViewTest {
    private static final InputDescription TWO_STEPS = InputDescription.frames(2, 1, 1, 2);

    @Test
    void signedValuesAreShownAsDarkerAndBrighter() {
        float[][][][] frames = SampleView.grey(new float[] {2, -1, 0, -0.5f}, TWO_STEPS);

        assertThat(frames).isDeepEqualTo(new float[][][][] {{{{0, 1}}, {{0, 0.5f}}}, {{{2, 0}}, {{0, 0}}}});
    }

    @Test
    void valuesFrom0OnStayGrey() {
        float[][][][] frames = SampleView.grey(new float[] {2, 1, 0, 0.5f}, TWO_STEPS);

        assertThat(frames).isDeepEqualTo(new float[][][][] {{{{2, 1}}, {{0, 0.5f}}}});
    }
}
