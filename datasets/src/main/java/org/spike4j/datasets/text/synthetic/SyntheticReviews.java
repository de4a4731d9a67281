package org.spike4j.datasets.text.synthetic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.spike4j.datasets.synthetic.MadeFolder;

/**
 * Makes up film reviews and writes them in the layout of IMDB, so that they are read by the very code that reads the real
 * ones: {@code aclImdb/train/neg/NUMBER_RATING.txt} and so on.
 */
public final class SyntheticReviews {
    /** To be raised whenever equal settings would give other texts. */
    private static final int VERSION = 2;

    private SyntheticReviews() {}

    /**
     * Makes the reviews, unless these very ones are already there.
     *
     * @param folder where to; made if it is not there, replaced if it holds other made-up data
     * @param settings what to make up
     * @return the folder
     * @throws IOException if the folder holds something else, or cannot be written
     */
    public static Path prepare(Path folder, SyntheticReviewSettings settings) throws IOException {
        return new MadeFolder("Reviews, version " + VERSION + ", " + settings).prepare(folder, part -> {
            SplittableRandom random = new SplittableRandom(settings.seed());
            Path root = part.resolve("aclImdb");
            write(root.resolve("train"), settings.train(), random, new ReviewWriter(random, false));
            write(root.resolve("test"), settings.test(), random, new ReviewWriter(random, true));
        });
    }

    private static void write(Path part, int reviews, SplittableRandom random, ReviewWriter writer) throws IOException {
        for (boolean positive : new boolean[] {false, true}) {
            Path folder = Files.createDirectories(part.resolve(positive ? "pos" : "neg"));
            for (int number = 0; number < reviews; number++) {
                int rating = positive ? random.nextInt(7, 11) : random.nextInt(1, 5);
                Files.writeString(folder.resolve(number + "_" + rating + ".txt"), writer.review(positive));
            }
        }
    }
}
