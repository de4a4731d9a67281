package org.spike4j.examples.run.data;

import java.io.IOException;
import java.nio.file.Path;
import org.spike4j.datasets.sets.ClassRecordings;
import org.spike4j.datasets.sets.WindowCut;
import org.spike4j.training.recipe.Section;

/**
 * A folder of the user with one long recording for each class, cut into windows. Options: {@code window} (100) and
 * {@code stride} (the window) in milliseconds, {@code test} (0.3), the share at the end of each recording; validation is
 * a share of what lies before it, at its end.
 */
final class RecordingsSet implements RecipeSet {
    private static final int MOST_MILLIS = 3_600_000;

    @Override
    public RecipeData open(DataRequest request) throws IOException {
        Section options = request.data().options().allow("window", "stride", "test");
        int window = options.integer("window", 1, MOST_MILLIS, 100);
        int stride = options.integer("stride", 1, MOST_MILLIS, window);
        double test = options.number("test", 0.01, 0.9, 0.3);
        WindowCut cut = WindowCut.of(1000L * window)
                .withStride(1000L * stride)
                .withShares((1 - test) * request.data().validation(), test);
        Path folder = request.folder("event recordings, one file for each class, named after it");
        return request.events(ClassRecordings.open(folder, cut));
    }
}
