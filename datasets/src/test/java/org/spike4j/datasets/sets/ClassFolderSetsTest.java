package org.spike4j.datasets.sets;

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
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spike4j.datasets.EventAssertions;
import org.spike4j.datasets.RandomEvents;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.format.matlab.MatlabSample;
import org.spike4j.datasets.format.nmnist.NmnistWriter;
import org.spike4j.datasets.format.numpy.NpzWriter;
import org.spike4j.datasets.format.prophesee.DatWriter;
import org.spike4j.datasets.gesture.ListFileException;

/** The sets whose layout is a folder for each class, on small files in the official layout. */
class ClassFolderSetsTest {
    private static final SetOptions OPTIONS = SetOptions.defaults();

    @TempDir
    Path folder;

    @Test
    void cifar10DvsIsTurnedUprightAndDividedByTebn() throws IOException {
        for (String name : Cifar10Dvs.CLASSES) {
            for (int i : new int[] {0, 7, 99, 100, 999}) {
                aedat(at(name, "cifar10_" + name + "_" + i + ".aedat"), new int[] {i, 3, 5, 1, i + 10, 127, 0, 0});
            }
        }

        EventDataSet data = Cifar10Dvs.open(folder, Cifar10Dvs.Division.TEBN, OPTIONS);

        assertThat(labels(data, Split.TRAIN)).containsOnly(2).hasSize(10);
        assertThat(labels(data, Split.TEST)).containsOnly(3);
        EventSample first = data.samples(Split.TRAIN).get(0);
        assertThat(first.name()).isEqualTo("cifar10_airplane_100.aedat");
        EventAssertions.assertSame(
                first.events(),
                EventStream.builder(128, 128)
                        .add(100, 127 - 5, 127 - 3, 1)
                        .add(110, 127, 0, 0)
                        .build());
    }

    @Test
    void aRandomDivisionTakesATenthOfEachClassAndDependsOnTheSeedAlone() throws IOException {
        for (String name : Cifar10Dvs.CLASSES) {
            for (int i = 0; i < 20; i++) {
                aedat(at(name, "cifar10_" + name + "_" + i + ".aedat"), new int[] {0, 1, 1, 1});
            }
        }

        EventDataSet data = Cifar10Dvs.open(folder, Cifar10Dvs.Division.RANDOM, OPTIONS.withSeed(4));

        assertThat(labels(data, Split.TEST)).containsOnly(2);
        assertThat(labels(data, Split.TRAIN)).containsOnly(18);
        assertThat(names(data, Split.TEST))
                .isEqualTo(names(Cifar10Dvs.open(folder, Cifar10Dvs.Division.RANDOM, OPTIONS.withSeed(4)), Split.TEST))
                .isNotEqualTo(
                        names(Cifar10Dvs.open(folder, Cifar10Dvs.Division.RANDOM, OPTIONS.withSeed(5)), Split.TEST));
        EventDataSet held = Cifar10Dvs.open(
                folder, Cifar10Dvs.Division.RANDOM, OPTIONS.withSeed(4).withValidation(0.5));
        assertThat(names(held, Split.TEST)).isEqualTo(names(data, Split.TEST));
        assertThat(labels(held, Split.VALIDATION)).containsOnly(9);
    }

    @Test
    void nCaltech101TakesItsClassesFromTheFolders() throws IOException {
        EventStream events = RandomEvents.ordered(1, 50, 240, 180, 0, 100);
        for (String name : List.of("yin_yang", "BACKGROUND_Google", "accordion")) {
            for (int i = 1; i <= 10; i++) {
                NmnistWriter.write(at("Caltech101/" + name, String.format("image_%04d.bin", i)), events);
            }
        }

        EventDataSet data = NCaltech101.open(folder, 0.1, OPTIONS);

        assertThat(data.classNames()).containsExactly("BACKGROUND_Google", "accordion", "yin_yang");
        assertThat(labels(data, Split.TEST)).containsExactly(1, 1, 1);
        EventAssertions.assertSame(data.samples(Split.TRAIN).get(5).events(), events);
    }

    @Test
    void nCarsHasItsOwnTwoParts() throws IOException {
        EventStream events = RandomEvents.ordered(2, 50, 120, 100, 0, 100);
        for (String part : List.of("n-cars_train", "n-cars_test")) {
            DatWriter.write(at(part + "/cars", "obj_000000_td.dat"), events);
            DatWriter.write(at(part + "/cars", "obj_000001_td.dat"), events);
            DatWriter.write(at(part + "/background", "obj_000000_td.dat"), events);
        }

        EventDataSet data = NCars.open(folder, OPTIONS);

        assertThat(labels(data, Split.TRAIN)).containsExactly(1, 2);
        assertThat(labels(data, Split.TEST)).containsExactly(1, 2);
        EventAssertions.assertSame(data.samples(Split.TEST).get(0).events(), events);
    }

    @Test
    void aslDvsStandsUpright() throws IOException {
        EventStream events = EventStream.builder(240, 180)
                .add(5, 1, 0, 1)
                .add(9, 239, 179, 0)
                .build();
        for (int letter = 'a'; letter <= 'y'; letter++) {
            if (letter != 'j') {
                String name = Character.toString(letter);
                for (int i = 1; i <= 5; i++) {
                    Files.write(
                            at(name, name + "_000" + i + ".mat"),
                            MatlabSample.file(events, ByteOrder.LITTLE_ENDIAN, true));
                }
            }
        }

        EventDataSet data = AslDvs.open(folder, OPTIONS);

        assertThat(data.classNames()).hasSize(24).doesNotContain("j", "z");
        assertThat(labels(data, Split.TEST)).containsOnly(1);
        EventAssertions.assertSame(
                data.samples(Split.TRAIN).get(0).events(),
                EventStream.builder(240, 180)
                        .add(5, 1, 179, 1)
                        .add(9, 239, 0, 0)
                        .build());
    }

    @Test
    void dvsLipHasAFolderForEachWord() throws IOException {
        for (String part : List.of("train", "test")) {
            for (String word : List.of("world", "about")) {
                npy(
                        at("DVS-Lip/" + part + "/" + word, "0.npy"),
                        "[('t', '<i4'), ('x', '|i1'), ('y', '|i1'), ('p', '|i1')]",
                        "(2,)",
                        ByteBuffer.allocate(14)
                                .order(ByteOrder.LITTLE_ENDIAN)
                                .putInt(10)
                                .put(new byte[] {3, 4, 1})
                                .putInt(20)
                                .put(new byte[] {127, 126, 0}));
            }
        }

        EventDataSet data = DvsLip.open(folder, OPTIONS);

        assertThat(data.classNames()).containsExactly("about", "world");
        assertThat(labels(data, Split.TEST)).containsExactly(1, 1);
        EventAssertions.assertSame(
                data.samples(Split.TRAIN).get(1).events(),
                EventStream.builder(128, 128)
                        .add(10, 3, 4, 1)
                        .add(20, 127, 126, 0)
                        .build());
    }

    @Test
    void pokerDvsIsInMicrosecondsWhateverTheType() throws IOException {
        for (String part : List.of("pips_train", "pips_test")) {
            for (String suit : List.of("cl", "he", "di", "sp")) {
                npy(
                        at(part + "/" + suit, "0.npy"),
                        "'<f8'",
                        "(1, 4)",
                        ByteBuffer.allocate(32)
                                .order(ByteOrder.LITTLE_ENDIAN)
                                .putDouble(1234)
                                .putDouble(34)
                                .putDouble(2)
                                .putDouble(1));
            }
        }

        EventDataSet data = PokerDvs.open(folder, OPTIONS);

        assertThat(labels(data, Split.TRAIN)).containsExactly(1, 1, 1, 1);
        EventAssertions.assertSame(
                data.samples(Split.TEST).get(2).events(),
                EventStream.builder(35, 35).add(1234, 34, 2, 1).build());
    }

    @Test
    void mnistDvsHasThreeScales() throws IOException {
        for (int digit = 0; digit < 10; digit++) {
            for (int i = 0; i < 10; i++) {
                aedat(at("grabbed_data" + digit + "/scale4", "a" + i + ".aedat"), new int[] {4, 1, 2, 1});
                aedat(at("grabbed_data" + digit + "/scale08", "a" + i + ".aedat"), new int[] {8, 1, 2, 1});
            }
        }

        EventDataSet small = MnistDvs.open(folder, MnistDvs.Scale.SCALE_4, OPTIONS);
        EventDataSet middling = MnistDvs.open(folder, MnistDvs.Scale.SCALE_8, OPTIONS);

        assertThat(labels(small, Split.TRAIN)).containsOnly(9).hasSize(10);
        assertThat(labels(small, Split.TEST)).containsOnly(1);
        assertThat(small.samples(Split.TEST).get(3).events().t(0)).isEqualTo(4);
        assertThat(middling.samples(Split.TEST).get(3).events().t(0)).isEqualTo(8);
        assertThatThrownBy(() -> MnistDvs.open(folder, MnistDvs.Scale.SCALE_16, OPTIONS))
                .hasMessageContaining("grabbed_data0: found none of its folders")
                .hasMessageContaining("scale16");
    }

    @Test
    void hardvsIsDividedByItsLists() throws IOException {
        EventStream events = RandomEvents.ordered(3, 20, 346, 260, 0, 50);
        for (String name : List.of("action_001/a", "action_001/b", "action_300/c", "action_007/d")) {
            NpzWriter.write(
                    at(Path.of(name).getParent().toString(), Path.of(name).getFileName() + ".npz"), events);
        }
        Path train = Files.writeString(folder.resolve("train_label.txt"), "action_001/a 8 0\naction_300/c 8 299\n");
        Files.writeString(folder.resolve("val_label.txt"), "action_001/b 8 0\n");
        Files.writeString(folder.resolve("test_label.txt"), "action_007/d 8 6\n\n");

        EventDataSet data = Hardvs.open(folder, 1000);

        assertThat(data.samples(Split.TRAIN)).extracting(EventSample::label).containsExactly(0, 299);
        assertThat(data.samples(Split.VALIDATION))
                .extracting(EventSample::label)
                .containsExactly(0);
        assertThat(data.samples(Split.TEST)).extracting(EventSample::label).containsExactly(6);
        EventAssertions.assertSame(data.samples(Split.TEST).get(0).events(), events);

        Files.writeString(train, "action_001/a 8 0\naction_001/b 8 0\n");
        assertThatThrownBy(() -> Hardvs.open(folder, 0)).hasMessageContaining("a second time");
        Files.writeString(train, "action_001/a\naction_301/b\n");
        assertThatThrownBy(() -> Hardvs.open(folder, 0)).hasMessageContaining("train_label.txt, line 2");
        Files.writeString(train, "../action_001/a\n");
        assertThatThrownBy(() -> Hardvs.open(folder, 0)).hasMessageContaining("train_label.txt, line 1");
        Files.writeString(train, "action_001/x\n");
        assertThatThrownBy(() -> Hardvs.open(folder, 0)).hasMessageContaining("there is no file");
    }

    @Test
    void aWrongLayoutSaysWhatWasWanted() throws IOException {
        assertThatThrownBy(() -> Cifar10Dvs.open(folder, Cifar10Dvs.Division.TEBN, OPTIONS))
                .isInstanceOf(ListFileException.class)
                .hasMessageContaining("airplane: no such folder; wanted the folders airplane");
        assertThatThrownBy(() -> NCars.open(folder, OPTIONS)).hasMessageContaining("n-cars_train");
        assertThatThrownBy(() -> NCars.open(folder.resolve("absent"), OPTIONS)).hasMessageContaining("no such folder");
        assertThatThrownBy(() -> NCaltech101.open(folder, 0.1, OPTIONS)).hasMessageContaining("accordion to yin_yang");
        assertThatThrownBy(() -> DvsLip.open(folder, OPTIONS)).hasMessageContaining("train and test");
        assertThatThrownBy(() -> Hardvs.open(folder, 0)).hasMessageContaining("train_label.txt");
        for (String name : Cifar10Dvs.CLASSES) {
            Files.createDirectories(folder.resolve(name));
        }
        assertThatThrownBy(() -> Cifar10Dvs.open(folder, Cifar10Dvs.Division.TEBN, OPTIONS))
                .hasMessageContaining("found no file that ends in .aedat");
        Files.writeString(folder.resolve("cat/cat.aedat"), "");
        assertThatThrownBy(() -> Cifar10Dvs.open(folder, Cifar10Dvs.Division.TEBN, OPTIONS))
                .hasMessageContaining("names that end in a number");
    }

    private Path at(String inner, String name) throws IOException {
        return Files.createDirectories(folder.resolve(inner)).resolve(name);
    }

    /** AEDAT 2.0 of a DVS128: numbers t, column, row, polarity for each event; bit 0 of an address is 0 for brighter. */
    private static void aedat(Path file, int[] events) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write("#!AER-DAT2.0\r\n# no camera is named\r\n".getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i < events.length; i += 4) {
            int address = events[i + 2] << 8 | events[i + 1] << 1 | 1 - events[i + 3];
            out.write(ByteBuffer.allocate(8).putInt(address).putInt(events[i]).array());
        }
        Files.write(file, out.toByteArray());
    }

    static void npy(Path file, String type, String shape, ByteBuffer content) throws IOException {
        Files.write(file, npyBytes(type, shape, content));
    }

    static byte[] npyBytes(String type, String shape, ByteBuffer content) throws IOException {
        byte[] header = ("{'descr': " + type + ", 'fortran_order': False, 'shape': " + shape + ", }\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
        out.write(new byte[] {(byte) header.length, (byte) (header.length >> 8)});
        out.write(header);
        out.write(content.array());
        return out.toByteArray();
    }

    private static int[] labels(EventDataSet data, Split split) {
        int[] counts = new int[data.classNames().size()];
        data.samples(split).forEach(sample -> counts[sample.label()]++);
        return counts;
    }

    private static List<String> names(EventDataSet data, Split split) {
        return IntStream.range(0, data.samples(split).size())
                .mapToObj(i -> data.samples(split).get(i).name())
                .toList();
    }
}
