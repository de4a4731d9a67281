package org.spike4j.examples.run.data;

import java.io.IOException;
import java.nio.file.Path;
import org.spike4j.datasets.sets.Braille;
import org.spike4j.datasets.sets.Touch;

/** Tactile Braille letters, in a folder of the user. Option: {@code touch}, pressure unless given, or changes. */
final class BrailleSet implements RecipeSet {

    @Override
    public RecipeData open(DataRequest request) throws IOException {
        Touch touch = request.data().options().allow("touch").choice("touch", Touch.PRESSURE);
        Path folder = request.folder("Tactile Braille Letters: a .pkl.gz file");
        return request.tensors(Braille.open(
                folder,
                request.data().steps(),
                touch,
                request.data().validation(),
                request.run().seed()));
    }
}
