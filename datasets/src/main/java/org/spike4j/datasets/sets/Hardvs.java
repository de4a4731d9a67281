package org.spike4j.datasets.sets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * HARDVS: 300 human activities before a DAVIS346, 346x260 pixels.
 *
 * <p>Layout: {@code action_001} to {@code action_300} full of {@code .npz} files with the arrays t, x, y, p (the compact
 * files of the authors), beside {@code train_label.txt}, {@code val_label.txt} and {@code test_label.txt}, whose lines
 * start with {@code action_001/dvSave-2021_10_15_19_18_02}. The class is the number of the action less one.
 *
 * <p>Source: X. Wang et al., "HARDVS: Revisiting Human Activity Recognition with Dynamic Vision Sensors", AAAI 2024.
 */
public final class Hardvs {
    private static final int WIDTH = 346;
    private static final int HEIGHT = 260;
    private static final int CLASSES = 300;
    private static final String LAYOUT =
            "train_label.txt, val_label.txt and test_label.txt beside the folders action_001"
                    + " to action_300 full of .npz files";

    private Hardvs() {}

    /**
     * Opens the data set: reads its lists, no recording.
     *
     * @param folder the folder of the lists
     * @param cacheBytes bytes of events to keep in memory at most
     * @return the data set, with the official validation part
     * @throws IOException if a list is missing or names what is not there
     */
    public static EventDataSet open(Path folder, long cacheBytes) throws IOException {
        Path root = ClassFolders.root(folder, LAYOUT, "MINI_HARDVS_files", "");
        Path lists = Files.isRegularFile(root.resolve("train_label.txt")) ? root : folder;
        FileParts parts = new FileParts(part(lists, root, "train"), part(lists, root, "val"), part(lists, root, "test"))
                .requireApart(lists);
        List<String> names = IntStream.rangeClosed(1, CLASSES)
                .mapToObj(i -> String.format("action_%03d", i))
                .toList();
        return new FileDataSet(SetTraits.of("HARDVS", WIDTH, HEIGHT, names), parts, cacheBytes);
    }

    private static List<LabelledFile> part(Path lists, Path root, String name) throws IOException {
        return RecordingList.read(
                lists.resolve(name + "_label.txt"), "action_001/name of a recording, then its class", words -> {
                    String[] path = words.get(0).split("/");
                    int action = path.length == 2 && path[0].startsWith("action_")
                            ? RecordingList.label(path[0].substring("action_".length()))
                            : -1;
                    boolean known = action >= 1 && action <= CLASSES;
                    String file = words.get(0).endsWith(".npz") ? words.get(0) : words.get(0) + ".npz";
                    return known ? new LabelledFile(root.resolve(file), action - 1) : null;
                });
    }
}
