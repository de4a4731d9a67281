package org.spike4j.datasets.sets;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * N-Caltech101: the pictures of Caltech101 before a moving ATIS camera, up to 240x180 pixels.
 *
 * <p>Layout: {@code Caltech101} with a folder for each class, {@code BACKGROUND_Google} among them, full of {@code .bin}
 * files of 40-bit events. There is no official division: a share of each class is drawn for testing, by the seed.
 *
 * <p>Source: G. Orchard et al., "Converting Static Image Datasets to Spiking Neuromorphic Datasets Using Saccades",
 * Frontiers in Neuroscience 9:437, 2015.
 */
public final class NCaltech101 {
    private static final int WIDTH = 240;
    private static final int HEIGHT = 180;
    private static final String LAYOUT =
            "the folder Caltech101 with a folder for each class (accordion to yin_yang) full of .bin files";

    private NCaltech101() {}

    /**
     * Opens the data set: finds its files, reads none. Classes are the folders, in the order of their names.
     *
     * @param folder the folder Caltech101, or the one that it is in
     * @param testShare share of each class for testing, 0 to less than 1; 0.1 is usual
     * @param options what is held out, and memory
     * @return the data set
     * @throws IOException if there are no class folders, or no recordings in them
     */
    public static EventDataSet open(Path folder, double testShare, SetOptions options) throws IOException {
        Path root = ClassFolders.root(folder, LAYOUT, "Caltech101", "");
        List<String> classes = ClassFolders.names(root, LAYOUT);
        List<LabelledFile> all = ClassFolders.list(root, classes, LAYOUT, List.of(".bin"));
        SetTraits traits = SetTraits.of("N-Caltech101", WIDTH, HEIGHT, classes);
        return new FileDataSet(traits, FileParts.drawn(all, testShare, options), options.cacheBytes());
    }
}
