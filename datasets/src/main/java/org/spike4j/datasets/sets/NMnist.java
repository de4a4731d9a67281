package org.spike4j.datasets.sets;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * N-MNIST: digits shown to a moving event camera, 34x34 pixels.
 *
 * <p>Two layouts are known. The official one: {@code Train/0} to {@code Train/9} and {@code Test/0} to {@code Test/9},
 * full of {@code .bin} files. The list layout: {@code train*.txt} and {@code test*.txt}, whose lines hold the number of
 * a sample and its digit, beside files such as {@code 1.bs2}.
 *
 * <p>Validation: a share of each class of the training part, drawn from a seed. Memory: events are kept packed, about 3
 * to 4 bytes each, up to a bound; what does not fit is read again from its file.
 *
 * <p>Source: G. Orchard et al., "Converting Static Image Datasets to Spiking Neuromorphic Datasets Using Saccades",
 * Frontiers in Neuroscience 9:437, 2015.
 */
public final class NMnist implements EventDataSet {
    private static final int SENSOR = 34;

    private final FileDataSet data;

    private NMnist(FileDataSet data) {
        this.data = data;
    }

    /**
     * Opens a data set and keeps at most half of the heap full of events.
     *
     * @param folder the folder, of either layout
     * @param validationShare share of the training part that is held out, 0 to less than 1
     * @param seed seed of what is held out
     * @return the data set
     * @throws IOException if a folder, list or file is missing or not as it should be
     */
    public static NMnist open(Path folder, double validationShare, long seed) throws IOException {
        return open(folder, validationShare, seed, SampleCache.defaultBytes());
    }

    /**
     * Opens a data set: finds its files, reads none.
     *
     * @param folder the folder, of either layout
     * @param validationShare share of the training part that is held out, 0 to less than 1
     * @param seed seed of what is held out
     * @param cacheBytes bytes of events to keep in memory at most
     * @return the data set
     * @throws IOException if a folder, list or file is missing or not as it should be
     */
    public static NMnist open(Path folder, double validationShare, long seed, long cacheBytes) throws IOException {
        boolean official = DigitFiles.isOfficial(folder);
        List<LabelledFile> train = official
                ? DigitFiles.ofFolders(folder.resolve("Train"))
                : DigitFiles.ofList(DigitFiles.list(folder, "train"));
        List<LabelledFile> test = official
                ? DigitFiles.ofFolders(folder.resolve("Test"))
                : DigitFiles.ofList(DigitFiles.list(folder, "test"));
        FileParts parts = FileParts.of(train, test, new SetOptions(validationShare, seed, cacheBytes));
        return new NMnist(new FileDataSet(SetTraits.of("N-MNIST", SENSOR, SENSOR, Digits.names()), parts, cacheBytes));
    }

    @Override
    public String name() {
        return data.name();
    }

    @Override
    public int width() {
        return SENSOR;
    }

    @Override
    public int height() {
        return SENSOR;
    }

    @Override
    public List<String> classNames() {
        return data.classNames();
    }

    @Override
    public List<EventSample> samples(Split split) {
        return data.samples(split);
    }
}
