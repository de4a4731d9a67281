package org.spike4j.datasets.sets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.format.hdf5.SpikeLists;
import org.spike4j.datasets.gesture.ListFileException;

/**
 * The Heidelberg spiking data sets: speech through a model of the inner ear, spikes in 700 channels. A spike of channel u
 * is an event (t, u, 0) of polarity 1 on a sensor of 700x1.
 *
 * <p>Layout: {@code shd_train.h5} and {@code shd_test.h5} (SHD, 20 classes: digits in English and German), or
 * {@code ssc_train.h5}, {@code ssc_valid.h5} and {@code ssc_test.h5} (SSC, 35 words). SHD has no official validation part:
 * a share of each class is held out. The files stay open.
 *
 * <p>Source: B. Cramer et al., "The Heidelberg Spiking Data Sets for the Systematic Evaluation of Spiking Neural Networks",
 * IEEE Transactions on Neural Networks and Learning Systems 33(7):2744-2757, 2022.
 */
public final class HeidelbergSpikes implements EventDataSet {
    private static final int CHANNELS = 700;
    private static final int SHD_CLASSES = 20;
    private static final int SSC_CLASSES = 35;

    private final String name;
    private final List<String> classNames;
    private final PartedSamples<EventSample> parts;

    private HeidelbergSpikes(String name, List<String> classNames, PartedSamples<EventSample> parts) {
        this.name = name;
        this.classNames = List.copyOf(classNames);
        this.parts = parts;
    }

    /**
     * Opens SHD: reads labels, no spikes.
     *
     * @param folder the folder of the two files
     * @param options what is held out, and memory
     * @return the data set
     * @throws IOException if a file is missing or not as it should be
     */
    public static HeidelbergSpikes openShd(Path folder, SetOptions options) throws IOException {
        SampleCache<Place> cache = new SampleCache<>(options.cacheBytes());
        SpikeLists trainFile = lists(folder, "shd_train.h5", "shd_train.h5 and shd_test.h5");
        List<EventSample> listed = samples("shd_train", trainFile, SHD_CLASSES, cache);
        List<EventSample> test =
                samples("shd_test", lists(folder, "shd_test.h5", "shd_train.h5 and shd_test.h5"), SHD_CLASSES, cache);
        PartedSamples<EventSample> parts =
                PartedSamples.stratified(listed, options.validationShare(), options.seed(), test);
        return new HeidelbergSpikes("SHD", names(trainFile, SHD_CLASSES), parts);
    }

    /**
     * Opens SSC: reads labels, no spikes.
     *
     * @param folder the folder of the three files
     * @param cacheBytes bytes of events to keep in memory at most
     * @return the data set, with the official validation part
     * @throws IOException if a file is missing or not as it should be
     */
    public static HeidelbergSpikes openSsc(Path folder, long cacheBytes) throws IOException {
        String wanted = "ssc_train.h5, ssc_valid.h5 and ssc_test.h5";
        SampleCache<Place> cache = new SampleCache<>(cacheBytes);
        SpikeLists trainFile = lists(folder, "ssc_train.h5", wanted);
        return new HeidelbergSpikes(
                "SSC",
                names(trainFile, SSC_CLASSES),
                new PartedSamples<>(
                        samples("ssc_train", trainFile, SSC_CLASSES, cache),
                        samples("ssc_valid", lists(folder, "ssc_valid.h5", wanted), SSC_CLASSES, cache),
                        samples("ssc_test", lists(folder, "ssc_test.h5", wanted), SSC_CLASSES, cache)));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int width() {
        return CHANNELS;
    }

    @Override
    public int height() {
        return 1;
    }

    @Override
    public List<String> classNames() {
        return classNames;
    }

    @Override
    public List<EventSample> samples(Split split) {
        return parts.of(split);
    }

    /** A sample of a file. */
    private record Place(String file, int number) {}

    private static SpikeLists lists(Path folder, String name, String wanted) throws IOException {
        if (!Files.isRegularFile(folder.resolve(name))) {
            throw new ListFileException(folder.resolve(name), "no such file; wanted the unpacked files " + wanted);
        }
        return SpikeLists.open(folder.resolve(name));
    }

    private static List<String> names(SpikeLists file, int classes) {
        List<String> names = file.classNames();
        return names.size() == classes
                ? names
                : IntStream.range(0, classes).mapToObj(Integer::toString).toList();
    }

    private static List<EventSample> samples(String part, SpikeLists lists, int classes, SampleCache<Place> cache)
            throws IOException {
        List<EventSample> samples = new ArrayList<>();
        for (int i = 0; i < lists.size(); i++) {
            String name = part + " sample " + i;
            if (lists.label(i) >= classes) {
                throw new ListFileException(
                        Path.of(part + ".h5"),
                        "labels below " + classes + " were wanted, sample " + i + " has " + lists.label(i));
            }
            Place key = new Place(part, i);
            samples.add(new EventSample(name, lists.label(i), name, () -> read(lists, key, cache)));
        }
        return samples;
    }

    private static EventStream read(SpikeLists lists, Place key, SampleCache<Place> cache) throws IOException {
        PackedEvents kept = cache.get(key);
        if (kept != null) {
            return kept.unpack();
        }
        EventStream events = lists.read(key.number(), CHANNELS);
        cache.put(key, PackedEvents.of(events));
        return events;
    }
}
