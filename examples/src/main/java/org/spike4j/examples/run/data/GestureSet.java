package org.spike4j.examples.run.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.spike4j.datasets.gesture.synthetic.SyntheticGestures;
import org.spike4j.datasets.sets.DvsGesture;

/** DVS128 Gesture, in a folder of the user or made up once. */
final class GestureSet implements RecipeSet {

    @Override
    public RecipeData open(DataRequest request) throws IOException {
        return request.events(DvsGesture.open(folder(request)));
    }

    private static Path folder(DataRequest request) throws IOException {
        DataSource source = request.source();
        if (source.folder().isPresent()) {
            return source.folder().get();
        }
        Path kept = request.kept("gesture");
        if (!Files.isDirectory(kept)) {
            request.remark(
                    "making up " + source.embedded().recordings() + " gesture recordings in " + kept + ", once ...");
        }
        return SyntheticGestures.prepare(kept, source.embedded(), source.threads());
    }
}
