package org.spike4j.datasets.volume;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.spike4j.datasets.gesture.ListFileException;

/**
 * A place in a scan where a nodule was suspected, a line of LUNA16's {@code candidates.csv}.
 *
 * @param series name of the scan
 * @param x place to the left of the patient, millimetres
 * @param y place to the back, millimetres
 * @param z place to the head, millimetres
 * @param nodule whether it is one
 */
public record Candidate(String series, double x, double y, double z, boolean nodule) {
    private static final String HEAD = "seriesuid,coordX,coordY,coordZ,class";
    private static final int CELLS = 5;

    /**
     * Reads a list of candidates.
     *
     * @param file a CSV file with the columns seriesuid, coordX, coordY, coordZ and class
     * @return the candidates in the order of the file
     * @throws ListFileException if a line is not as it should be
     * @throws IOException if the file cannot be read
     */
    public static List<Candidate> read(Path file) throws IOException {
        List<Candidate> candidates = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            String line = lines.readLine();
            if (line == null || !line.strip().equals(HEAD)) {
                throw new ListFileException(file, 1, "must be " + HEAD + ", was " + line);
            }
            for (int number = 2; (line = lines.readLine()) != null; number++) {
                if (!line.isBlank()) {
                    candidates.add(parse(file, number, line));
                }
            }
        }
        return candidates;
    }

    private static Candidate parse(Path file, int number, String line) throws ListFileException {
        String[] cells = line.strip().split(",", -1);
        try {
            if (cells.length == CELLS && cells[CELLS - 1].matches("[01]") && !cells[0].isEmpty()) {
                return new Candidate(
                        cells[0],
                        Double.parseDouble(cells[1]),
                        Double.parseDouble(cells[2]),
                        Double.parseDouble(cells[3]),
                        cells[CELLS - 1].equals("1"));
            }
        } catch (NumberFormatException e) {
            ListFileException failure = new ListFileException(file, number, "must hold three places, was " + line);
            failure.initCause(e);
            throw failure;
        }
        throw new ListFileException(file, number, "must hold a series, three places and class 0 or 1, was " + line);
    }
}
