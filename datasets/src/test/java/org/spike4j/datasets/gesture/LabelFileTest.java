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
import org.junit.jupiter.params.provider.CsvSource;
import org.spike4j.datasets.SharedData;

class LabelFileTest {
    private static final String HEADER = "class,startTime_usec,endTime_usec\n";

    @TempDir
    Path folder;

    @Test
    void rowsAreReadInTheOrderOfTheFileAndAClassMayComeTwice() throws IOException {
        Path file = file(HEADER + "8,150717639,157362334\r\n8,157773346,164029864\n\n1,5,6");

        assertThat(LabelFile.read(file))
                .containsExactly(
                        new GestureLabel(Gesture.ARM_ROLL, 150_717_639, 157_362_334),
                        new GestureLabel(Gesture.ARM_ROLL, 157_773_346, 164_029_864),
                        new GestureLabel(Gesture.HAND_CLAPPING, 5, 6));
    }

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        List<GestureLabel> labels = List.of(
                new GestureLabel(Gesture.OTHER_GESTURES, 0, 1),
                new GestureLabel(Gesture.AIR_GUITAR, 7, Long.MAX_VALUE));
        Path file = folder.resolve("a_labels.csv");

        LabelFile.write(file, labels);

        assertThat(LabelFile.read(file)).isEqualTo(labels);
        assertThat(LabelFile.of(folder.resolve("a.aedat"))).isEqualTo(file);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12,1,2 | class must be 1 to 11",
                "0,1,2 | class must be 1 to 11",
                "1,2 | class,start,end",
                "1,2,3,4 | class,start,end",
                "one,2,3 | whole numbers",
                "1,2.5,3 | whole numbers",
                "1,5,5 | must end after it starts",
                "1,-5,5 | must end after it starts",
                "1,99999999999999999999,5 | whole numbers"
            })
    void badRowIsOneErrorThatNamesFileAndLine(String row, String complaint) throws IOException {
        Path file = file(HEADER + "1,10,20\n" + row + "\n");

        assertThatThrownBy(() -> LabelFile.read(file))
                .isInstanceOf(ListFileException.class)
                .hasMessageContaining("bad_labels.csv, line 3")
                .hasMessageContaining(complaint)
                .hasMessageContaining(row);
    }

    @Test
    void fileWithoutHeaderOrTextOrAtAllIsRefused() throws IOException {
        assertThatThrownBy(() -> LabelFile.read(file("1,2,3\n"))).hasMessageContaining("line 1");
        assertThatThrownBy(() -> LabelFile.read(file(""))).hasMessageContaining("line 1");
        assertThatThrownBy(() -> LabelFile.read(folder.resolve("none.csv"))).hasMessageContaining("no such file");
        Path binary = folder.resolve("binary.csv");
        Files.write(binary, new byte[] {(byte) 0xff, (byte) 0xfe, 1, 2, 3});
        assertThatThrownBy(() -> LabelFile.read(binary)).isInstanceOf(ListFileException.class);
    }

    @Test
    void realLabelFileHasAllGesturesAndOneOfThemTwice() throws IOException {
        List<GestureLabel> labels =
                LabelFile.read(SharedData.require("dvs_gesture_labels").resolve("user01_natural_labels.csv"));

        assertThat(labels).hasSize(12);
        assertThat(labels.stream().map(GestureLabel::gesture)).contains(Gesture.values());
        assertThat(labels.get(0)).isEqualTo(new GestureLabel(Gesture.HAND_CLAPPING, 53_036_986, 59_508_469));
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("bad_labels.csv"), text);
    }
}
