package org.spike4j.datasets.video.clip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameSamplingTest {
    private final SplittableRandom random = new SplittableRandom(5);

    @Test
    void uniformFramesAreTheMiddlesOfEqualParts() {
        assertThat(new UniformFrames(4, false).choose(40, random)).containsExactly(5, 15, 25, 35);
        assertThat(new UniformFrames(3, false).choose(3, random)).containsExactly(0, 1, 2);
        assertThat(new UniformFrames(4, false).choose(2, random)).containsExactly(0, 0, 1, 1);
        assertThat(new UniformFrames(1, false).choose(9, random)).containsExactly(4);
    }

    @Test
    void drawnUniformFramesStayInTheirPartsAndReachAllOfThem() {
        boolean[] seen = new boolean[40];
        for (int round = 0; round < 400; round++) {
            int[] chosen = new UniformFrames(4, true).choose(40, random);
            for (int k = 0; k < 4; k++) {
                assertThat(chosen[k]).isBetween(10 * k, 10 * k + 9);
                seen[chosen[k]] = true;
            }
        }
        assertThat(seen).doesNotContain(false);
    }

    @Test
    void stridedFramesKeepTheirStrideAndStartInTheMiddle() {
        assertThat(new StridedFrames(4, 3, 3, false).choose(30, random)).containsExactly(10, 13, 16, 19);
        assertThat(StridedFrames.consecutive(4, false).choose(10, random)).containsExactly(3, 4, 5, 6);
    }

    @Test
    void strideIsLoweredForAShortVideoAndTheLastPictureRepeatsInAShorterOne() {
        assertThat(new StridedFrames(4, 5, 5, false).choose(10, random)).containsExactly(0, 3, 6, 9);
        assertThat(StridedFrames.consecutive(4, true).choose(2, random)).containsExactly(0, 1, 1, 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 16, 33})
    void drawnStridesAndStartsAreAllThatArePossible(int frames) {
        boolean[] first = new boolean[frames];
        boolean[] last = new boolean[frames];
        for (int round = 0; round < 2_000; round++) {
            int[] chosen = new StridedFrames(4, 1, 2, true).choose(frames, random);
            assertThat(chosen).isSorted();
            assertThat(chosen[3]).isLessThan(frames);
            first[chosen[0]] = true;
            last[chosen[3]] = true;
        }
        assertThat(first[0]).isTrue();
        assertThat(last[frames - 1]).isTrue();
        assertThat(first[Math.max(0, frames - 4)]).isTrue();
    }

    @Test
    void impossibleValuesAreRefused() {
        assertThatThrownBy(() -> new UniformFrames(0, true)).hasMessageContaining("count must be >= 1, was 0");
        assertThatThrownBy(() -> new StridedFrames(2, 3, 2, true)).hasMessageContaining("were 3 and 2");
    }
}
