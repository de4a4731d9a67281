package org.spike4j.datasets.sets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.spike4j.datasets.format.hdf5.SpikeGroups;
import org.spike4j.datasets.gesture.ListFileException;

/**
 * N-TIDIGITS18: the spoken digits of TIDIGITS through a silicon cochlea, spikes in 64 channels of one ear. A spike of
 * channel u is an event (t, u, 0) of polarity 1 on a sensor of 64x1.
 *
 * <p>Layout: the file {@code n-tidigits.hdf5}. The last word of a sample's name tells what was said, for example
 * {@code 1} or {@code 47o2}; only the samples of a single digit are taken, in eleven classes: oh, 1 to 9, zero. The speaker
 * in the name is the group. There is no official validation part: a share of each class is held out. The file stays open.
 *
 * <p>Source: J. Anumula et al., "Feature Representations for Neuromorphic Audio Spike Streams", Frontiers in Neuroscience
 * 12:23, 2018.
 */
public final class NTidigits implements EventDataSet {
    private static final int CHANNELS = 64;
    private static final String FILE = "n-tidigits.hdf5";
    private static final String DIGITS = "o123456789z";
    private static final List<String> CLASSES = List.of("oh", "1", "2", "3", "4", "5", "6", "7", "8", "9", "zero");

    private final PartedSamples<EventSample> parts;

    private NTidigits(PartedSamples<EventSample> parts) {
        this.parts = parts;
    }

    /**
     * Opens the data set: reads names, no spikes.
     *
     * @param folder the folder of the file
     * @param options what is held out; nothing is kept in memory
     * @return the data set
     * @throws IOException if the file is missing or not as it should be
     */
    public static NTidigits open(Path folder, SetOptions options) throws IOException {
        Path path = folder.resolve(FILE);
        if (!Files.isRegularFile(path)) {
            throw new ListFileException(path, "no such file; wanted the unpacked file " + FILE);
        }
        SpikeGroups groups = SpikeGroups.open(path);
        List<EventSample> listed = samples(groups, "train");
        return new NTidigits(
                PartedSamples.stratified(listed, options.validationShare(), options.seed(), samples(groups, "test")));
    }

    @Override
    public String name() {
        return "N-TIDIGITS18";
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
        return CLASSES;
    }

    @Override
    public List<EventSample> samples(Split split) {
        return parts.of(split);
    }

    private static List<EventSample> samples(SpikeGroups groups, String part) throws IOException {
        List<EventSample> samples = new ArrayList<>();
        for (String name : groups.names(part)) {
            String said = name.substring(name.lastIndexOf('-') + 1);
            int label = said.length() == 1 ? DIGITS.indexOf(said) : -1;
            if (label >= 0) {
                String speaker = name.split("-", 2)[0];
                samples.add(
                        new EventSample(part + " " + name, label, speaker, () -> groups.read(part, name, CHANNELS)));
            }
        }
        return samples;
    }
}
