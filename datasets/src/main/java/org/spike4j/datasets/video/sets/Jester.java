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
 * 20BN-Jester, or another set of its layout: hand gestures in front of a laptop, as folders of numbered pictures.
 *
 * <p>The folder holds {@code *labels.csv} (a class a line), {@code *train.csv} and {@code *validation.csv} (lines of
 * {@code NUMBER;CLASS}), and a folder {@code 20bn-jester-v1}, or folders NUMBER itself, each with {@code 00001.jpg} and so on at
 * 12 pictures per second. The official test part has no labels, so its validation part is the test part here, and what
 * validates is drawn from the training part. The real set has 148092 videos of 27 classes, 118562 to train and 14787 to
 * validate (its authors' numbers).
 *
 * <p>Source: J. Materzynska et al., "The Jester Dataset: A Large-Scale Video Dataset of Human Gestures", ICCV Workshops
 * 2019.
 */
public final class Jester {
    /** Pictures per second of its folders. */
    public static final double RATE = 12;

    private static final String INNER = "20bn-jester-v1";

    private Jester() {}

    /**
     * Opens a data set: reads its lists, no picture.
     *
     * @param folder the folder
     * @param validationShare share of the training videos of each class that is held out, 0 to less than 1
     * @param seed seed of what is held out
     * @return its videos
     * @throws ListFileException if a list is missing or not as it should be; names file and line
     * @throws IOException if a file cannot be read
     */
    public static LabelledVideos open(Path folder, double validationShare, long seed) throws IOException {
        List<String> classes = TextLines.read(list(folder, "labels.csv")).stream()
                .filter(line -> !line.isEmpty())
                .toList();
        Path videos = Files.isDirectory(folder.resolve(INNER)) ? folder.resolve(INNER) : folder;
        List<LabelledVideo> train = videos(list(folder, "train.csv"), videos, classes);
        List<LabelledVideo> test = videos(list(folder, "validation.csv"), videos, classes);
        return LabelledVideos.of("Jester", classes, train, test, validationShare, seed);
    }

    private static Path list(Path folder, String ending) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> content = Files.list(folder)) {
                List<Path> found = content.filter(
                                file -> file.getFileName().toString().endsWith(ending))
                        .toList();
                if (found.size() == 1) {
                    return found.get(0);
                }
            }
        }
        throw new ListFileException(
                folder, "there must be one file *" + ending + " in it; give the folder of the lists of Jester");
    }

    private static List<LabelledVideo> videos(Path list, Path folder, List<String> classes) throws IOException {
        List<LabelledVideo> videos = new ArrayList<>();
        List<String> lines = TextLines.read(list);
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isEmpty()) {
                videos.add(video(list, i + 1, lines.get(i), folder, classes));
            }
        }
        return videos;
    }

    private static LabelledVideo video(Path list, int line, String text, Path folder, List<String> classes)
            throws IOException {
        String[] cells = text.split(";", -1);
        int label = cells.length == 2 ? classes.indexOf(cells[1].strip()) : -1;
        if (label < 0 || !cells[0].matches("\\d{1,9}")) {
            throw new ListFileException(list, line, "must be NUMBER;CLASS with a known class, was \"" + text + "\"");
        }
        Path video = folder.resolve(cells[0]);
        if (!Files.isDirectory(video)) {
            throw new ListFileException(list, line, "names a folder that is not there: " + video);
        }
        return new LabelledVideo(video, label, cells[0]);
    }
}
