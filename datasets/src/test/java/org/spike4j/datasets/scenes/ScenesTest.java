package org.spike4j.datasets.scenes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spike4j.datasets.EventAssertions;
import org.spike4j.datasets.RandomEvents;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.format.EventFileException;
import org.spike4j.datasets.format.EventReader;
import org.spike4j.datasets.format.hdf5.Hdf5Sample;
import org.spike4j.datasets.format.prophesee.DatWriter;
import org.spike4j.datasets.gesture.ListFileException;
import org.spike4j.datasets.sets.Split;

/** Recordings of scenes on small files in the official layouts. */
class ScenesTest {
    private static final int ROW_BYTES = 8 + 4 * 4 + 1 + 4 + 4;
    private static final String GEN1 = "[('ts', '<u8'), ('x', '<f4'), ('y', '<f4'), ('w', '<f4'), ('h', '<f4'),"
            + " ('class_id', 'u1'), ('confidence', '<f4'), ('track_id', '<u4')]";
    private static final String ONE_MEGAPIXEL = GEN1.replace("'ts'", "'t'").replace("'conf", "'class_conf");

    @TempDir
    Path folder;

    @Test
    void gen1HasStreamsAndBoxes() throws IOException {
        EventStream events = RandomEvents.ordered(1, 500, 304, 240, 0, 100);
        for (String part : List.of("train", "val", "test")) {
            Path inner = Files.createDirectories(folder.resolve("gen1").resolve(part));
            DatWriter.write(inner.resolve("17-03-30_1_td.dat"), events);
            boxes(inner.resolve("17-03-30_1_bbox.npy"), GEN1, 1);
        }

        SceneSet data = PropheseeDetection.openGen1(folder);

        for (Split split : Split.values()) {
            assertThat(data.scenes(split)).hasSize(1);
        }
        Scene scene = data.scenes(Split.VALIDATION).get(0);
        assertThat(scene.boxes())
                .containsExactly(
                        new Box(5_000_000, -1.5, 20, 30, 40.25, 1, 0.5, 77),
                        new Box(5_000_001, -1.5, 20, 30, 40.25, 0, 0.5, 77));
        try (EventReader reader = scene.open()) {
            EventAssertions.assertSame(reader.next().orElseThrow(), events);
        }
    }

    @Test
    void oneMegapixelNamesItsFieldsOtherwise() throws IOException {
        for (String part : List.of("train", "val", "test")) {
            Path inner = Files.createDirectories(folder.resolve(part));
            DatWriter.write(inner.resolve("moorea_td.dat"), RandomEvents.ordered(1, 5, 1280, 720, 0, 100));
            boxes(inner.resolve("moorea_bbox.npy"), ONE_MEGAPIXEL, 6);
        }

        Scene scene =
                PropheseeDetection.openOneMegapixel(folder).scenes(Split.TEST).get(0);

        assertThat(scene.boxes()).extracting(Box::label).containsExactly(6, 0);
        assertThat(scene.boxes()).extracting(Box::confidence).containsOnly(0.5);
    }

    @Test
    void aWrongLayoutOrBoxSaysWhatWasWanted() throws IOException {
        assertThatThrownBy(() -> PropheseeDetection.openGen1(folder))
                .isInstanceOf(ListFileException.class)
                .hasMessageContaining("NAME_td.dat and NAME_bbox.npy");
        for (String part : List.of("train", "val", "test")) {
            Files.createDirectories(folder.resolve(part));
        }
        DatWriter.write(folder.resolve("train/a_td.dat"), RandomEvents.ordered(1, 5, 304, 240, 0, 100));
        assertThatThrownBy(() -> PropheseeDetection.openGen1(folder)).hasMessageContaining("a_bbox.npy");
        Path boxes = folder.resolve("train/a_bbox.npy");
        boxes(boxes, GEN1, 2);
        assertThatThrownBy(() -> PropheseeDetection.openGen1(folder)
                        .scenes(Split.TRAIN)
                        .get(0)
                        .boxes())
                .isInstanceOf(EventFileException.class)
                .hasMessageContaining("classes 0 to 1")
                .hasMessageContaining("class 2");
        boxes(boxes, GEN1.replace("'w'", "'q'"), 0);
        assertThatThrownBy(() -> PropheseeDetection.openGen1(folder)
                        .scenes(Split.TRAIN)
                        .get(0)
                        .boxes())
                .hasMessageContaining("a field w");
        Files.delete(boxes);
        assertThatThrownBy(() -> BoxFile.read(boxes, 2)).isInstanceOf(EventFileException.class);
    }

    @Test
    void dsecHasTwoCamerasForEachSequenceInEitherLayout() throws IOException {
        EventStream events = RandomEvents.ordered(2, 300, 640, 480, 3_000_000, 100);
        Hdf5Sample.write(at("train/interlaken_00_c/events/left"), events);
        Hdf5Sample.write(at("train/interlaken_00_c/events/right"), events);
        Hdf5Sample.write(at("zurich_city_15_a/events_left"), events);

        SceneSet data = Dsec.open(folder);

        assertThat(data.scenes(Split.TRAIN))
                .extracting(Scene::name)
                .containsExactly("interlaken_00_c left", "interlaken_00_c right");
        assertThat(data.scenes(Split.TEST)).extracting(Scene::name).containsExactly("zurich_city_15_a left");
        assertThat(data.scenes(Split.TEST).get(0).boxes()).isEmpty();
        try (EventReader reader = data.scenes(Split.TEST).get(0).open()) {
            EventAssertions.assertSame(reader.next().orElseThrow(), events);
        }
        assertThatThrownBy(() -> Dsec.open(folder.resolve("train/interlaken_00_c/events/left")))
                .isInstanceOf(ListFileException.class)
                .hasMessageContaining("interlaken_00_c");
    }

    private Path at(String inner) throws IOException {
        return Files.createDirectories(folder.resolve(inner)).resolve("events.h5");
    }

    /** Two boxes, of a class and of class 0. */
    private static void boxes(Path file, String fields, int label) throws IOException {
        ByteBuffer rows = ByteBuffer.allocate(2 * ROW_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < 2; i++) {
            rows.putLong(5_000_000 + i)
                    .putFloat(-1.5f)
                    .putFloat(20)
                    .putFloat(30)
                    .putFloat(40.25f);
            rows.put((byte) (i == 0 ? label : 0)).putFloat(0.5f).putInt(77);
        }
        byte[] header = ("{'descr': " + fields + ", 'fortran_order': False, 'shape': (2,), }\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
        out.write(new byte[] {(byte) header.length, (byte) (header.length >> 8)});
        out.write(header);
        out.write(rows.array());
        Files.write(file, out.toByteArray());
    }
}
