package org.spike4j.datasets.sets;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.spike4j.datasets.gesture.ListFileException;

/**
 * MNIST, or another set of its four files: {@code train-images-idx3-ubyte}, {@code train-labels-idx1-ubyte},
 * {@code t10k-images-idx3-ubyte}, {@code t10k-labels-idx1-ubyte}, each with {@code .gz} or without.
 *
 * <p>All images are held in memory, a byte a pixel. Validation: a share of each class of the training part, drawn from
 * a seed.
 */
public final class Mnist implements ImageDataSet {
    private static final List<String> CLOTHES = List.of(
            "T-shirt/top", "trouser", "pullover", "dress", "coat", "sandal", "shirt", "sneaker", "bag", "ankle boot");

    private final String name;
    private final List<String> classNames;
    private final ImageSamples train;
    private final ImageSamples validation;
    private final ImageSamples test;

    private Mnist(
            String name, List<String> classNames, ImageSamples train, ImageSamples validation, ImageSamples test) {
        this.name = name;
        this.classNames = classNames;
        this.train = train;
        this.validation = validation;
        this.test = test;
    }

    /**
     * Reads a data set.
     *
     * @param folder the folder of the four files
     * @param validationShare share of the training part that is held out, 0 to less than 1
     * @param seed seed of what is held out
     * @return the data set
     * @throws IdxException if a file is not as it should be
     * @throws IOException if a file is missing or cannot be read
     */
    public static Mnist open(Path folder, double validationShare, long seed) throws IOException {
        return open("MNIST", Digits.names(), folder, validationShare, seed);
    }

    /**
     * Reads Fashion-MNIST, ten kinds of clothes in four files of the same names.
     *
     * @param folder the folder of the four files
     * @param validationShare share of the training part that is held out, 0 to less than 1
     * @param seed seed of what is held out
     * @return the data set
     * @throws IdxException if a file is not as it should be
     * @throws IOException if a file is missing or cannot be read
     */
    public static Mnist openFashion(Path folder, double validationShare, long seed) throws IOException {
        return open("Fashion-MNIST", CLOTHES, folder, validationShare, seed);
    }

    private static Mnist open(String name, List<String> classNames, Path folder, double validationShare, long seed)
            throws IOException {
        MnistPart train = MnistPart.read(folder, "train");
        MnistPart test = MnistPart.read(folder, "t10k");
        if (train.imageSize() != test.imageSize()) {
            throw new ListFileException(
                    folder,
                    "images to train with and to test with must have one size, had " + train.imageSize() + " and "
                            + test.imageSize() + " pixels");
        }
        Set<Integer> held = HeldOut.stratified(train.labels(), validationShare, seed);
        return new Mnist(
                name,
                classNames,
                train.samples(i -> !held.contains(i)),
                train.samples(held::contains),
                test.samples(i -> true));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<String> classNames() {
        return classNames;
    }

    @Override
    public ImageSamples samples(Split split) {
        return switch (split) {
            case TRAIN -> train;
            case VALIDATION -> validation;
            case TEST -> test;
        };
    }
}
