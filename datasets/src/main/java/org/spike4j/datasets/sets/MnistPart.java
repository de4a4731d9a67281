package org.spike4j.datasets.sets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.spike4j.datasets.gesture.ListFileException;

/** The images and labels of one pair of MNIST's files. */
final class MnistPart {
    private final byte[] pixels;
    private final byte[] labels;
    private final int imageSize;

    private MnistPart(byte[] pixels, byte[] labels, int imageSize) {
        this.pixels = pixels;
        this.labels = labels;
        this.imageSize = imageSize;
    }

    /** Reads the pair whose names start with a word. */
    static MnistPart read(Path folder, String name) throws IOException {
        Path labelFile = file(folder, name + "-labels-idx1-ubyte");
        Idx images = Idx.read(file(folder, name + "-images-idx3-ubyte"), 3);
        Idx labels = Idx.read(labelFile, 1);
        int count = images.dimension(0);
        if (labels.dimension(0) != count) {
            throw new IdxException(
                    labelFile, 4, count + " labels, one for each image", labels.dimension(0) + " labels");
        }
        for (int i = 0; i < count; i++) {
            int label = labels.bytes()[i] & 0xff;
            if (label >= Digits.COUNT) {
                throw new IdxException(labelFile, 8L + i, "a digit", Integer.toString(label));
            }
        }
        return new MnistPart(images.bytes(), labels.bytes(), images.dimension(1) * images.dimension(2));
    }

    int imageSize() {
        return imageSize;
    }

    List<Integer> labels() {
        return IntStream.range(0, labels.length).mapToObj(i -> (int) labels[i]).toList();
    }

    /** The images of the numbers that are wanted. */
    ImageSamples samples(IntPredicate wanted) {
        int[] places = IntStream.range(0, labels.length).filter(wanted).toArray();
        return new ImageSamples(pixels, labels, places, imageSize);
    }

    private static Path file(Path folder, String name) throws ListFileException {
        List<String> known = List.of(name + ".gz", name, name.replace("-idx", ".idx"));
        for (String candidate : known) {
            Path file = folder.resolve(candidate);
            if (Files.isRegularFile(file)) {
                return file;
            }
        }
        throw new ListFileException(folder, "wanted the file " + name + " or " + name + ".gz, found neither");
    }
}
