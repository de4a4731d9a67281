package org.spike4j.datasets.format.aedat31;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.spike4j.datasets.format.FileCursor;

/**
 * The text at the start of the file, lines of the form {@code #Key: value\r\n} up to {@code #!END-HEADER\r\n}.
 *
 * @param sensors sensor size of each source number that states one
 * @param names camera of each source number
 */
record FileHeader(Map<Integer, Sensor> sensors, Map<Integer, String> names) {
    static final String END_LINE = "#!END-HEADER";
    private static final int MAX_BYTES = 1 << 20;
    private static final Pattern SOURCE = Pattern.compile("#Source (\\d{1,5}): *(.*)");
    private static final Pattern SENSOR_SIZE = Pattern.compile("#Sensor-Size (\\d{1,5}): *(\\d{1,5})x(\\d{1,5})");

    FileHeader {
        sensors = Map.copyOf(sensors);
        names = Map.copyOf(names);
    }

    /** Reads the header and leaves the cursor at the first packet. */
    static FileHeader read(FileCursor file) throws IOException {
        Map<Integer, Sensor> sensors = new HashMap<>();
        Map<Integer, Sensor> stated = new HashMap<>();
        Map<Integer, String> names = new HashMap<>();
        String line = line(file);
        while (!line.equals(END_LINE)) {
            if (line.startsWith("#Format:") && !line.substring(8).strip().equals("RAW")) {
                throw file.error(
                        file.position(), "header line #Format: RAW", line, "convert the recording to the RAW format");
            }
            Matcher source = SOURCE.matcher(line);
            if (source.matches()) {
                int number = Integer.parseInt(source.group(1));
                names.put(number, source.group(2));
                Sensor.ofSource(source.group(2)).ifPresent(sensor -> sensors.put(number, sensor));
            }
            Matcher size = SENSOR_SIZE.matcher(line);
            if (size.matches()) {
                int number = Integer.parseInt(size.group(1));
                Sensor.of(Integer.parseInt(size.group(2)), Integer.parseInt(size.group(3)))
                        .ifPresent(sensor -> stated.put(number, sensor));
            }
            line = line(file);
        }
        sensors.putAll(stated);
        return new FileHeader(sensors, names);
    }

    /** The sensor of a source, or that of another source if only others state one. */
    Optional<Sensor> sensor(int source) {
        Sensor own = sensors.get(source);
        return own != null ? Optional.of(own) : sensors.values().stream().findFirst();
    }

    private static String line(FileCursor file) throws IOException {
        long start = file.position();
        StringBuilder line = new StringBuilder();
        while (true) {
            if (file.remaining() == 0 || file.position() > MAX_BYTES) {
                String found = file.remaining() == 0 ? "the end of the file" : "more than " + MAX_BYTES + " bytes";
                throw file.damaged(start, "a header that ends with " + END_LINE, found);
            }
            char c = (char) (file.take(1, "header").get(0) & 0xff);
            if (line.isEmpty() && c != '#') {
                throw file.damaged(start, "a header line that starts with #", "character code " + (int) c);
            }
            if (c == '\n') {
                return line.toString().strip();
            }
            line.append(c);
        }
    }

    /** The bytes of a header for one source, number 1. */
    static byte[] bytes(Sensor sensor) {
        String text = Aedat31Format.VERSION_LINE + "\r\n"
                + "#Format: RAW\r\n"
                + "#Source 1: " + sensor.sourceName() + "\r\n"
                + "#Start-Time: 1970-01-01 00:00:00 (TZ+0000)\r\n"
                + "#Sensor-Size 1: " + sensor.width() + "x" + sensor.height() + "\r\n"
                + END_LINE + "\r\n";
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
