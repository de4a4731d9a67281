package org.spike4j.datasets.video.synthetic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.spike4j.datasets.synthetic.MadeFolder;
import org.spike4j.datasets.video.VideoWriter;

/**
 * Makes up a data set of videos and writes it in the layout of UCF101, as MP4, so that it is read by the very code that
 * reads the real one. Its eight classes are motions of random patterns: right, left, up, down, clockwise,
 * counterclockwise, sway (left and right) and bob (up and down). No picture alone tells the class.
 *
 * <p>An accuracy on them says nothing about one on real videos; they serve to try out and to compare networks.
 */
public final class MovingPatterns {
    /** To be raised whenever equal settings would give other videos. */
    private static final int VERSION = 1;

    private static final double RATE = 30;

    private MovingPatterns() {}

    /**
     * Makes the videos, unless these very ones are already there.
     *
     * @param folder where to; made if it is not there, replaced if it holds older videos of this class
     * @param train videos of each class to train with, at least 1
     * @param test videos of each class to test with, at least 1
     * @param seed seed of all patterns
     * @return the folder
     * @throws IOException if the folder holds something else, or cannot be written
     */
    public static Path prepare(Path folder, int train, int test, long seed) throws IOException {
        if (train < 1 || test < 1) {
            throw new IllegalArgumentException("there must be 1 video or more, were " + train + " and " + test);
        }
        MadeFolder made = new MadeFolder(
                "moving patterns version " + VERSION + ", " + train + " and " + test + " of a class, seed " + seed);
        return made.prepare(folder, part -> write(part, train, test, seed));
    }

    /** Video k of a class is its group k; seeds differ between all videos. */
    private static void write(Path folder, int train, int test, long seed) throws IOException {
        List<String> classes = new ArrayList<>();
        List<String> trainList = new ArrayList<>();
        List<String> testList = new ArrayList<>();
        for (PatternMotion motion : PatternMotion.values()) {
            String label = motion.label();
            Path inner = Files.createDirectories(folder.resolve("videos").resolve(label));
            classes.add(classes.size() + 1 + " " + label);
            for (int k = 0; k < train + test; k++) {
                String name = String.format(Locale.ROOT, "v_%s_g%03d_c01.mp4", label, k + 1);
                long own = seed + 1_000_003L * motion.ordinal() + k;
                write(inner.resolve(name), new MovingPattern(motion, own));
                (k < train ? trainList : testList).add(label + "/" + name + (k < train ? " " + classes.size() : ""));
            }
        }
        Files.write(folder.resolve("classInd.txt"), classes);
        Files.write(folder.resolve("trainlist01.txt"), trainList);
        Files.write(folder.resolve("testlist01.txt"), testList);
    }

    private static void write(Path file, MovingPattern pattern) throws IOException {
        try (VideoWriter writer = VideoWriter.create(file, MovingPattern.SIDE, MovingPattern.SIDE, RATE)) {
            for (int i = 0; i < MovingPattern.PICTURES; i++) {
                writer.write(pattern.picture(i));
            }
            writer.finish();
        }
    }
}
