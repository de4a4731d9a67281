package org.spike4j.datasets.volume;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.spike4j.datasets.format.EventFileException;

/** The lines {@code Key = value} of a MetaImage, which end with ElementDataFile. */
final class MetaHeader {
    private static final int MOST_BYTES = 1 << 16;
    private static final String LAST = "ElementDataFile";

    private final Path file;
    private final Map<String, String> values;
    private final int bytes;

    private MetaHeader(Path file, Map<String, String> values, int bytes) {
        this.file = file;
        this.values = values;
        this.bytes = bytes;
    }

    static MetaHeader read(Path file) throws IOException {
        Map<String, String> values = new HashMap<>();
        int bytes = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            while (!values.containsKey(LAST)) {
                String line = line(in);
                bytes += line.length();
                int equals = line.indexOf('=');
                if (equals < 0 || bytes > MOST_BYTES) {
                    throw new EventFileException(
                            file,
                            bytes - line.length(),
                            "a line KEY = VALUE up to " + LAST,
                            line,
                            "is it a .mhd file?");
                }
                values.put(
                        line.substring(0, equals).strip(),
                        line.substring(equals + 1).strip());
            }
        }
        return new MetaHeader(file, values, bytes);
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = in.read();
        while (next >= 0 && next != '\n' && line.size() < MOST_BYTES) {
            line.write(next);
            next = in.read();
        }
        if (next >= 0) {
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    String text(String key) throws IOException {
        String value = values.get(key);
        if (value == null) {
            throw error("a line " + key, "none", "the file is damaged");
        }
        return value;
    }

    boolean flag(String key) {
        return values.getOrDefault(key, "False").equalsIgnoreCase("true");
    }

    void require(String key, String wanted) throws IOException {
        if (!text(key).equals(wanted)) {
            throw error(key + " = " + wanted, text(key), "only volumes are read");
        }
    }

    double[] numbers(String key, int count) throws IOException {
        String[] words = text(key).split("\\s+");
        double[] numbers = new double[count];
        try {
            for (int i = 0; i < count; i++) {
                numbers[i] = Double.parseDouble(words[i]);
            }
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            EventFileException failure = error(count + " numbers of " + key, text(key), "the file is damaged");
            failure.initCause(e);
            throw failure;
        }
        return numbers;
    }

    /** The file of the voxels. */
    Path data() throws IOException {
        return isLocal() ? file : file.resolveSibling(text(LAST));
    }

    /** First byte of the voxels. */
    int dataStart() throws IOException {
        return isLocal() ? bytes : 0;
    }

    private boolean isLocal() throws IOException {
        return text(LAST).equals("LOCAL");
    }

    EventFileException error(String wanted, String found, String wayOut) {
        return new EventFileException(file, 0, wanted, found, wayOut);
    }
}
