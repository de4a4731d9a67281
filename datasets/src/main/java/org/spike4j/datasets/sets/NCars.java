package org.spike4j.datasets.sets;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * N-CARS: 100 ms before a driving ATIS camera, with a car or without, up to 120x100 pixels.
 *
 * <p>Layout: {@code n-cars_train} and {@code n-cars_test} (or {@code train} and {@code test}), each with the folders
 * {@code background} and {@code cars} full of {@code obj_000000_td.dat} and so on, Prophesee DAT.
 *
 * <p>Source: A. Sironi et al., "HATS: Histograms of Averaged Time Surfaces for Robust Event-Based Object Classification",
 * CVPR 2018.
 */
public final class NCars {
    private static final int WIDTH = 120;
    private static final int HEIGHT = 100;
    private static final List<String> CLASSES = List.of("background", "cars");
    private static final String LAYOUT = "the folders n-cars_train and n-cars_test (or train and test), each with the"
            + " folders background and cars full of _td.dat files";

    private NCars() {}

    /**
     * Opens the data set: finds its files, reads none.
     *
     * @param folder the folder that holds the two parts
     * @param options what is held out, and memory
     * @return the data set
     * @throws IOException if a folder is missing or empty
     */
    public static EventDataSet open(Path folder, SetOptions options) throws IOException {
        Path root = ClassFolders.root(folder, LAYOUT, "Prophesee_Dataset_n_cars", "");
        FileParts parts = FileParts.of(part(root, "train"), part(root, "test"), options);
        return new FileDataSet(SetTraits.of("N-CARS", WIDTH, HEIGHT, CLASSES), parts, options.cacheBytes());
    }

    private static List<LabelledFile> part(Path root, String name) throws IOException {
        String official = "n-cars_" + name;
        Path part = ClassFolders.root(root, LAYOUT, official + "/" + name, official, name);
        return ClassFolders.list(part, CLASSES, LAYOUT, List.of("_td.dat"));
    }
}
