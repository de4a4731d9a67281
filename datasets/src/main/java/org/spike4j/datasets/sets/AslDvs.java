package org.spike4j.datasets.sets;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.event.EventStreamBuilder;
import org.spike4j.datasets.format.EventFile;
import org.spike4j.datasets.format.ReadOptions;

/**
 * ASL-DVS: 24 letters of American Sign Language (all but j and z, which move) before a DAVIS240c, 240x180 pixels.
 *
 * <p>Layout: a folder for each letter, {@code a} to {@code y}, of MATLAB files {@code a_0001.mat} and so on with the
 * variables ts, x, y, pol. The files count rows from below: y = 179 - row stands hands upright. There is no official
 * division: the authors draw a fifth of each class for testing; here the seed does.
 *
 * <p>Source: Y. Bi et al., "Graph-Based Object Classification for Neuromorphic Vision Sensing", ICCV 2019.
 */
public final class AslDvs {
    private static final int WIDTH = 240;
    private static final int HEIGHT = 180;
    private static final double TEST_SHARE = 0.2;
    private static final String LAYOUT = "a folder for each of the letters a to y without j, full of .mat files"
            + " (unpack the zip of each person into one folder)";
    private static final List<String> CLASSES =
            Stream.of("abcdefghiklmnopqrstuvwxy".split("")).toList();

    private AslDvs() {}

    /**
     * Opens the data set: finds its files, reads none.
     *
     * @param folder the folder of the letters
     * @param options what is drawn and held out, and memory
     * @return the data set
     * @throws IOException if a folder is missing or all are empty
     */
    public static EventDataSet open(Path folder, SetOptions options) throws IOException {
        List<LabelledFile> all = ClassFolders.list(folder, CLASSES, LAYOUT, List.of(".mat"));
        SetTraits traits = SetTraits.of("ASL-DVS", WIDTH, HEIGHT, CLASSES).withReading(AslDvs::upright);
        return new FileDataSet(traits, FileParts.drawn(all, TEST_SHARE, options), options.cacheBytes());
    }

    private static EventStream upright(Path file) throws IOException {
        EventStream down = EventFile.read(file, ReadOptions.defaults().withSensor(WIDTH, HEIGHT));
        EventStreamBuilder upright = EventStream.builder(WIDTH, HEIGHT);
        for (int i = 0; i < down.size(); i++) {
            upright.add(down.t(i), down.x(i), HEIGHT - 1 - down.y(i), down.polarity(i));
        }
        return upright.build();
    }
}
