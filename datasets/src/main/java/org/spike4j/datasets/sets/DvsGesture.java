package org.spike4j.datasets.sets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.spike4j.datasets.format.ReadOptions;
import org.spike4j.datasets.gesture.Gesture;
import org.spike4j.datasets.gesture.GestureLabel;
import org.spike4j.datasets.gesture.LabelFile;
import org.spike4j.datasets.gesture.ListFileException;
import org.spike4j.datasets.gesture.TrialList;

/**
 * The DVS128 Gesture data set, or another one of its layout.
 *
 * <p>The folder, or a folder {@code DvsGesture} in it, holds {@code trials_to_train.txt} and {@code trials_to_test.txt},
 * the recordings they name, and the label file of each. Every row of a label file is one sample, of the events with
 * start &lt;= t &lt; end, or the first row of each class of a recording ({@link Rows}). The counts given there are those of
 * the documentations of SpikingJelly and tonic for the real data set, not measured here.
 *
 * <p>Validation: of the users of the training list in the order of their names, the 3rd, 9th, 15th and so on, with all
 * their recordings. A list of fewer than three users has no validation part.
 *
 * <p>Memory: labelled events are kept packed, about 3 to 4 bytes each, up to a bound; what does not fit is read again
 * from its file when it is needed.
 *
 * <p>Source: A. Amir et al., "A Low Power, Fully Event-Based Gesture Recognition System", CVPR 2017.
 */
public final class DvsGesture implements EventDataSet {
    private static final int SENSOR = 128;
    private static final int VALIDATION_STEP = 6;
    private static final int VALIDATION_FIRST = 3;
    private static final String INNER = "DvsGesture";

    private final PartedSamples<EventSample> parts;

    /** Which rows of the label files are samples: libraries differ, and so do their accuracies. */
    public enum Rows {
        /** Every row, as SpikingJelly and snnTorch take them: 1176 samples to train with and 288 to test with. */
        ALL,
        /**
         * The first row of each class of a recording: most recordings have two of the arm roll. This gives the counts of
         * tonic, 1077 and 264 (one file for each class of a recording); which of two rows its files hold is not published.
         */
        FIRST_OF_CLASS
    }

    private DvsGesture(PartedSamples<EventSample> parts) {
        this.parts = parts;
    }

    /**
     * Opens a data set and keeps at most half of the heap full of events.
     *
     * @param folder the folder
     * @return the data set
     * @throws IOException if a list, a recording or a label file is missing or not as it should be
     */
    public static DvsGesture open(Path folder) throws IOException {
        return open(folder, SampleCache.defaultBytes());
    }

    /**
     * Opens a data set with every row of its label files.
     *
     * @param folder the folder
     * @param cacheBytes bytes of events to keep in memory at most
     * @return the data set
     * @throws IOException if a list, a recording or a label file is missing or not as it should be
     */
    public static DvsGesture open(Path folder, long cacheBytes) throws IOException {
        return open(folder, Rows.ALL, cacheBytes);
    }

    /**
     * Opens a data set: reads its lists and label files, no recording.
     *
     * @param folder the folder
     * @param rows which rows of the label files are samples
     * @param cacheBytes bytes of events to keep in memory at most
     * @return the data set
     * @throws ListFileException if a list or a label file is missing or not as it should be; names file and line
     * @throws IOException if a file cannot be read
     */
    public static DvsGesture open(Path folder, Rows rows, long cacheBytes) throws IOException {
        Path root = Files.isDirectory(folder.resolve(INNER)) ? folder.resolve(INNER) : folder;
        if (!Files.isRegularFile(root.resolve(TrialList.TRAIN))) {
            throw new ListFileException(
                    root.resolve(TrialList.TRAIN),
                    "no such file; give the folder of a DVS128 Gesture data set, which has it in it or in " + INNER);
        }
        SampleCache<GestureRecording.Piece> cache = new SampleCache<>(cacheBytes);
        List<EventSample> listed = samples(TrialList.read(root.resolve(TrialList.TRAIN)), rows, cache);
        List<EventSample> test = samples(TrialList.read(root.resolve(TrialList.TEST)), rows, cache);
        Set<String> held =
                validationUsers(listed.stream().map(EventSample::group).toList());
        return new DvsGesture(PartedSamples.ofGroups(listed, EventSample::group, held, test));
    }

    @Override
    public String name() {
        return "DVS128 Gesture";
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
        return Gesture.names();
    }

    @Override
    public List<EventSample> samples(Split split) {
        return parts.of(split);
    }

    private static List<EventSample> samples(List<Path> files, Rows rows, SampleCache<GestureRecording.Piece> cache)
            throws IOException {
        List<EventSample> samples = new ArrayList<>();
        ReadOptions options = ReadOptions.defaults().withSensor(SENSOR, SENSOR);
        for (Path file : files) {
            List<GestureLabel> labels = LabelFile.read(LabelFile.of(file));
            GestureRecording recording = new GestureRecording(file, labels, options, cache);
            String user = user(file);
            Set<Integer> seen = new HashSet<>();
            for (int i = 0; i < labels.size(); i++) {
                int row = i;
                boolean first = seen.add(labels.get(i).gesture().label());
                if (rows == Rows.FIRST_OF_CLASS && !first) {
                    continue;
                }
                String name = file.getFileName() + " row " + (row + 1);
                int label = labels.get(i).gesture().label() - 1;
                samples.add(new EventSample(name, label, user, () -> recording.piece(row)));
            }
        }
        return List.copyOf(samples);
    }

    /** user01 of user01_fluorescent.aedat. */
    private static String user(Path file) {
        String name = file.getFileName().toString();
        int end = name.indexOf('_');
        return end < 0 ? name : name.substring(0, end);
    }

    /** Of the users in the order of their names the 3rd, 9th, 15th and so on. */
    static Set<String> validationUsers(List<String> groups) {
        List<String> users = List.copyOf(new TreeSet<>(groups));
        Set<String> held = new HashSet<>();
        for (int i = VALIDATION_FIRST - 1; i < users.size(); i += VALIDATION_STEP) {
            held.add(users.get(i));
        }
        return held;
    }
}
