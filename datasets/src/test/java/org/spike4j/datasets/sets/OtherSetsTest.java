package org.spike4j.datasets.sets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spike4j.datasets.EventAssertions;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.format.EventFileException;
import org.spike4j.datasets.gesture.ListFileException;

/** ES-ImageNet, N-TIDIGITS18 and CIFAR-10 on small files in the official layout. */
class OtherSetsTest {
    @TempDir
    Path folder;

    @Test
    void esImageNetPutsItsTwoArraysInTheOrderOfTime() throws IOException {
        Path root = folder.resolve("ES-imagenet-0.18");
        for (int i = 0; i < 1000; i++) {
            Files.createDirectories(root.resolve("train/class" + i));
        }
        npz(root.resolve("train/class3/a.npz"), new int[] {10, 20, 2, 11, 255, 1}, new int[] {0, 0, 1, 5, 6, 8});
        Files.createDirectories(root.resolve("val"));
        npz(root.resolve("val/v.npz"), new int[] {1, 2, 3}, new int[0]);
        Path list = Files.writeString(root.resolve("vallabel.txt"), "v.npz 999\n");

        EventDataSet data = EsImageNet.open(folder, SetOptions.defaults());

        EventSample train = data.samples(Split.TRAIN).get(0);
        assertThat(train.label()).isEqualTo(3);
        EventAssertions.assertSame(
                train.events(),
                EventStream.builder(256, 256)
                        .add(1, 255, 11, 1)
                        .add(1, 0, 0, 0)
                        .add(2, 20, 10, 1)
                        .add(8, 6, 5, 0)
                        .build());
        EventSample test = data.samples(Split.TEST).get(0);
        assertThat(test.label()).isEqualTo(999);
        EventAssertions.assertSame(
                test.events(), EventStream.builder(256, 256).add(3, 2, 1, 1).build());

        npz(root.resolve("val/v.npz"), new int[] {256, 2, 3}, new int[0]);
        assertThatThrownBy(() -> EsImageNet.open(folder, SetOptions.defaults())
                        .samples(Split.TEST)
                        .get(0)
                        .events())
                .isInstanceOf(EventFileException.class)
                .hasMessageContaining("v.npz")
                .hasMessageContaining("(2.0, 256.0)");
        Files.write(root.resolve("val/v.npz"), new byte[] {'P', 'K', 3, 4});
        assertThatThrownBy(() -> EsImageNet.open(folder, SetOptions.defaults())
                        .samples(Split.TEST)
                        .get(0)
                        .events())
                .isInstanceOf(EventFileException.class);
        Files.writeString(list, "v.npz 1000\n");
        assertThatThrownBy(() -> EsImageNet.open(folder, SetOptions.defaults()))
                .isInstanceOf(ListFileException.class)
                .hasMessageContaining("vallabel.txt, line 1");
    }

    @Test
    void tonicsGesturesAreInMillisecondsAndWholePersonsAreHeldOut() throws IOException {
        ByteBuffer rows = ByteBuffer.allocate(2 * 4 * 8).order(ByteOrder.LITTLE_ENDIAN);
        for (long number : new long[] {1, 2, 1, 80_048, 127, 126, 0, 80_049}) {
            rows.putLong(number);
        }
        byte[] npy = ClassFolderSetsTest.npyBytes("'<i8'", "(2, 4)", rows);
        for (String recording : new String[] {"user01_lab", "user02_lab", "user03_lab", "user03_led"}) {
            Path inner =
                    Files.createDirectories(folder.resolve("ibmGestureTrain").resolve(recording));
            Files.write(inner.resolve("0.npy"), npy);
            Files.write(inner.resolve("10.npy"), npy);
        }
        Path test = Files.createDirectories(folder.resolve("ibmGestureTest/user24_lab"));
        Files.write(test.resolve("7.npy"), npy);

        EventDataSet data = TonicGesture.open(folder, 1000);

        assertThat(data.samples(Split.TRAIN)).extracting(EventSample::label).containsExactly(0, 10, 0, 10);
        assertThat(data.samples(Split.VALIDATION))
                .extracting(EventSample::group)
                .containsOnly("user03")
                .hasSize(4);
        assertThat(data.classNames().get(data.samples(Split.TEST).get(0).label()))
                .isEqualTo("arm_roll");
        EventAssertions.assertSame(
                data.samples(Split.TEST).get(0).events(),
                EventStream.builder(128, 128)
                        .add(80_048_000, 1, 2, 1)
                        .add(80_049_000, 127, 126, 0)
                        .build());

        Files.write(test.resolve("11.npy"), npy);
        assertThatThrownBy(() -> TonicGesture.open(folder, 0)).hasMessageContaining("11.npy: a name 0.npy to 10.npy");
    }

    @Test
    void nTidigitsTakesTheSamplesOfASingleDigit() throws IOException {
        try (WritableHdfFile file = HdfFile.write(folder.resolve("n-tidigits.hdf5"))) {
            for (String part : new String[] {"train", "test"}) {
                file.putDataset(part + "_labels", new String[] {"ac-a-z", "ac-b-47o", "bd-a-o", "bd-a-9"});
                WritableGroup times = file.putGroup(part + "_timestamps");
                WritableGroup addresses = file.putGroup(part + "_addresses");
                for (String name : new String[] {"ac-a-z", "ac-b-47o", "bd-a-o"}) {
                    times.putDataset(name, new double[] {0.25, 1.0000015});
                    addresses.putDataset(name, new int[] {63, 0});
                }
                times.putDataset("bd-a-9", new double[] {1, 2});
                addresses.putDataset("bd-a-9", new int[] {64, 0});
            }
        }

        NTidigits data = NTidigits.open(folder, SetOptions.defaults());

        assertThat(data.samples(Split.TRAIN)).extracting(EventSample::label).containsExactly(10, 0, 9);
        assertThat(data.samples(Split.TEST)).extracting(EventSample::group).containsExactly("ac", "bd", "bd");
        EventAssertions.assertSame(
                data.samples(Split.TEST).get(0).events(),
                EventStream.builder(64, 1)
                        .add(250_000, 63, 0, 1)
                        .add(1_000_002, 0, 0, 1)
                        .build());
        assertThatThrownBy(() -> data.samples(Split.TRAIN).get(2).events())
                .isInstanceOf(EventFileException.class)
                .hasMessageContaining("address 64");
        assertThat(NTidigits.open(folder, SetOptions.defaults().withValidation(0.6))
                        .samples(Split.VALIDATION))
                .hasSize(3);
    }

    @Test
    void nTidigitsSaysWhatWasWanted() throws IOException {
        assertThatThrownBy(() -> NTidigits.open(folder, SetOptions.defaults())).hasMessageContaining("n-tidigits.hdf5");
        Files.writeString(folder.resolve("n-tidigits.hdf5"), "text");
        assertThatThrownBy(() -> NTidigits.open(folder, SetOptions.defaults())).isInstanceOf(EventFileException.class);
        try (WritableHdfFile file = HdfFile.write(folder.resolve("n-tidigits.hdf5"))) {
            file.putDataset("train_labels", new int[] {1});
        }
        assertThatThrownBy(() -> NTidigits.open(folder, SetOptions.defaults()))
                .isInstanceOf(EventFileException.class)
                .hasMessageContaining("train_labels");
    }

    @Test
    void cifar10HasRedGreenAndBlueInTurn() throws IOException {
        Path root = Files.createDirectories(folder.resolve("cifar-10-batches-bin"));
        for (String name : new String[] {
            "data_batch_1", "data_batch_2", "data_batch_3", "data_batch_4", "data_batch_5", "test_batch"
        }) {
            byte[] records = new byte[2 * 3073];
            records[0] = 7;
            Arrays.fill(records, 1, 1 + 1024, (byte) 255);
            records[3073] = 1;
            records[3073 + 3072] = 51;
            Files.write(root.resolve(name + ".bin"), records);
        }

        Cifar10 data = Cifar10.open(folder, 0.2, 1);

        assertThat(data.samples(Split.TRAIN).size()).isEqualTo(8);
        assertThat(data.samples(Split.VALIDATION).size()).isEqualTo(2);
        ImageSamples test = data.samples(Split.TEST);
        assertThat(test.imageSize()).isEqualTo(3072);
        assertThat(data.classNames().get(test.label(0))).isEqualTo("horse");
        float[] image = new float[3072];
        test.copyInto(0, image, 0);
        assertThat(image[1023]).isEqualTo(1);
        assertThat(image[1024]).isZero();
        test.copyInto(1, image, 0);
        assertThat(image[3071]).isEqualTo(0.2f);

        Files.write(root.resolve("test_batch.bin"), new byte[3072]);
        assertThatThrownBy(() -> Cifar10.open(folder, 0, 0))
                .isInstanceOf(IdxException.class)
                .hasMessageContaining("records of 3073 bytes");
        byte[] label = new byte[3073];
        label[0] = 10;
        Files.write(root.resolve("test_batch.bin"), label);
        assertThatThrownBy(() -> Cifar10.open(folder, 0, 0)).hasMessageContaining("a label 0 to 9");
        Files.delete(root.resolve("data_batch_3.bin"));
        assertThatThrownBy(() -> Cifar10.open(folder, 0, 0)).hasMessageContaining("data_batch_3.bin: no such file");
    }

    private static void npz(Path file, int[] pos, int[] neg) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("pos.npy"));
            zip.write(rows(pos));
            zip.putNextEntry(new ZipEntry("neg.npy"));
            zip.write(rows(neg));
        }
    }

    private static byte[] rows(int[] numbers) throws IOException {
        ByteBuffer content = ByteBuffer.allocate(2 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int number : numbers) {
            content.putShort((short) number);
        }
        return ClassFolderSetsTest.npyBytes("'<u2'", "(" + numbers.length / 3 + ", 3)", content);
    }
}
