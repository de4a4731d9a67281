package org.spike4j.datasets.scenes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.spike4j.datasets.format.ReadOptions;
import org.spike4j.datasets.gesture.ListFileException;
import org.spike4j.datasets.sets.Split;

/**
 * DSEC: driving in Switzerland, seen by two event cameras, 640x480 pixels; the event streams alone.
 *
 * <p>Layout: a folder for each sequence with {@code events/left/events.h5} and {@code events/right/events.h5}, or with
 * {@code events_left/events.h5} and {@code events_right/events.h5} as the zip files of single sequences unpack; beside each
 * other, or in the folders {@code train} and {@code test}. Each camera of a sequence is a recording.
 *
 * <p>The official files are packed by Blosc with ZSTD.
 *
 * <p>Source: M. Gehrig et al., "DSEC: A Stereo Event Camera Dataset for Driving Scenarios", IEEE Robotics and Automation
 * Letters 6(3):4947-4954, 2021.
 */
public final class Dsec {
    private static final ReadOptions OPTIONS = ReadOptions.defaults().withSensor(640, 480);
    private static final String LAYOUT = "a folder for each sequence, as interlaken_00_c, with events/left/events.h5 or"
            + " events_left/events.h5 in it, in the folders train and test or beside each other";
    private static final List<String> CAMERAS = List.of("left", "right");

    /** The sequences without public ground truth. */
    private static final Set<String> TEST = Set.of(
            "thun_01_a",
            "thun_01_b",
            "interlaken_00_a",
            "interlaken_00_b",
            "interlaken_01_a",
            "zurich_city_12_a",
            "zurich_city_13_a",
            "zurich_city_13_b",
            "zurich_city_14_a",
            "zurich_city_14_b",
            "zurich_city_14_c",
            "zurich_city_15_a");

    private Dsec() {}

    /**
     * Opens the sequences that are there.
     *
     * @param folder the folder of the sequences, or of train and test
     * @return the data set; the official test sequences for testing
     * @throws IOException if there is none
     */
    public static SceneSet open(Path folder) throws IOException {
        Map<Split, List<Scene>> parts = new EnumMap<>(Split.class);
        parts.put(Split.TRAIN, new ArrayList<>());
        parts.put(Split.TEST, new ArrayList<>());
        for (Path root : List.of(folder, folder.resolve("train"), folder.resolve("test"))) {
            if (Files.isDirectory(root)) {
                addSequences(root, parts);
            }
        }
        if (parts.values().stream().allMatch(List::isEmpty)) {
            throw new ListFileException(folder, "found no sequence; wanted " + LAYOUT);
        }
        return new SceneSet("DSEC", 640, 480, List.of(), parts);
    }

    private static void addSequences(Path root, Map<Split, List<Scene>> parts) throws IOException {
        List<Path> sequences;
        try (Stream<Path> content = Files.list(root)) {
            sequences = content.filter(Files::isDirectory).sorted().toList();
        }
        for (Path sequence : sequences) {
            String name = sequence.getFileName().toString();
            List<Scene> part = parts.get(TEST.contains(name) ? Split.TEST : Split.TRAIN);
            for (String camera : CAMERAS) {
                events(sequence, camera)
                        .ifPresent(
                                file -> part.add(new Scene(name + " " + camera, file, OPTIONS, Optional.empty(), 0)));
            }
        }
    }

    private static Optional<Path> events(Path sequence, String camera) {
        return Stream.of("events/" + camera, "events_" + camera)
                .map(inner -> sequence.resolve(inner).resolve("events.h5"))
                .filter(Files::isRegularFile)
                .findFirst();
    }
}
