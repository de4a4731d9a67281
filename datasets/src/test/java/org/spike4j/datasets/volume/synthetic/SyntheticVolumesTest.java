package org.spike4j.datasets.volume.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spike4j.datasets.sets.LunaPatches;
import org.spike4j.datasets.sets.SampleShape;
import org.spike4j.datasets.sets.Split;
import org.spike4j.datasets.sets.TensorSample;

class SyntheticVolumesTest {
    private static final SyntheticVolumeSettings SMALL =
            SyntheticVolumeSettings.defaults().withSeries(6, 3);

    @Test
    void volumesAreReadAsPatchesWithAsManyNodulesAsVessels(@TempDir Path folder) throws IOException {
        LunaPatches patches =
                LunaPatches.open(SyntheticVolumes.prepare(folder.resolve("volumes"), SMALL), 8, 32, 0.34, 1);

        assertThat(patches.shape()).isEqualTo(SampleShape.frames(8, 1, 32, 32));
        assertThat(patches.samples(Split.TRAIN)).hasSize(16);
        assertThat(patches.samples(Split.VALIDATION)).hasSize(8);
        assertThat(patches.samples(Split.TEST)).hasSize(12);
        assertThat(patches.samples(Split.TEST).stream().filter(s -> s.label() == 1))
                .hasSize(6);
        float[] values = patches.samples(Split.TEST).get(0).source().read();
        assertThat(values).hasSize(8 * 32 * 32);
        for (float value : values) {
            assertThat(value).isBetween(0f, 1f);
        }
    }

    @Test
    void seriesAreNeverDividedBetweenParts(@TempDir Path folder) throws IOException {
        LunaPatches patches =
                LunaPatches.open(SyntheticVolumes.prepare(folder.resolve("volumes"), SMALL), 8, 32, 0.34, 7);
        Set<String> train = series(patches, Split.TRAIN);
        Set<String> validation = series(patches, Split.VALIDATION);

        assertThat(train).doesNotContainAnyElementsOf(validation);
        assertThat(series(patches, Split.TEST)).doesNotContainAnyElementsOf(train);
        assertThat(validation).hasSize(2);
    }

    @Test
    void equalSettingsGiveEqualBytesAndNothingIsMadeTwice(@TempDir Path folder) throws IOException {
        Path first = SyntheticVolumes.prepare(folder.resolve("a"), SMALL);
        Path second = SyntheticVolumes.prepare(folder.resolve("b"), SMALL);
        String name = "test/1_made-up-0007_3.npy";

        assertThat(Files.readAllBytes(first.resolve(name))).isEqualTo(Files.readAllBytes(second.resolve(name)));
        Files.delete(first.resolve(name));
        SyntheticVolumes.prepare(first, SMALL);
        assertThat(first.resolve(name)).doesNotExist();
        SyntheticVolumes.prepare(first, SMALL.withSeries(5, 3));
        assertThat(first.resolve("test/1_made-up-0007_3.npy")).exists();
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).hasSize(2);
        }
    }

    /** Mean grey value and mean place of the grey value of each slice: a body that stays has them like one that moves. */
    @Test
    void oneSliceDoesNotTellTheClass() {
        int patches = 600;
        for (int slice : new int[] {0, 3, 7}) {
            double[] nodules = moments(patches, true, slice);
            double[] vessels = moments(patches, false, slice);
            for (int k = 0; k < 2; k++) {
                double error = Math.sqrt((nodules[k + 2] + vessels[k + 2]) / patches);
                assertThat(nodules[k]).isCloseTo(vessels[k], within(4 * error));
            }
        }
    }

    @Test
    void placesOfAMovingBodyAreUniformInEverySlice() {
        SplittableRandom random = new SplittableRandom(3);
        int[] thirds = new int[3];
        int bodies = 9000;
        for (int i = 0; i < bodies; i++) {
            double place = Course.drawn(random, 2.3, 9, 23).x(7);
            assertThat(place).isBetween(9.0, 23.0);
            thirds[(int) Math.min(2, (place - 9) / 14 * 3)]++;
        }
        double deviation = Math.sqrt(bodies * 2.0 / 9);
        for (int third : thirds) {
            assertThat((double) third).isCloseTo(bodies / 3.0, within(4 * deviation));
        }
    }

    /** Means of grey and of the squared distance of grey from the middle, and their variances over patches. */
    private static double[] moments(int patches, boolean nodule, int slice) {
        SplittableRandom random = new SplittableRandom(5);
        double[] sums = new double[4];
        for (int i = 0; i < patches; i++) {
            byte[] patch = Scan.drawn(random).patch(random, nodule);
            double grey = 0;
            double spread = 0;
            for (int at = 0; at < Scan.SIDE * Scan.SIDE; at++) {
                double value = (patch[slice * Scan.SIDE * Scan.SIDE + at] & 0xff) / 255.0 / (Scan.SIDE * Scan.SIDE);
                double x = at % Scan.SIDE - Scan.SIDE / 2.0;
                double y = at / Scan.SIDE - Scan.SIDE / 2.0;
                grey += value;
                spread += value * (x * x + y * y);
            }
            sums[0] += grey / patches;
            sums[1] += spread / patches;
            sums[2] += grey * grey / patches;
            sums[3] += spread * spread / patches;
        }
        return new double[] {sums[0], sums[1], sums[2] - sums[0] * sums[0], sums[3] - sums[1] * sums[1]};
    }

    private static Set<String> series(LunaPatches patches, Split split) {
        List<TensorSample> samples = patches.samples(split);
        return samples.stream().map(TensorSample::group).collect(Collectors.toSet());
    }
}
