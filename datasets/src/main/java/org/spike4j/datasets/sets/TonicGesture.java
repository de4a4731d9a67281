package org.spike4j.datasets.sets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.event.EventStreamBuilder;
import org.spike4j.datasets.format.EventFileException;
import org.spike4j.datasets.format.numpy.NumpyRows;
import org.spike4j.datasets.gesture.Gesture;
import org.spike4j.datasets.gesture.ListFileException;

/**
 * DVS128 Gesture as tonic publishes it: the recordings are cut into their gestures, one for each class of a recording, and
 * times are whole milliseconds.
 *
 * <p>Layout: {@code ibmGestureTrain} and {@code ibmGestureTest} with a folder for each recording, as
 * {@code user01_fluorescent}, of {@code 0.npy} to {@code 10.npy}: the number is the label, a row holds x, y, p and t. Persons
 * are held out for validation as {@link DvsGesture} does.
 *
 * <p>Source: A. Amir et al., "A Low Power, Fully Event-Based Gesture Recognition System", CVPR 2017.
 */
public final class TonicGesture {
    private static final int SENSOR = 128;
    private static final int COLUMNS = 4;
    private static final int PIECE_ROWS = 1 << 14;
    private static final int MOST_EVENTS = 1 << 25;
    private static final long MICROS = 1000;
    private static final String LAYOUT =
            "the folders ibmGestureTrain and ibmGestureTest with a folder for each recording"
                    + " (user01_fluorescent) full of 0.npy to 10.npy";

    private TonicGesture() {}

    /**
     * Opens the data set: finds its files, reads none.
     *
     * @param folder the folder of the two parts
     * @param cacheBytes bytes of events to keep in memory at most
     * @return the data set
     * @throws IOException if a folder is missing or empty, or a file has another name
     */
    public static EventDataSet open(Path folder, long cacheBytes) throws IOException {
        List<LabelledFile> listed = part(folder, "ibmGestureTrain");
        Set<String> held = DvsGesture.validationUsers(
                listed.stream().map(LabelledFile::group).toList());
        FileParts parts = new FileParts(
                listed.stream().filter(file -> !held.contains(file.group())).toList(),
                listed.stream().filter(file -> held.contains(file.group())).toList(),
                part(folder, "ibmGestureTest"));
        SetTraits traits = SetTraits.of("DVS128 Gesture (tonic)", SENSOR, SENSOR, Gesture.names())
                .withReading(TonicGesture::read);
        return new FileDataSet(traits, parts, cacheBytes);
    }

    private static List<LabelledFile> part(Path folder, String name) throws IOException {
        Path root = ClassFolders.root(folder, LAYOUT, name);
        List<LabelledFile> files = new ArrayList<>();
        for (String recording : ClassFolders.names(root, LAYOUT)) {
            try (Stream<Path> content = Files.list(root.resolve(recording))) {
                List<Path> pieces = content.filter(file -> file.toString().endsWith(".npy"))
                        .sorted()
                        .toList();
                for (Path piece : pieces) {
                    files.add(new LabelledFile(piece, label(piece), recording.split("_", 2)[0]));
                }
            }
        }
        if (files.isEmpty()) {
            throw new ListFileException(root, "found no .npy file; wanted " + LAYOUT);
        }
        return files;
    }

    private static int label(Path file) throws ListFileException {
        String name = file.getFileName().toString();
        int label = RecordingList.label(name.substring(0, name.length() - ".npy".length()));
        if (label < 0 || label >= Gesture.names().size()) {
            throw new ListFileException(file, "a name 0.npy to 10.npy was wanted, the number is the label");
        }
        return label;
    }

    private static EventStream read(Path file) throws IOException {
        EventStreamBuilder events = EventStream.builder(SENSOR, SENSOR);
        try (NumpyRows rows = NumpyRows.open(file)) {
            if (rows.fields().size() != COLUMNS || rows.rows() > MOST_EVENTS) {
                throw refusal(file, rows.rows() + " rows of " + rows.fields().size());
            }
            for (int read = rows.next(PIECE_ROWS); read > 0; read = rows.next(PIECE_ROWS)) {
                for (int i = 0; i < read; i++) {
                    double x = rows.get(i, 0);
                    double y = rows.get(i, 1);
                    if (!(x >= 0 && x < SENSOR && y >= 0 && y < SENSOR)) {
                        throw refusal(file, "an event at (" + x + ", " + y + ")");
                    }
                    events.add(Math.round(rows.get(i, 3) * MICROS), (int) x, (int) y, rows.get(i, 2) > 0 ? 1 : 0);
                }
            }
        }
        return events.build();
    }

    private static EventFileException refusal(Path file, String found) {
        return new EventFileException(
                file,
                0,
                "at most " + MOST_EVENTS + " rows x, y, p, t on 128x128 pixels",
                found,
                "the file is damaged, unpack or download it again");
    }
}
