package org.spike4j.datasets.sets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spike4j.datasets.SharedData;
import org.spike4j.datasets.format.EventFileException;
import org.spike4j.datasets.format.pickle.PickleSample;
import org.spike4j.datasets.gesture.ListFileException;

class BrailleTest {
    @TempDir
    Path folder;

    @Test
    void pressureIsTheShareOfTouch() throws IOException {
        write(4, 10);

        Braille data = Braille.open(folder, 3, Touch.PRESSURE, 0.25, 1);

        assertThat(data.shape()).isEqualTo(SampleShape.vectors(3, 12));
        assertThat(data.classNames()).containsExactly("A", "B");
        assertThat(data.samples(Split.TEST)).hasSize(4);
        assertThat(data.samples(Split.VALIDATION)).hasSize(4);
        assertThat(data.samples(Split.TRAIN)).hasSize(12);
        TensorSample sample = data.samples(Split.TEST).get(3);
        assertThat(sample.label()).isEqualTo(1);
        float[] series = sample.source().read();
        assertThat(series).hasSize(36);
        assertThat(series[0]).isZero();
        assertThat(series[12 + 1]).isEqualTo(7f / 255);
    }

    @Test
    void changesAreSpikesOfTwoAndWhatIsLeftStays() {
        double[] taxels = new double[5 * 12];
        double[] first = {100, 97, 96, 99, 101};
        for (int t = 0; t < 5; t++) {
            taxels[t * 12 + 4] = first[t];
        }

        float[] series = Touch.CHANGES.series(taxels, 5);

        // by hand: last spike at 100; 97 is 1 spike and 1 left (98); 96 is 1 spike (96); 99 is 1 down (98), 101 1 down
        float[] growth = {0, 1, 1, 0, 0};
        float[] fall = {0, 0, 0, 1, 1};
        for (int t = 0; t < 5; t++) {
            assertThat(series[t * 24 + 4]).isEqualTo(growth[t]);
            assertThat(series[t * 24 + 12 + 4]).isEqualTo(fall[t]);
        }
    }

    @Test
    void otherFilesAreRefused() throws IOException {
        assertThatThrownBy(() -> Braille.open(folder, 3, Touch.PRESSURE, 0, 1))
                .isInstanceOf(ListFileException.class)
                .hasMessageContaining("found 0");
        write(2, 10);
        assertThatThrownBy(() -> Braille.open(folder, 3, Touch.PRESSURE, 0, 1))
                .isInstanceOf(EventFileException.class)
                .hasMessageContaining("at least 3 steps in row 0 at byte 0, found [2, 12]");
    }

    @Test
    void realLettersAreTwentySevenClasses() throws IOException {
        Braille data = Braille.open(SharedData.require("braille"), 76, Touch.CHANGES, 0.1, 1);

        assertThat(data.classNames()).hasSize(27).startsWith("Space", "A").endsWith("Z");
        assertThat(data.samples(Split.TEST)).hasSize(270);
        assertThat(data.samples(Split.VALIDATION)).hasSize(108);
        assertThat(data.samples(Split.TRAIN)).hasSize(972);
    }

    /** Letters A and B; taxel 1 is pressed by 7 in B from step 1 on. */
    private void write(int steps, int repetitions) throws IOException {
        PickleSample sample = new PickleSample();
        for (String letter : new String[] {"A", "B"}) {
            for (int n = 0; n < repetitions; n++) {
                double[][] taxels = new double[steps][12];
                for (int t = 0; t < steps; t++) {
                    Arrays.fill(taxels[t], 255);
                    taxels[t][1] -= letter.equals("B") && t > 0 ? 7 : 0;
                }
                sample.row(letter, taxels);
            }
        }
        Files.write(folder.resolve("letters.pkl"), sample.bytes());
    }
}
