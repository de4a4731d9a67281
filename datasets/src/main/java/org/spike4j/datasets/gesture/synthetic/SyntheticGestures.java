package org.spike4j.datasets.gesture.synthetic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spike4j.datasets.gesture.LabelFile;
import org.spike4j.datasets.gesture.TrialList;
import org.spike4j.datasets.synthetic.MadeFolder;

/**
 * Makes up a gesture data set and writes it in the layout of DVS128 Gesture, as AEDAT 3.1, so that it is read by the very
 * code that reads the real one.
 *
 * <p>The recordings show drawn figures, not people: they serve to try out and to compare networks, and an accuracy on
 * them says nothing about one on the real data set. Conventions, since the real data set's notes leave them open: the
 * camera faces the person and the picture is not mirrored, so the right hand is on the left of the picture; clockwise is
 * meant as the person sees it.
 *
 * <p>Layout: {@code FOLDER/DvsGesture/} with {@code userNN_LIGHT.aedat}, {@code userNN_LIGHT_labels.csv},
 * {@code trials_to_train.txt}, {@code trials_to_test.txt} and {@code gesture_mapping.csv}. The folder appears as a whole
 * or not at all.
 */
public final class SyntheticGestures {
    private static final Logger LOG = LoggerFactory.getLogger(SyntheticGestures.class);

    /** To be raised whenever equal settings would give other bytes. */
    private static final int VERSION = 1;

    private static final String INNER = "DvsGesture";
    private static final double BYTES_PER_SECOND = 110_000;

    private SyntheticGestures() {}

    /**
     * Makes the recordings, unless these very ones are already there.
     *
     * @param folder where to; made if it is not there, replaced if it holds other made-up data
     * @param settings what to make up
     * @param threads threads to use, at least 1; the bytes do not depend on it
     * @return the folder
     * @throws IOException if the folder holds something else, or cannot be written
     */
    public static Path prepare(Path folder, SyntheticGestureSettings settings, int threads) throws IOException {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be >= 1, was " + threads);
        }
        MadeFolder made =
                new MadeFolder("Gestures, version " + VERSION + ", " + settings, SyntheticGestures::isComplete);
        return made.prepare(folder, part -> {
            LOG.info(
                    "making {} recordings of synthetic gestures (about {} MB) in {}",
                    settings.recordings(),
                    Math.round(bytes(settings) / 1e6),
                    folder);
            RecordingWriter writer = new RecordingWriter(Files.createDirectory(part.resolve(INNER)), settings);
            Workers.runAll(writer.recordings(), threads);
            writer.writeLists();
        });
    }

    private static boolean isComplete(Path folder) {
        Path inner = folder.resolve(INNER);
        try {
            return hasLabels(inner.resolve(TrialList.TRAIN)) && hasLabels(inner.resolve(TrialList.TEST));
        } catch (IOException e) {
            LOG.debug("synthetic gestures are not complete", e);
            return false;
        }
    }

    private static boolean hasLabels(Path list) throws IOException {
        return TrialList.read(list).stream().allMatch(recording -> Files.isRegularFile(LabelFile.of(recording)));
    }

    private static double bytes(SyntheticGestureSettings settings) {
        return settings.recordings() * 12.2 * settings.secondsPerGesture() * BYTES_PER_SECOND;
    }
}
