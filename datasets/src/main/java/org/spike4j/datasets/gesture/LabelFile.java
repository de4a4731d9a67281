package org.spike4j.datasets.gesture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The label file of a recording: {@code user01_natural_labels.csv} belongs to {@code user01_natural.aedat}.
 *
 * <p>First line {@code class,startTime_usec,endTime_usec}, then one gesture a line: its number 1 to 11, start and end in
 * microseconds. Empty lines are skipped.
 */
public final class LabelFile {
    private static final String HEADER = "class,startTime_usec,endTime_usec";
    private static final String RECORDING = ".aedat";

    private LabelFile() {}

    /**
     * The label file that belongs to a recording.
     *
     * @param recording an .aedat file
     * @return its label file, in the same folder
     */
    public static Path of(Path recording) {
        String name = recording.getFileName().toString();
        String stem = name.endsWith(RECORDING) ? name.substring(0, name.length() - RECORDING.length()) : name;
        return recording.resolveSibling(stem + "_labels.csv");
    }

    /**
     * Reads all gestures of a recording, in the order of the file.
     *
     * @param file a label file
     * @return one entry per row
     * @throws ListFileException if the header or a row is not as described above
     * @throws IOException if the file cannot be read
     */
    public static List<GestureLabel> read(Path file) throws IOException {
        List<String> lines = TextLines.read(file);
        if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
            throw new ListFileException(
                    file, 1, "must be \"" + HEADER + "\", was \"" + (lines.isEmpty() ? "" : lines.get(0)) + "\"");
        }
        List<GestureLabel> labels = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isEmpty()) {
                labels.add(row(file, i + 1, lines.get(i)));
            }
        }
        return labels;
    }

    /**
     * Writes a label file.
     *
     * @param file where to
     * @param labels its rows
     * @throws IOException if it cannot be written
     */
    public static void write(Path file, List<GestureLabel> labels) throws IOException {
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        for (GestureLabel label : labels) {
            text.append(label.gesture().label()).append(',');
            text.append(label.startMicros())
                    .append(',')
                    .append(label.endMicros())
                    .append('\n');
        }
        Files.writeString(file, text);
    }

    private static GestureLabel row(Path file, int line, String text) throws ListFileException {
        String[] cells = text.split(",", -1);
        if (cells.length != 3) {
            throw new ListFileException(file, line, "must hold class,start,end, was \"" + text + "\"");
        }
        try {
            Gesture gesture = Gesture.ofLabel(Integer.parseInt(cells[0].strip()));
            return new GestureLabel(gesture, Long.parseLong(cells[1].strip()), Long.parseLong(cells[2].strip()));
        } catch (NumberFormatException e) {
            throw caused(new ListFileException(file, line, "must hold three whole numbers, was \"" + text + "\""), e);
        } catch (IllegalArgumentException e) {
            throw caused(new ListFileException(file, line, e.getMessage() + " in \"" + text + "\""), e);
        }
    }

    private static ListFileException caused(ListFileException failure, Exception cause) {
        failure.initCause(cause);
        return failure;
    }
}
