package org.spike4j.datasets.sets;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.spike4j.datasets.gesture.ListFileException;

/**
 * CIFAR-10 in its binary version: pictures of 32x32 pixels in three colours.
 *
 * <p>Layout: {@code data_batch_1.bin} to {@code data_batch_5.bin} and {@code test_batch.bin}, or these in the folder
 * {@code cifar-10-batches-bin}. A picture is a byte of its label, then 1024 bytes each of red, green and blue, row by row
 * from the top; so the values of a sample are [3, 32, 32]. All are held in memory, a byte a value.
 *
 * <p>Source: A. Krizhevsky, "Learning Multiple Layers of Features from Tiny Images", 2009.
 */
public final class Cifar10 implements ImageDataSet {
    private static final int IMAGE_BYTES = 3 * 32 * 32;
    private static final int RECORD_BYTES = 1 + IMAGE_BYTES;
    private static final int TRAIN_FILES = 5;
    private static final long MOST_BYTES = 250_000_000;
    private static final List<String> CLASSES = Cifar10Dvs.CLASSES;

    private final ImageSamples train;
    private final ImageSamples validation;
    private final ImageSamples test;

    /** Pictures and labels of some files. */
    private record Part(byte[] pixels, byte[] labels) {
        ImageSamples samples(IntPredicate wanted) {
            int[] places = IntStream.range(0, labels.length).filter(wanted).toArray();
            return new ImageSamples(pixels, labels, places, IMAGE_BYTES);
        }
    }

    private Cifar10(ImageSamples train, ImageSamples validation, ImageSamples test) {
        this.train = train;
        this.validation = validation;
        this.test = test;
    }

    /**
     * Reads the data set.
     *
     * @param folder the folder of the files, or the one that holds it
     * @param validationShare share of each class of the training part that is held out, 0 to less than 1
     * @param seed seed of what is held out
     * @return the data set
     * @throws IdxException if a file is not as it should be
     * @throws IOException if a file is missing or cannot be read
     */
    public static Cifar10 open(Path folder, double validationShare, long seed) throws IOException {
        String layout = "data_batch_1.bin to data_batch_5.bin and test_batch.bin (the binary version)";
        Path root = ClassFolders.root(folder, layout, "cifar-10-batches-bin", "");
        List<Path> files = new ArrayList<>();
        for (int i = 1; i <= TRAIN_FILES; i++) {
            files.add(root.resolve("data_batch_" + i + ".bin"));
        }
        Part train = read(files, layout);
        Part test = read(List.of(root.resolve("test_batch.bin")), layout);
        List<Integer> labels = IntStream.range(0, train.labels().length)
                .mapToObj(i -> (int) train.labels()[i])
                .toList();
        Set<Integer> held = HeldOut.stratified(labels, validationShare, seed);
        return new Cifar10(
                train.samples(i -> !held.contains(i)), train.samples(held::contains), test.samples(i -> true));
    }

    @Override
    public String name() {
        return "CIFAR-10";
    }

    @Override
    public List<String> classNames() {
        return CLASSES;
    }

    @Override
    public ImageSamples samples(Split split) {
        return switch (split) {
            case TRAIN -> train;
            case VALIDATION -> validation;
            case TEST -> test;
        };
    }

    private static Part read(List<Path> files, String layout) throws IOException {
        ByteArrayOutputStream pixels = new ByteArrayOutputStream();
        ByteArrayOutputStream labels = new ByteArrayOutputStream();
        for (Path file : files) {
            if (!Files.isRegularFile(file)) {
                throw new ListFileException(file, "no such file; wanted " + layout);
            }
            long size = Files.size(file);
            if (size == 0 || size % RECORD_BYTES != 0 || size > MOST_BYTES) {
                throw new IdxException(file, 0, "records of " + RECORD_BYTES + " bytes", size + " bytes");
            }
            byte[] records = Files.readAllBytes(file);
            for (int at = 0; at < records.length; at += RECORD_BYTES) {
                if (records[at] < 0 || records[at] >= CLASSES.size()) {
                    throw new IdxException(file, at, "a label 0 to 9", Integer.toString(records[at] & 0xff));
                }
                labels.write(records[at]);
                pixels.write(records, at + 1, IMAGE_BYTES);
            }
        }
        return new Part(pixels.toByteArray(), labels.toByteArray());
    }
}
