package org.spike4j.datasets.video.sets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.spike4j.datasets.gesture.ListFileException;
import org.spike4j.datasets.video.VideoFile;

/**
 * Videos in folders of their classes, as RGB-Gesture can be laid out: {@code train/CLASS/VIDEO} and
 * {@code test/CLASS/VIDEO}. Classes are the folders of the training part in the order of their names. The part of a
 * video's name before the first {@code _} names the person, who is one group.
 *
 * <p>BIDL trains on frame differences of it, which are made here from the videos
 * ({@link org.spike4j.datasets.video.clip.FrameDifferences}); the arrays that BIDL hands out as a Python pickle are not
 * read.
 *
 * <p>Source: Z. Wu et al., "BIDL: a brain-inspired deep learning framework for spatiotemporal processing", Frontiers in
 * Neuroscience 17:1213720, 2023.
 */
public final class RgbGesture {
    private RgbGesture() {}

    /**
     * Opens a data set: finds its files, reads none.
     *
     * @param folder the folder
     * @param validationShare share of the persons of the training part who are held out, 0 to less than 1
     * @param seed seed of what is held out
     * @return its videos
     * @throws ListFileException if a folder is missing or not as it should be
     * @throws IOException if a folder cannot be read
     */
    public static LabelledVideos open(Path folder, double validationShare, long seed) throws IOException {
        List<String> classes = names(folder.resolve("train"), true);
        List<LabelledVideo> train = videos(folder.resolve("train"), classes);
        List<LabelledVideo> test = videos(folder.resolve("test"), classes);
        return LabelledVideos.of("RGB-Gesture", classes, train, test, validationShare, seed);
    }

    private static List<LabelledVideo> videos(Path part, List<String> classes) throws IOException {
        List<LabelledVideo> videos = new ArrayList<>();
        for (String name : names(part, true)) {
            int label = classes.indexOf(name);
            if (label < 0) {
                throw new ListFileException(
                        part.resolve(name), "there is no such class in train: " + String.join(", ", classes));
            }
            for (String video : names(part.resolve(name), false)) {
                int end = video.indexOf('_');
                String person =
                        end < 0 ? name + "/" + video : video.substring(0, end).toLowerCase(Locale.ROOT);
                videos.add(new LabelledVideo(part.resolve(name).resolve(video), label, person));
            }
        }
        return videos;
    }

    private static List<String> names(Path folder, boolean folders) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new ListFileException(folder, "no such folder; wanted are train/CLASS/VIDEO and test/CLASS/VIDEO");
        }
        try (Stream<Path> content = Files.list(folder)) {
            return content.filter(path -> folders ? Files.isDirectory(path) : VideoFile.isVideo(path))
                    .map(path -> path.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }
}
