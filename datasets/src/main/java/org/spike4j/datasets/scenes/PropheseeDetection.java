package org.spike4j.datasets.scenes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.spike4j.datasets.format.ReadOptions;
import org.spike4j.datasets.gesture.ListFileException;
import org.spike4j.datasets.sets.Split;

/**
 * The two automotive detection sets of Prophesee: driving, seen by an event camera, with boxes around what is on the road.
 *
 * <p>Layout: the folders {@code train}, {@code val} and {@code test} (or one folder that holds them) full of pairs of
 * files {@code NAME_td.dat} (Prophesee DAT) and {@code NAME_bbox.npy}.
 *
 * <p>Sources: P. de Tournemire et al., "A Large Scale Event-based Detection Dataset for Automotive", 2020 (Gen1); E. Perot
 * et al., "Learning to Detect Objects with a 1 Megapixel Event Camera", NeurIPS 2020.
 */
public final class PropheseeDetection {
    private static final String EVENTS = "_td.dat";
    private static final String BOXES = "_bbox.npy";
    private static final String LAYOUT =
            "the folders train, val and test full of pairs of files NAME_td.dat and NAME_bbox.npy";
    private static final Map<Split, String> FOLDERS =
            Map.of(Split.TRAIN, "train", Split.VALIDATION, "val", Split.TEST, "test");

    private PropheseeDetection() {}

    /**
     * Opens the Gen1 set: 304x240 pixels, cars and pedestrians.
     *
     * @param folder the folder of the three parts, or one that holds it
     * @return the data set
     * @throws IOException if a folder is missing, or a file has no partner
     */
    public static SceneSet openGen1(Path folder) throws IOException {
        return open("Gen1", 304, 240, List.of("car", "pedestrian"), folder);
    }

    /**
     * Opens the 1 megapixel set: 1280x720 pixels, seven classes.
     *
     * @param folder the folder of the three parts, or one that holds it
     * @return the data set
     * @throws IOException if a folder is missing, or a file has no partner
     */
    public static SceneSet openOneMegapixel(Path folder) throws IOException {
        List<String> classes =
                List.of("pedestrian", "two wheeler", "car", "truck", "bus", "traffic sign", "traffic light");
        return open("1Mpx", 1280, 720, classes, folder);
    }

    private static SceneSet open(String name, int width, int height, List<String> classes, Path folder)
            throws IOException {
        Path root = root(folder);
        Map<Split, List<Scene>> parts = new EnumMap<>(Split.class);
        ReadOptions options = ReadOptions.defaults().withSensor(width, height);
        for (Split split : Split.values()) {
            List<Scene> scenes = new ArrayList<>();
            for (Path events : recordings(root.resolve(FOLDERS.get(split)))) {
                String file = events.getFileName().toString();
                String stem = file.substring(0, file.length() - EVENTS.length());
                Path boxes = events.resolveSibling(stem + BOXES);
                if (!Files.isRegularFile(boxes)) {
                    throw new ListFileException(events, "has no file of boxes " + boxes + "; wanted " + LAYOUT);
                }
                scenes.add(new Scene(stem, events, options, Optional.of(boxes), classes.size()));
            }
            parts.put(split, scenes);
        }
        return new SceneSet(name, width, height, classes, parts);
    }

    private static Path root(Path folder) throws IOException {
        if (Files.isDirectory(folder.resolve("train"))) {
            return folder;
        }
        if (Files.isDirectory(folder)) {
            try (Stream<Path> content = Files.list(folder)) {
                Optional<Path> inner = content.filter(path -> Files.isDirectory(path.resolve("train")))
                        .sorted()
                        .findFirst();
                if (inner.isPresent()) {
                    return inner.get();
                }
            }
        }
        throw new ListFileException(folder, "found no folder train; wanted " + LAYOUT);
    }

    private static List<Path> recordings(Path part) throws IOException {
        if (!Files.isDirectory(part)) {
            throw new ListFileException(part, "no such folder; wanted " + LAYOUT);
        }
        try (Stream<Path> content = Files.list(part)) {
            return content.filter(file -> file.getFileName().toString().endsWith(EVENTS))
                    .sorted()
                    .toList();
        }
    }
}
