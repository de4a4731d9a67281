package org.spike4j.datasets.video.clip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ClipTransformsTest {
    private static final float EXACT = 1e-6f;

    private final SplittableRandom random = new SplittableRandom(3);

    @Test
    void shrinkingTakesMeansOfAreas() {
        Clip clip = new Clip(1, 1, 2, 6, new float[] {1, 3, 5, 7, 9, 11, 1, 3, 5, 7, 9, 11});
        assertThat(new Resize(2, 1).apply(clip, random).values()).containsExactly(new float[] {3, 9}, within(EXACT));
        // 6 to 4: every pixel covers 1.5, so (1 + 3 / 2) / 1.5 and so on
        assertThat(new Resize(4, 1).apply(clip, random).values())
                .containsExactly(new float[] {5 / 3f, 13 / 3f, 23 / 3f, 31 / 3f}, within(EXACT));
    }

    @Test
    void growingInterpolatesBetweenTheMiddlesOfPixels() {
        Clip clip = new Clip(1, 1, 1, 2, new float[] {0, 4});
        assertThat(new Resize(4, 1).apply(clip, random).values())
                .containsExactly(new float[] {0, 1, 3, 4}, within(EXACT));
        Clip column = new Clip(1, 1, 2, 1, new float[] {0, 4});
        assertThat(new Resize(1, 4).apply(column, random).values())
                .containsExactly(new float[] {0, 1, 3, 4}, within(EXACT));
    }

    @Test
    void cropsKeepWhatLiesInThemAndAreBlackOutside() {
        Clip clip = numbered(1, 1, 3, 4);
        assertThat(new CentreCrop(2, 1).apply(clip, random).values()).containsExactly(6, 7);
        assertThat(new CentreCrop(6, 1).apply(clip, random).values()).containsExactly(0, 5, 6, 7, 8, 0);
        assertThat(new CentreCrop(4, 3).apply(clip, random)).isSameAs(clip);
    }

    @Test
    void randomCropReachesEveryPlaceOfTheBorder() {
        boolean[] seen = new boolean[13];
        for (int i = 0; i < 300; i++) {
            Clip cropped = new RandomCrop(1, 1, 1).apply(numbered(1, 1, 3, 4), random);
            seen[(int) cropped.values()[0]] = true;
        }
        assertThat(seen).doesNotContain(false);
        assertThatThrownBy(() -> new RandomCrop(9, 1, 1).apply(numbered(1, 1, 3, 4), random))
                .hasMessageContaining("larger than a picture")
                .hasMessageContaining("resize first");
    }

    @Test
    void randomResizedCropOfTheWholeIsResizing() {
        Clip clip = numbered(3, 2, 6, 8);
        assertThat(new RandomResizedCrop(4, 3, 1, 1).apply(clip, random).values())
                .isEqualTo(new Resize(4, 3).apply(clip, random).values());
    }

    @Test
    void flipTurnsEachRow() {
        Clip clip = numbered(1, 2, 1, 3);
        assertThat(new FlipHorizontal(1).apply(clip, random).values()).containsExactly(3, 2, 1, 6, 5, 4);
        assertThat(new FlipHorizontal(0).apply(clip, random)).isSameAs(clip);
    }

    @Test
    void greyIsTheWeightedSumOfColours() {
        Clip clip = new Clip(3, 1, 1, 2, new float[] {1, 0.5f, 0, 0.5f, 0, 0.5f});
        assertThat(new Grey().apply(clip, random).values()).containsExactly(new float[] {0.299f, 0.5f}, within(EXACT));
    }

    @Test
    void jitterOfNothingChangesNothingAndDarkestAndFlattestAreGrey() {
        Clip clip = new Clip(3, 1, 1, 2, new float[] {0.9f, 0.1f, 0.2f, 0.3f, 0.4f, 0.7f});
        assertThat(new ColourJitter(0, 0, 0, 0).apply(clip, random).values())
                .containsExactly(clip.values(), within(EXACT));
        boolean changed = false;
        for (int i = 0; i < 20; i++) {
            float[] values =
                    new ColourJitter(0.4, 0.4, 0.4, 0.4).apply(clip, random).values();
            for (float value : values) {
                assertThat(value).isBetween(0f, 1f);
            }
            changed |= Math.abs(values[0] - 0.9f) > 0.02f;
        }
        assertThat(changed).isTrue();
    }

    @Test
    void cutOutBlackensOneRectangleOfAllPictures() {
        Clip clip = ones(2, 3, 10, 10);
        Clip cut = new CutOut(0.4, 1).apply(clip, random);
        int zeros = 0;
        for (int i = 0; i < 100; i++) {
            float value = cut.values()[i];
            zeros += value == 0 ? 1 : 0;
            for (int picture = 1; picture < 6; picture++) {
                assertThat(cut.values()[100 * picture + i]).isEqualTo(value);
            }
        }
        assertThat(zeros).isBetween(4, 16);
    }

    @Test
    void lostPicturesAreThoseBeforeThem() {
        Clip clip = numbered(1, 4, 1, 1);
        assertThat(new RepeatFrames(1).apply(clip, random).values()).containsExactly(1, 1, 1, 1);
        assertThat(new RepeatFrames(0).apply(clip, random).values()).containsExactly(1, 2, 3, 4);
    }

    @Test
    void normalisationIsByChannel() {
        Clip clip = new Clip(2, 1, 1, 2, new float[] {1, 2, 3, 4});
        ClipTransform normalise = new Normalise(List.of(1.0, 2.0), List.of(0.5, 2.0));
        assertThat(normalise.apply(clip, random).values()).containsExactly(0, 2, 0.5f, 1);
    }

    @Test
    void differencesTellDarkerFromBrighter() {
        Clip clip = new Clip(1, 3, 1, 3, new float[] {0, 0.5f, 1, 0.25f, 0.5f, 0.5f, 0.25f, 1, 0.4f});
        Clip sizes = new FrameDifferences(0.15, false).apply(clip, random);
        assertThat(sizes.channels()).isEqualTo(2);
        assertThat(sizes.frames()).isEqualTo(2);
        assertThat(sizes.values())
                .containsExactly(new float[] {0, 0, 0.5f, 0, 0, 0, 0.25f, 0, 0, 0, 0.5f, 0}, within(EXACT));
        Clip signs = new FrameDifferences(0.15, true).apply(clip, random);
        assertThat(signs.values()).containsExactly(0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0);
    }

    @ParameterizedTest
    @MethodSource("all")
    void transformsLeaveTheirArgumentAndFollowTheirSeed(ClipTransform transform) {
        Clip clip = numbered(3, 4, 6, 8);
        for (int i = 0; i < clip.values().length; i++) {
            clip.values()[i] /= clip.values().length;
        }
        float[] before = clip.values().clone();
        Clip one = transform.apply(clip, new SplittableRandom(9));
        Clip other = transform.apply(clip, new SplittableRandom(9));
        assertThat(clip.values()).isEqualTo(before);
        assertThat(other.values()).isEqualTo(one.values());
    }

    static Stream<ClipTransform> all() {
        return Stream.of(
                new Resize(3, 5),
                new CentreCrop(3, 3),
                new RandomCrop(4, 4, 2),
                new RandomResizedCrop(4, 4, 0.4, 1.3),
                new FlipHorizontal(0.5),
                new ColourJitter(0.3, 0.3, 0.3, 0.3),
                new Grey(),
                new CutOut(0.3, 0.7),
                new RepeatFrames(0.3),
                new Normalise(List.of(0.4, 0.4, 0.4), List.of(0.2, 0.2, 0.2)),
                new FrameDifferences(0.1, false),
                ClipTransform.chain(new Resize(5, 5), new FlipHorizontal(0.5), new Grey()));
    }

    private static Clip numbered(int channels, int frames, int height, int width) {
        Clip clip = Clip.zeros(channels, frames, height, width);
        for (int i = 0; i < clip.values().length; i++) {
            clip.values()[i] = i + 1;
        }
        return clip;
    }

    private static Clip ones(int channels, int frames, int height, int width) {
        Clip clip = Clip.zeros(channels, frames, height, width);
        Arrays.fill(clip.values(), 1);
        return clip;
    }
}
