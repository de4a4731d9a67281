package org.spike4j.datasets.format.pickle;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.spike4j.datasets.format.EventFileException;

/**
 * Reads a pickle file of Python, packed by gzip or not, that holds plain data and numpy arrays. Nothing of it is
 * executed.
 */
public final class PickleFile {
    private static final long MOST_BYTES = 1L << 28;
    private static final int BUFFER = 1 << 16;

    private PickleFile() {}

    /**
     * Reads the rows of a file that holds a list of dictionaries.
     *
     * @param path the file
     * @return one map a row, from texts to {@code Long}, {@code Double}, {@code Boolean}, {@code String}, {@code byte[]},
     *     {@code List}, {@code Map}, null, or {@link NumpyArray}
     * @throws EventFileException if there is no such file, or it holds something else
     * @throws IOException if the file cannot be read
     */
    public static List<Map<String, Object>> rows(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            String found = Files.isDirectory(path) ? "a folder" : "no such file";
            throw new EventFileException(path, 0, "a pickle file", found, "check the path");
        }
        try (InputStream in = unpacked(path)) {
            return rows(path, new PickleMachine(new PickleBytes(path, in, MOST_BYTES)).run());
        } catch (ZipException | EOFException e) {
            EventFileException failure =
                    new EventFileException(path, 0, "a whole gzip file", "" + e.getMessage(), "download it again");
            failure.initCause(e);
            throw failure;
        }
    }

    private static InputStream unpacked(Path path) throws IOException {
        InputStream file = new BufferedInputStream(Files.newInputStream(path), BUFFER);
        try {
            file.mark(2);
            boolean packed = file.read() == 0x1f && file.read() == 0x8b;
            file.reset();
            return packed ? new BufferedInputStream(new GZIPInputStream(file, BUFFER), BUFFER) : file;
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static List<Map<String, Object>> rows(Path path, Object read) throws IOException {
        if (!(read instanceof List<?> items)) {
            throw new EventFileException(path, 0, "a list of dictionaries", "something else", "check the file");
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Object item : items) {
            if (!(item instanceof Map<?, ?> map)) {
                throw new EventFileException(
                        path, 0, "a list of dictionaries", "another object in row " + rows.size(), "check the file");
            }
            Map<String, Object> row = new LinkedHashMap<>();
            map.forEach((key, value) -> row.put(
                    (String) key,
                    value instanceof PickledArray array ? array.content().orElse(null) : value));
            rows.add(row);
        }
        return rows;
    }
}
