package org.spike4j.datasets.scenes;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.spike4j.datasets.format.EventFileException;
import org.spike4j.datasets.format.numpy.NumpyRows;

/**
 * The boxes of a recording: an npy file with the fields t or ts (microseconds), x, y, w, h, class_id, and perhaps
 * class_confidence or confidence, and track_id.
 *
 * <p>Source: the automotive dataset toolbox of Prophesee, whose files these are.
 */
final class BoxFile {
    private static final int PIECE_ROWS = 1 << 12;
    private static final int MOST_BOXES = 10_000_000;
    private static final int NONE = -1;

    private final Path file;
    private final NumpyRows rows;

    private BoxFile(Path file, NumpyRows rows) {
        this.file = file;
        this.rows = rows;
    }

    /** All boxes, in the order of the file; labels below a number of classes. */
    static List<Box> read(Path file, int classes) throws IOException {
        try (NumpyRows rows = NumpyRows.open(file)) {
            return new BoxFile(file, rows).boxes(classes);
        }
    }

    private List<Box> boxes(int classes) throws IOException {
        if (rows.rows() > MOST_BOXES) {
            throw refusal("at most " + MOST_BOXES + " boxes", Long.toString(rows.rows()));
        }
        int time = required("t", "ts");
        int x = required("x");
        int y = required("y");
        int width = required("w");
        int height = required("h");
        int label = required("class_id");
        int confidence = place("class_confidence", "confidence");
        int track = place("track_id");
        List<Box> boxes = new ArrayList<>();
        for (int read = rows.next(PIECE_ROWS); read > 0; read = rows.next(PIECE_ROWS)) {
            for (int i = 0; i < read; i++) {
                double number = rows.get(i, label);
                boolean whole = rows.get(i, width) >= 0 && rows.get(i, height) >= 0;
                if (!(number >= 0 && number < classes) || !whole) {
                    throw refusal(
                            "boxes of sizes >= 0 and classes 0 to " + (classes - 1),
                            "class " + number + ", " + rows.get(i, width) + " x " + rows.get(i, height));
                }
                boxes.add(new Box(
                        Math.round(rows.get(i, time)),
                        rows.get(i, x),
                        rows.get(i, y),
                        rows.get(i, width),
                        rows.get(i, height),
                        (int) number,
                        confidence == NONE ? 1 : rows.get(i, confidence),
                        track == NONE ? 0 : Math.round(rows.get(i, track))));
            }
        }
        return boxes;
    }

    private int required(String... names) throws EventFileException {
        int place = place(names);
        if (place == NONE) {
            throw refusal("a field " + String.join(" or ", names), "the fields " + rows.fields());
        }
        return place;
    }

    private int place(String... names) {
        for (String name : names) {
            int place = rows.fields().indexOf(name);
            if (place >= 0) {
                return place;
            }
        }
        return NONE;
    }

    private EventFileException refusal(String wanted, String found) {
        return new EventFileException(
                file, 0, wanted, found, "the file is damaged or another one, unpack or download it again");
    }
}
