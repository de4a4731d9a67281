package org.spike4j.datasets.sets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spike4j.datasets.SharedData;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.event.EventStreamBuilder;
import org.spike4j.datasets.format.EventFile;
import org.spike4j.datasets.gesture.ListFileException;

class ClassRecordingsTest {
    @TempDir
    Path folder;

    @Test
    void eachFileIsAClassCutIntoWindows() throws IOException {
        write("mug.aedat4", 1);
        write("box.aedat4", 2);
        Files.writeString(folder.resolve(".hidden"), "not a recording");

        EventDataSet data = ClassRecordings.open(folder, WindowCut.of(100_000).withShares(0.2, 0.3));

        assertThat(data.classNames()).containsExactly("box", "mug");
        assertThat(data.samples(Split.TRAIN)).hasSize(2 * 5);
        assertThat(data.samples(Split.VALIDATION)).hasSize(2 * 2);
        assertThat(data.samples(Split.TEST)).hasSize(2 * 3);
        EventSample first = data.samples(Split.TRAIN).get(0);
        assertThat(first.label()).isZero();
        assertThat(first.events().x(0)).isEqualTo(2);
    }

    @Test
    void foldersThatAreNotOneRecordingAClassAreRefused() throws IOException {
        WindowCut cut = WindowCut.of(1000);
        write("mug.aedat4", 1);
        assertThatThrownBy(() -> ClassRecordings.open(folder, cut))
                .isInstanceOf(ListFileException.class)
                .hasMessageContaining("at least two, found 1");
        write("mug.es", 1);
        assertThatThrownBy(() -> ClassRecordings.open(folder, cut))
                .isInstanceOf(ListFileException.class)
                .hasMessageContaining("two recordings of class mug");
        assertThatThrownBy(() -> ClassRecordings.open(folder.resolve("none"), cut))
                .isInstanceOf(ListFileException.class)
                .hasMessageContaining("no such folder");
    }

    @Test
    void realObjectsAreSeven() throws IOException {
        Path objects = SharedData.require("dvs128_biolab/DataSet2");

        EventDataSet data = ClassRecordings.open(objects, WindowCut.of(100_000).withShares(0, 0.3));

        assertThat(data.classNames())
                .containsExactly("Caixa", "Caneca", "Celular", "Estilete", "Lapiseira", "Mouse", "Tesoura");
        assertThat(data.samples(Split.TEST)).hasSize(388);
        assertThat(data.width()).isEqualTo(128);
    }

    /** An event each millisecond for one second. */
    private void write(String name, int column) throws IOException {
        EventStreamBuilder events = EventStream.builder(8, 8);
        for (int i = 0; i <= 1000; i++) {
            events.add(1000L * i, column, 3, i % 2);
        }
        String ending = name.substring(name.lastIndexOf('.') + 1);
        EventFile.formatToWrite(ending).writer().orElseThrow().write(folder.resolve(name), events.build());
    }
}
