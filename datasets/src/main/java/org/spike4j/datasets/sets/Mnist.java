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
public final class Mnist {
    private final ImageSamples train;
    private final ImageSamples validation;
    private final ImageSamples test;

    private Mnist(ImageSamples train, ImageSamples validation, ImageSamples test) {
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
        MnistPart train = MnistPart.read(folder, "train");
        MnistPart test = MnistPart.read(folder, "t10k");
        if (train.imageSize() != test.imageSize()) {
            throw new ListFileException(
                    folder,
                    "images to train with and to test with must have one size, had " + train.imageSize() + " and "
                            + test.imageSize() + " pixels");
        }
        Set<Integer> held = HeldOut.stratified(train.labels(), validationShare, seed);
        return new Mnist(train.samples(i -> !held.contains(i)), train.samples(held::contains), test.samples(i -> true));
    }

    /**
     * Name of the data set, for reports.
     *
     * @return MNIST
     */
    public String name() {
        return "MNIST";
    }

    /**
     * Names of the classes; place i belongs to label i.
     *
     * @return the ten digits
     */
    public List<String> classNames() {
        return Digits.names();
    }

    /**
     * The images of a part, in the order of the files.
     *
     * @param split which part
     * @return its images; may be none for validation
     */
    public ImageSamples samples(Split split) {
        return switch (split) {
            case TRAIN -> train;
            case VALIDATION -> validation;
            case TEST -> test;
        };
    }
}
