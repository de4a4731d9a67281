package org.spike4j.datasets.sets;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.event.EventStreamBuilder;
import org.spike4j.datasets.format.EventFile;
import org.spike4j.datasets.format.ReadOptions;
import org.spike4j.datasets.gesture.ListFileException;

/**
 * CIFAR10-DVS: 1000 pictures of each of ten classes, moved on a screen before a DVS128, 128x128 pixels.
 *
 * <p>Layout: a folder for each class ({@code airplane} to {@code truck}) of {@code cifar10_airplane_0.aedat} and so on,
 * AEDAT 2.0. The camera lay on its side: column and row of a file are turned into x = 127 - row, y = 127 - column, so that
 * pictures stand upright, as SpikingJelly turns them too.
 *
 * <p>Source: H. Li et al., "CIFAR10-DVS: An Event-Stream Dataset for Object Classification", Frontiers in Neuroscience
 * 11:309, 2017.
 */
public final class Cifar10Dvs {
    /** Names of the classes and of their folders; place i belongs to label i. */
    static final List<String> CLASSES =
            List.of("airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck");

    private static final int SENSOR = 128;
    private static final String LAYOUT =
            "the folders airplane, automobile, bird, cat, deer, dog, frog, horse, ship and truck, full of .aedat files";
    private static final double TEST_SHARE = 0.1;
    private static final int FIRST_TO_LEARN = 100;
    private static final Pattern NUMBER = Pattern.compile(".*?(\\d{1,6})\\.aedat");

    private Cifar10Dvs() {}

    /** How the recordings are divided, since the authors do not divide them. */
    public enum Division {
        /** A tenth of each class is drawn for testing, by the seed. */
        RANDOM,
        /**
         * Recordings 0 to 99 of each class are for testing, as in C. Duan et al., "Temporal Effective Batch Normalization in
         * Spiking Neural Networks", NeurIPS 2022. Accuracies come out higher than with a random division.
         */
        TEBN
    }

    /**
     * Opens the data set: finds its files, reads none.
     *
     * @param folder the folder of the class folders
     * @param division what is for testing
     * @param options what is held out, and memory
     * @return the data set
     * @throws IOException if a folder is missing, or a name has no number
     */
    public static EventDataSet open(Path folder, Division division, SetOptions options) throws IOException {
        Path root = ClassFolders.root(folder, LAYOUT, "CIFAR10DVS", "extract", "");
        List<LabelledFile> all = ClassFolders.list(root, CLASSES, LAYOUT, List.of(".aedat"));
        FileParts parts = division == Division.RANDOM ? FileParts.drawn(all, TEST_SHARE, options) : tebn(all, options);
        SetTraits traits = SetTraits.of("CIFAR10-DVS", SENSOR, SENSOR, CLASSES).withReading(Cifar10Dvs::upright);
        return new FileDataSet(traits, parts, options.cacheBytes());
    }

    private static FileParts tebn(List<LabelledFile> all, SetOptions options) throws ListFileException {
        List<LabelledFile> train = new ArrayList<>();
        List<LabelledFile> test = new ArrayList<>();
        for (LabelledFile file : all) {
            Matcher number = NUMBER.matcher(file.name());
            if (!number.matches()) {
                throw new ListFileException(
                        file.file(), "the TEBN division wants names that end in a number, as cifar10_bird_17.aedat");
            }
            (Integer.parseInt(number.group(1)) < FIRST_TO_LEARN ? test : train).add(file);
        }
        return FileParts.of(train, test, options);
    }

    private static EventStream upright(Path file) throws IOException {
        EventStream lying = EventFile.read(file, ReadOptions.defaults().withSensor(SENSOR, SENSOR));
        EventStreamBuilder upright = EventStream.builder(SENSOR, SENSOR);
        for (int i = 0; i < lying.size(); i++) {
            upright.add(lying.t(i), SENSOR - 1 - lying.y(i), SENSOR - 1 - lying.x(i), lying.polarity(i));
        }
        return upright.build();
    }
}
