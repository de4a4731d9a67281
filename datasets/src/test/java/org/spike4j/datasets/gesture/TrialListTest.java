package org.spike4j.datasets.gesture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrialListTest {
    @TempDir
    Path folder;

    @Test
    void recordingsAreFoundBesideTheListInItsOrder() throws IOException {
        Path b = Files.createFile(folder.resolve("user02_lab.aedat"));
        Path a = Files.createFile(folder.resolve("user01_led.aedat"));
        Path list = folder.resolve(TrialList.TRAIN);
        TrialList.write(list, List.of("user02_lab.aedat", "user01_led.aedat"));
        Files.writeString(list, Files.readString(list).replace("\n", "\r\n") + "\r\n");

        assertThat(TrialList.read(list)).containsExactly(b, a);
    }

    @Test
    void missingRecordingIsOneErrorThatNamesListLineAndFile() throws IOException {
        Files.createFile(folder.resolve("user01_lab.aedat"));
        Path list = folder.resolve(TrialList.TEST);
        TrialList.write(list, List.of("user01_lab.aedat", "user02_lab.aedat"));

        assertThatThrownBy(() -> TrialList.read(list))
                .isInstanceOf(ListFileException.class)
                .hasMessageContaining("trials_to_test.txt, line 2")
                .hasMessageContaining("user02_lab.aedat");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret.aedat", "/etc/passwd", "a\0b"})
    void lineThatIsNoPlainFileNameIsRefused(String line) throws IOException {
        Path list = Files.writeString(folder.resolve(TrialList.TEST), line + "\n");

        assertThatThrownBy(() -> TrialList.read(list))
                .isInstanceOf(ListFileException.class)
                .hasMessageContaining("line 1");
    }

    @Test
    void classesHaveTheOfficialNamesAndNumbers() {
        assertThat(Gesture.names())
                .containsExactly(
                        "hand_clapping",
                        "right_hand_wave",
                        "left_hand_wave",
                        "right_arm_clockwise",
                        "right_arm_counter_clockwise",
                        "left_arm_clockwise",
                        "left_arm_counter_clockwise",
                        "arm_roll",
                        "air_drums",
                        "air_guitar",
                        "other_gestures");
        assertThat(Gesture.ofLabel(9)).isEqualTo(Gesture.AIR_DRUMS);
        assertThatThrownBy(() -> Gesture.ofLabel(12)).hasMessageContaining("1 to 11, was 12");
    }
}
