package org.spike4j.datasets.format.prophesee;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.spike4j.datasets.format.FileCursor;
import org.spike4j.datasets.format.HeaderLines;

/**
 * The lines at the start of a RAW file. The encoding is in {@code % evt 3.0} or {@code % format EVT3;height=720;...}, the
 * sensor in the latter or in {@code % geometry 1280x720}; older files only name the plugin of the camera.
 *
 * @param encoding of the words
 * @param width columns of the sensor
 * @param height rows of the sensor
 * @param legacy whether 64-bit words are two 32-bit words, the upper one first
 */
record RawHeader(Encoding encoding, int width, int height, boolean legacy) {
    static final String LAST_LINE = "% end";
    private static final Pattern VERSION = Pattern.compile("% *(?:evt|format) +([\\w.]+).*");
    private static final Pattern GEOMETRY = Pattern.compile("% *geometry +(\\d{1,5})x(\\d{1,5})");
    private static final Pattern WIDTH = Pattern.compile("% *format .*width=(\\d{1,5}).*");
    private static final Pattern HEIGHT = Pattern.compile("% *format .*height=(\\d{1,5}).*");
    private static final Pattern OLD_CAMERA = Pattern.compile("% *plugin_name .*gen3.*");

    /** Reads the header and leaves the cursor at the first word. */
    static RawHeader read(FileCursor file) throws IOException {
        List<String> lines = HeaderLines.take(file, '%', LAST_LINE);
        Encoding encoding = first(lines, VERSION)
                .flatMap(match -> Encoding.of(match.group(1)))
                .orElseThrow(() -> file.error(
                        0,
                        "a line % evt 2.0, 2.1 or 3.0, or % format EVT2, EVT21 or EVT3",
                        first(lines, VERSION).map(Matcher::group).orElse("none"),
                        "convert the recording with the camera's software"));
        requireWhole(file, encoding.wordBytes());
        int[] sensor = sensor(lines);
        if (sensor[0] < 1 || sensor[0] > Short.MAX_VALUE || sensor[1] < 1 || sensor[1] > Short.MAX_VALUE) {
            throw file.damaged(0, "a sensor of 1x1 to 32767x32767 pixels", sensor[0] + "x" + sensor[1]);
        }
        boolean legacy = lines.stream().anyMatch(line -> line.contains("endianness=legacy"));
        return new RawHeader(encoding, sensor[0], sensor[1], legacy);
    }

    RawHeader withSensor(int columns, int rows) {
        return new RawHeader(encoding, columns, rows, legacy);
    }

    private static int[] sensor(List<String> lines) {
        Optional<Matcher> width = first(lines, WIDTH);
        Optional<Matcher> height = first(lines, HEIGHT);
        if (width.isPresent() && height.isPresent()) {
            return new int[] {
                Integer.parseInt(width.get().group(1)),
                Integer.parseInt(height.get().group(1))
            };
        }
        Optional<Matcher> geometry = first(lines, GEOMETRY);
        if (geometry.isPresent()) {
            return new int[] {
                Integer.parseInt(geometry.get().group(1)),
                Integer.parseInt(geometry.get().group(2))
            };
        }
        boolean old = lines.stream()
                .anyMatch(line ->
                        OLD_CAMERA.matcher(line.toLowerCase(Locale.ROOT)).matches());
        return old ? new int[] {640, 480} : new int[] {1280, 720};
    }

    private static Optional<Matcher> first(List<String> lines, Pattern pattern) {
        return lines.stream().map(pattern::matcher).filter(Matcher::matches).findFirst();
    }

    private static void requireWhole(FileCursor file, int wordBytes) throws IOException {
        long rest = file.remaining() % wordBytes;
        if (rest != 0) {
            throw file.error(
                    file.position() + file.remaining() - rest,
                    "a whole word of " + wordBytes + " bytes",
                    rest + " bytes",
                    "the file is cut off, copy or download it again");
        }
    }
}
