package org.spike4j.datasets.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.dataset.DataSet;
import org.spike4j.datasets.sets.Mnist;
import org.spike4j.datasets.sets.Split;

class ImageDataSetIteratorTest {
    private static final int COUNT = 23;

    @TempDir
    Path folder;

    private Mnist data;

    /** Image i has the pixels i, i + 1; its label is i modulo 10. */
    @BeforeEach
    void write() throws IOException {
        for (String name : List.of("train", "t10k")) {
            ByteBuffer images = ByteBuffer.allocate(16 + 2 * COUNT);
            images.putInt(0x803).putInt(COUNT).putInt(1).putInt(2);
            ByteBuffer labels = ByteBuffer.allocate(8 + COUNT);
            labels.putInt(0x801).putInt(COUNT);
            for (int i = 0; i < COUNT; i++) {
                images.put((byte) i).put((byte) (i + 1));
                labels.put((byte) (i % 10));
            }
            Files.write(folder.resolve(name + "-images-idx3-ubyte"), images.array());
            Files.write(folder.resolve(name + "-labels-idx1-ubyte"), labels.array());
        }
        data = Mnist.open(folder, 0, 0);
    }

    @Test
    void rowsAndLabelsBelongTogetherAndEveryImageComesOncePerEpoch() {
        ImageDataSetIterator iterator = iterator(OptionalLong.of(5));
        List<List<Integer>> epochs = new ArrayList<>();
        for (int epoch = 0; epoch < 3; epoch++) {
            epochs.add(epoch(iterator));
            assertThatThrownBy(iterator::next).isInstanceOf(NoSuchElementException.class);
            iterator.reset();
        }
        assertThat(epochs).doesNotHaveDuplicates();
        iterator.setEpoch(1);
        assertThat(epoch(iterator)).isEqualTo(epochs.get(1));
    }

    @Test
    void withoutShuffleTheOrderIsThatOfTheFile() {
        ImageDataSetIterator iterator = iterator(OptionalLong.empty());
        iterator.reset();
        assertThat(iterator.epoch()).isZero();
        assertThat(epoch(iterator)).isEqualTo(IntStream.range(0, COUNT).boxed().toList());
        assertThat(iterator.inputColumns()).isEqualTo(2);
        assertThat(iterator.totalOutcomes()).isEqualTo(10);
    }

    private ImageDataSetIterator iterator(OptionalLong seed) {
        return new ImageDataSetIterator(data.samples(Split.TEST), data.classNames(), 8, seed);
    }

    private static List<Integer> epoch(ImageDataSetIterator iterator) {
        List<Integer> order = new ArrayList<>();
        while (iterator.hasNext()) {
            DataSet batch = iterator.next();
            assertThat(batch.getFeatures().shape()).containsExactly(Math.min(8, COUNT - order.size()), 2);
            for (int n = 0; n < batch.numExamples(); n++) {
                int image = Math.round(batch.getFeatures().getFloat(n, 0) * 255);
                assertThat(Math.round(batch.getFeatures().getFloat(n, 1) * 255)).isEqualTo(image + 1);
                assertThat(batch.getLabels().getFloat(n, image % 10)).isEqualTo(1);
                order.add(image);
            }
        }
        assertThat(order)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, COUNT).boxed().toList());
        return order;
    }
}
