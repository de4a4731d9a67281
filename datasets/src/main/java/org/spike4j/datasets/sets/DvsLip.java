package org.spike4j.datasets.sets;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * DVS-Lip: 100 spoken words before a DAVIS346, cropped to the lips, 128x128 pixels.
 *
 * <p>Layout: {@code train} and {@code test} (other persons), each with a folder for each word full of {@code .npy} files
 * with the fields t, x, y, p. Classes are the folders of the training part, in the order of their names.
 *
 * <p>Source: G. Tan et al., "Multi-Grained Spatio-Temporal Features Perceived Network for Event-Based Lip-Reading", CVPR
 * 2022.
 */
public final class DvsLip {
    private static final int SENSOR = 128;
    private static final String LAYOUT =
            "the folders train and test, each with the same folders of words full of .npy files";

    private DvsLip() {}

    /**
     * Opens the data set: finds its files, reads none.
     *
     * @param folder the folder of the two parts, or the one that holds it as DVS-Lip
     * @param options what is held out, and memory
     * @return the data set
     * @throws IOException if a folder is missing or empty
     */
    public static EventDataSet open(Path folder, SetOptions options) throws IOException {
        Path root = ClassFolders.root(folder, LAYOUT, "DVS-Lip", "");
        Path train = ClassFolders.root(root, LAYOUT, "train");
        List<String> words = ClassFolders.names(train, LAYOUT);
        FileParts parts = FileParts.of(
                ClassFolders.list(train, words, LAYOUT, List.of(".npy")),
                ClassFolders.list(ClassFolders.root(root, LAYOUT, "test"), words, LAYOUT, List.of(".npy")),
                options);
        return new FileDataSet(SetTraits.of("DVS-Lip", SENSOR, SENSOR, words), parts, options.cacheBytes());
    }
}
