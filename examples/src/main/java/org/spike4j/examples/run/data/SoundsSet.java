package org.spike4j.examples.run.data;

import java.io.IOException;
import java.nio.file.Path;
import org.spike4j.datasets.audio.Cochlea;
import org.spike4j.datasets.sets.WavFolder;
import org.spike4j.training.recipe.Section;

/**
 * A folder of the user with a folder of wav files for each class. Options: those of {@link CochleaOptions}, and {@code
 * test} (0.2), the share of each class that is tested with.
 */
final class SoundsSet implements RecipeSet {

    @Override
    public RecipeData open(DataRequest request) throws IOException {
        Section options = request.data().options();
        Cochlea cochlea = CochleaOptions.read(options, "test");
        double test = options.number("test", 0.01, 0.9, 0.2);
        Path folder = request.folder("wav files, one folder for each class, named after it");
        return request.events(WavFolder.open(
                folder,
                cochlea,
                test,
                request.data().validation(),
                request.run().seed()));
    }
}
