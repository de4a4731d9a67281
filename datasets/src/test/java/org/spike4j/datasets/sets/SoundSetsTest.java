package org.spike4j.datasets.sets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spike4j.datasets.EventAssertions;
import org.spike4j.datasets.SharedData;
import org.spike4j.datasets.audio.Cochlea;
import org.spike4j.datasets.format.wav.WavFile;
import org.spike4j.datasets.format.wav.WavSample;
import org.spike4j.datasets.gesture.ListFileException;

class SoundSetsTest {
    @TempDir
    Path folder;

    @Test
    void firstFiveRecordingsOfASpeakerAndDigitAreTheTest() throws IOException {
        Path recordings = Files.createDirectories(folder.resolve("recordings"));
        for (int digit = 0; digit < 10; digit++) {
            for (int number = 0; number < 9; number++) {
                tone(recordings.resolve(digit + "_ann_" + number + ".wav"), 300 + 100 * digit);
            }
        }

        SpokenDigits data = SpokenDigits.open(folder, Cochlea.standard(), 0.25, 3);

        assertThat(data.samples(Split.TEST)).hasSize(50);
        assertThat(data.samples(Split.VALIDATION)).hasSize(10);
        assertThat(data.samples(Split.TRAIN)).hasSize(30);
        assertThat(data.samples(Split.TEST)).allSatisfy(sample -> {
            assertThat(sample.name()).matches(sample.label() + "_ann_[0-4]\\.wav");
            assertThat(sample.group()).isEqualTo("ann");
        });
        EventSample sample = data.samples(Split.TRAIN).get(0);
        for (int again = 0; again < 2; again++) {
            EventAssertions.assertSame(
                    sample.events(), Cochlea.standard().encode(WavFile.read(recordings.resolve(sample.name()))));
        }
    }

    @Test
    void otherNamesAndMissingPartsAreRefused() throws IOException {
        assertThatThrownBy(() -> SpokenDigits.open(folder, Cochlea.standard(), 0, 0))
                .isInstanceOf(ListFileException.class)
                .hasMessageContaining("{digit}_{speaker}_{number}.wav");
        tone(folder.resolve("seven.wav"), 500);
        assertThatThrownBy(() -> SpokenDigits.open(folder, Cochlea.standard(), 0, 0))
                .isInstanceOf(ListFileException.class)
                .hasMessageContaining("seven.wav: must be named");
    }

    @Test
    void foldersOfSoundsAreClassesAndTheTestDoesNotDependOnTheSeed() throws IOException {
        for (String name : List.of("low", "high")) {
            Path inner = Files.createDirectories(folder.resolve(name));
            for (int k = 0; k < 10; k++) {
                tone(inner.resolve(k + ".WAV"), name.equals("low") ? 300 : 2000);
            }
        }

        WavFolder data = WavFolder.open(folder, Cochlea.standard(), 0.2, 0.25, 1);
        WavFolder other = WavFolder.open(folder, Cochlea.standard(), 0.2, 0.25, 2);

        assertThat(data.classNames()).containsExactly("high", "low");
        assertThat(data.samples(Split.TEST)).hasSize(4);
        assertThat(data.samples(Split.VALIDATION)).hasSize(4);
        assertThat(data.samples(Split.TRAIN)).hasSize(12);
        assertThat(groups(other, Split.TEST)).isEqualTo(groups(data, Split.TEST));
        assertThat(groups(other, Split.VALIDATION)).isNotEqualTo(groups(data, Split.VALIDATION));
        assertThatThrownBy(() -> WavFolder.open(folder.resolve("low"), Cochlea.standard(), 0.2, 0.25, 1))
                .isInstanceOf(ListFileException.class)
                .hasMessageContaining("at least two, found 0");
    }

    @Test
    void realDigitsHaveTheirCounts() throws IOException {
        SpokenDigits data = SpokenDigits.open(SharedData.require("fsdd"), Cochlea.standard(), 0.1, 1);

        assertThat(data.samples(Split.TEST)).hasSize(300);
        assertThat(data.samples(Split.VALIDATION)).hasSize(270);
        assertThat(data.samples(Split.TRAIN)).hasSize(2430);
    }

    private static List<String> groups(EventDataSet data, Split split) {
        return data.samples(split).stream().map(EventSample::group).toList();
    }

    private static void tone(Path path, double hertz) throws IOException {
        WavSample.tone(path, hertz, 8000, 800, 0.3);
    }
}
