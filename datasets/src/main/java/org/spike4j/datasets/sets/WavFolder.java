package org.spike4j.datasets.sets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.spike4j.datasets.audio.Cochlea;
import org.spike4j.datasets.gesture.ListFileException;

/**
 * Any sounds as the spikes of a cochlea: a folder for each class, full of wav files. Classes are in the order of the
 * folder names. Test and validation are shares of each class, drawn from a seed; the test is drawn first, from seed 0, so
 * that it stays the same whatever the seed.
 */
public final class WavFolder implements EventDataSet {
    private static final long TEST_SEED = 0;

    private final String name;
    private final int channels;
    private final List<String> classes;
    private final PartedSamples<EventSample> parts;

    private WavFolder(String name, int channels, List<String> classes, PartedSamples<EventSample> parts) {
        this.name = name;
        this.channels = channels;
        this.classes = classes;
        this.parts = parts;
    }

    /**
     * Opens a folder and keeps at most half of the heap full of spikes.
     *
     * @param folder the folder of the class folders
     * @param cochlea what makes spikes of the sounds
     * @param testShare share of each class for the test, 0 to less than 1
     * @param validationShare share of what is left of each class that is held out, 0 to less than 1
     * @param seed seed of what is held out
     * @return the data set, named after the folder
     * @throws IOException if there are fewer than two class folders, or one has no wav file
     */
    public static WavFolder open(Path folder, Cochlea cochlea, double testShare, double validationShare, long seed)
            throws IOException {
        EncodedSounds sounds = new EncodedSounds(cochlea, SampleCache.defaultBytes());
        List<EventSample> all = new ArrayList<>();
        List<String> classes = new ArrayList<>();
        for (Path inner : classFolders(folder)) {
            List<Path> files = content(inner, WavFolder::isWav);
            if (files.isEmpty()) {
                throw new ListFileException(inner, "has no .wav file; each folder holds the sounds of its class");
            }
            for (Path file : files) {
                all.add(sounds.sample(file, classes.size(), inner.getFileName() + "/" + file.getFileName()));
            }
            classes.add(inner.getFileName().toString());
        }
        PartedSamples<EventSample> tested = PartedSamples.stratified(all, testShare, TEST_SEED, List.of());
        PartedSamples<EventSample> parts =
                PartedSamples.stratified(tested.train(), validationShare, seed, tested.validation());
        String name = folder.toAbsolutePath().normalize().getFileName().toString();
        return new WavFolder(name, cochlea.channels(), List.copyOf(classes), parts);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int width() {
        return channels;
    }

    @Override
    public int height() {
        return 1;
    }

    @Override
    public List<String> classNames() {
        return classes;
    }

    @Override
    public List<EventSample> samples(Split split) {
        return parts.of(split);
    }

    private static List<Path> classFolders(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new ListFileException(
                    folder, "no such folder; give a folder with one folder of sounds for each class");
        }
        List<Path> folders = content(folder, Files::isDirectory);
        if (folders.size() < 2) {
            throw new ListFileException(
                    folder, "wanted one folder of sounds for each class, at least two, found " + folders.size());
        }
        return folders;
    }

    private static List<Path> content(Path folder, Predicate<Path> wanted) throws IOException {
        try (Stream<Path> content = Files.list(folder)) {
            return content.filter(path -> !path.getFileName().toString().startsWith(".") && wanted.test(path))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isWav(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".wav");
    }
}
