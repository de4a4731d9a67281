package org.spike4j.datasets.gesture;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads small text files, and refuses what cannot be one before it fills the memory. */
public final class TextLines {
    /** The most a list file may hold; the official ones hold some kilobytes. */
    private static final long MOST_BYTES = 16L << 20;

    private TextLines() {}

    /**
     * All lines of a text file, white space at both ends removed; line i of the file is element i - 1.
     *
     * @param file a UTF-8 text file of at most 16 MiB
     * @return its lines
     * @throws ListFileException if the file is missing, too large or not text
     * @throws IOException if it cannot be read
     */
    public static List<String> read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new ListFileException(file, "no such file");
        }
        long size = Files.size(file);
        if (size > MOST_BYTES) {
            throw new ListFileException(file, "a list of at most " + MOST_BYTES + " bytes was wanted, it has " + size);
        }
        List<String> lines = new ArrayList<>();
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line.strip());
            }
        } catch (CharacterCodingException e) {
            ListFileException failure = new ListFileException(file, lines.size() + 1, "is not UTF-8 text");
            failure.initCause(e);
            throw failure;
        } catch (NoSuchFileException e) {
            ListFileException failure = new ListFileException(file, "no such file");
            failure.initCause(e);
            throw failure;
        }
        return lines;
    }
}
