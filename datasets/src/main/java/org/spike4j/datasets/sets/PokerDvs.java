package org.spike4j.datasets.sets;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.spike4j.datasets.format.EventFile;
import org.spike4j.datasets.format.ReadOptions;

/**
 * POKER-DVS: the pips of poker cards browsed before a DVS128, cropped to 35x35 pixels.
 *
 * <p>Layout, that of tonic's copy: {@code pips_train} and {@code pips_test}, each with the folders {@code cl}, {@code he},
 * {@code di}, {@code sp} (clubs, hearts, diamonds, spades) full of {@code .npy} arrays with the columns t (microseconds),
 * x, y, p.
 *
 * <p>Source: T. Serrano-Gotarredona, B. Linares-Barranco, "Poker-DVS and MNIST-DVS. Their History, How They Were Made, and
 * Other Details", Frontiers in Neuroscience 9:481, 2015.
 */
public final class PokerDvs {
    private static final int SENSOR = 35;
    private static final List<String> CLASSES = List.of("cl", "he", "di", "sp");
    private static final String LAYOUT =
            "the folders pips_train and pips_test, each with the folders cl, he, di and sp full of .npy files";
    private static final ReadOptions OPTIONS =
            ReadOptions.defaults().withSensor(SENSOR, SENSOR).withTimeUnit(TimeUnit.MICROSECONDS);

    private PokerDvs() {}

    /**
     * Opens the data set: finds its files, reads none.
     *
     * @param folder the folder of the two parts
     * @param options what is held out, and memory
     * @return the data set
     * @throws IOException if a folder is missing or empty
     */
    public static EventDataSet open(Path folder, SetOptions options) throws IOException {
        FileParts parts = FileParts.of(part(folder, "pips_train"), part(folder, "pips_test"), options);
        SetTraits traits =
                SetTraits.of("POKER-DVS", SENSOR, SENSOR, CLASSES).withReading(file -> EventFile.read(file, OPTIONS));
        return new FileDataSet(traits, parts, options.cacheBytes());
    }

    private static List<LabelledFile> part(Path folder, String name) throws IOException {
        return ClassFolders.list(ClassFolders.root(folder, LAYOUT, name), CLASSES, LAYOUT, List.of(".npy"));
    }
}
