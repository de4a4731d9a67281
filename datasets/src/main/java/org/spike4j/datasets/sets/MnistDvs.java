package org.spike4j.datasets.sets;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * MNIST-DVS: 10,000 digits moved on a screen before a DVS128 at three scales, 128x128 pixels.
 *
 * <p>Layout: {@code grabbed_data0} to {@code grabbed_data9}, one for each digit, each with the folders {@code scale4},
 * {@code scale8}, {@code scale16} (or {@code scale04}, {@code scale08}) full of {@code .aedat} files, AEDAT 2.0. There is
 * no official division: a share of each digit is drawn for testing, by the seed.
 *
 * <p>Source: T. Serrano-Gotarredona, B. Linares-Barranco, "Poker-DVS and MNIST-DVS. Their History, How They Were Made, and
 * Other Details", Frontiers in Neuroscience 9:481, 2015.
 */
public final class MnistDvs {
    private static final int SENSOR = 128;
    private static final double TEST_SHARE = 0.1;
    private static final List<String> ENDINGS = List.of(".aedat");
    private static final String LAYOUT =
            "the folders grabbed_data0 to grabbed_data9, each with the folders scale4, scale8"
                    + " and scale16 full of .aedat files";

    private MnistDvs() {}

    /** How large the digits are on the screen. */
    public enum Scale {
        /** Small. */
        SCALE_4(4),
        /** Middling. */
        SCALE_8(8),
        /** Large. */
        SCALE_16(16);

        private final int factor;

        Scale(int factor) {
            this.factor = factor;
        }
    }

    /**
     * Opens one scale of the data set: finds its files, reads none.
     *
     * @param folder the folder of the ten folders
     * @param scale which recordings
     * @param options what is drawn and held out, and memory
     * @return the data set
     * @throws IOException if a folder is missing or empty
     */
    public static EventDataSet open(Path folder, Scale scale, SetOptions options) throws IOException {
        List<LabelledFile> all = new ArrayList<>();
        for (int digit = 0; digit < Digits.COUNT; digit++) {
            Path part = ClassFolders.root(folder, LAYOUT, "grabbed_data" + digit);
            Path recordings =
                    ClassFolders.root(part, LAYOUT, "scale" + scale.factor, String.format("scale%02d", scale.factor));
            int label = digit;
            ClassFolders.list(part, List.of(recordings.getFileName().toString()), LAYOUT, ENDINGS)
                    .forEach(file -> all.add(new LabelledFile(file.file(), label)));
        }
        SetTraits traits = SetTraits.of("MNIST-DVS", SENSOR, SENSOR, Digits.names());
        return new FileDataSet(traits, FileParts.drawn(all, TEST_SHARE, options), options.cacheBytes());
    }
}
