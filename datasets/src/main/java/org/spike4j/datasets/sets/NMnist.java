package org.spike4j.datasets.sets;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.format.EventFile;
import org.spike4j.datasets.format.ReadOptions;

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
    private static final ReadOptions OPTIONS = ReadOptions.defaults().withSensor(SENSOR, SENSOR);

    private final List<EventSample> train;
    private final List<EventSample> validation;
    private final List<EventSample> test;

    private NMnist(List<EventSample> train, List<EventSample> validation, List<EventSample> test) {
        this.train = train;
        this.validation = validation;
        this.test = test;
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
        SampleCache<Path> cache = new SampleCache<>(cacheBytes);
        List<EventSample> listed = samples(
                official
                        ? DigitFiles.ofFolders(folder.resolve("Train"))
                        : DigitFiles.ofList(DigitFiles.list(folder, "train")),
                cache);
        List<EventSample> test = samples(
                official
                        ? DigitFiles.ofFolders(folder.resolve("Test"))
                        : DigitFiles.ofList(DigitFiles.list(folder, "test")),
                cache);
        Set<Integer> held =
                HeldOut.stratified(listed.stream().map(EventSample::label).toList(), validationShare, seed);
        List<EventSample> train = new ArrayList<>();
        List<EventSample> validation = new ArrayList<>();
        for (int i = 0; i < listed.size(); i++) {
            (held.contains(i) ? validation : train).add(listed.get(i));
        }
        return new NMnist(List.copyOf(train), List.copyOf(validation), test);
    }

    @Override
    public String name() {
        return "N-MNIST";
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
        return Digits.names();
    }

    @Override
    public List<EventSample> samples(Split split) {
        return switch (split) {
            case TRAIN -> train;
            case VALIDATION -> validation;
            case TEST -> test;
        };
    }

    private static List<EventSample> samples(List<DigitFiles.Labelled> files, SampleCache<Path> cache) {
        return files.stream()
                .map(found -> {
                    String name = found.file().getFileName().toString();
                    return new EventSample(name, found.label(), name, () -> read(found.file(), cache));
                })
                .toList();
    }

    private static EventStream read(Path file, SampleCache<Path> cache) throws IOException {
        PackedEvents kept = cache.get(file);
        if (kept != null) {
            return kept.unpack();
        }
        EventStream events = EventFile.read(file, OPTIONS);
        cache.put(file, PackedEvents.of(events));
        return events;
    }
}
