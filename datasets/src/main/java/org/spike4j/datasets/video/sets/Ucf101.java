package org.spike4j.datasets.video.sets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.spike4j.datasets.gesture.ListFileException;
import org.spike4j.datasets.gesture.TextLines;

/**
 * UCF101, or another set of its layout: human actions as short videos, one of three official splits.
 *
 * <p>The folder, or a folder in it, holds {@code classInd.txt} (lines of a number from 1 and a class),
 * {@code trainlist01.txt} to 03 (lines of CLASS/VIDEO and the number) and {@code testlist01.txt} to 03 (lines of
 * CLASS/VIDEO). A folder of the same tree holds the folders of the classes. Videos are named
 * {@code v_CLASS_gNN_cNN.avi}; those of one gNN of a class show the same people and place and are one group. The real
 * set has 13320 videos of 101 classes, of which list 01 trains with 9537 and tests with 3783 (its authors' numbers).
 *
 * <p>Source: K. Soomro, A. R. Zamir, M. Shah, "UCF101: A Dataset of 101 Human Actions Classes From Videos in The Wild",
 * CRCV-TR-12-01, 2012.
 */
public final class Ucf101 {
    /** Name of the list of classes. */
    static final String CLASSES = "classInd.txt";

    private static final int DEPTH = 3;

    private Ucf101() {}

    /**
     * Opens a data set: reads its lists, no video.
     *
     * @param folder the folder
     * @param list number of the split, 1 to 3
     * @param validationShare share of the training groups of each class that is held out, 0 to less than 1
     * @param seed seed of what is held out
     * @return its videos
     * @throws ListFileException if a list is missing or not as it should be; names file and line
     * @throws IOException if a file cannot be read
     */
    public static LabelledVideos open(Path folder, int list, double validationShare, long seed) throws IOException {
        if (list < 1 || list > 3) {
            throw new IllegalArgumentException("list must be 1 to 3, was " + list);
        }
        Path lists = holding(folder, CLASSES).getParent();
        List<String> classes = classes(lists.resolve(CLASSES));
        Path videos = holding(folder, classes.get(0)).getParent();
        List<LabelledVideo> train = videos(lists.resolve("trainlist0" + list + ".txt"), videos, classes);
        List<LabelledVideo> test = videos(lists.resolve("testlist0" + list + ".txt"), videos, classes);
        return LabelledVideos.of("UCF101 list " + list, classes, train, test, validationShare, seed);
    }

    /** The first file or folder of a name in a tree. */
    private static Path holding(Path folder, String name) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> tree = Files.walk(folder, DEPTH)) {
                var found = tree.filter(path -> path.endsWith(name)).sorted().findFirst();
                if (found.isPresent()) {
                    return found.get();
                }
            }
        }
        throw new ListFileException(
                folder, "there is no " + name + " in it; give the folder that holds the videos and lists of UCF101");
    }

    private static List<String> classes(Path file) throws IOException {
        List<String> names = new ArrayList<>();
        List<String> lines = TextLines.read(file);
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isEmpty()) {
                String[] cells = lines.get(i).split("\\s+", -1);
                if (cells.length != 2 || !cells[0].equals(Integer.toString(names.size() + 1))) {
                    throw new ListFileException(
                            file,
                            i + 1,
                            "must hold the number " + (names.size() + 1) + " and a class, was \"" + lines.get(i)
                                    + "\"");
                }
                names.add(cells[1]);
            }
        }
        if (names.isEmpty()) {
            throw new ListFileException(file, "names no class");
        }
        return names;
    }

    private static List<LabelledVideo> videos(Path list, Path folder, List<String> classes) throws IOException {
        List<LabelledVideo> videos = new ArrayList<>();
        List<String> lines = TextLines.read(list);
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isEmpty()) {
                videos.add(video(list, i + 1, lines.get(i).split("\\s+", -1)[0], folder, classes));
            }
        }
        return videos;
    }

    /** The class is that of the folder; the number that training lists repeat says nothing more. */
    private static LabelledVideo video(Path list, int line, String name, Path folder, List<String> classes)
            throws IOException {
        int slash = name.indexOf('/');
        int label = slash < 0 ? -1 : classes.indexOf(name.substring(0, slash));
        Path file = folder.resolve(name).normalize();
        if (label < 0 || !file.startsWith(folder.normalize())) {
            throw new ListFileException(list, line, "must start with CLASS/VIDEO, was \"" + name + "\"");
        }
        if (!Files.exists(file)) {
            throw new ListFileException(list, line, "names a video that is not there: " + file);
        }
        int end = name.lastIndexOf("_c");
        return new LabelledVideo(file, label, end < 0 ? name : name.substring(0, end));
    }
}
