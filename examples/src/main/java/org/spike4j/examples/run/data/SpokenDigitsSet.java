package org.spike4j.examples.run.data;

import java.io.IOException;
import java.nio.file.Path;
import org.spike4j.datasets.audio.Cochlea;
import org.spike4j.datasets.sets.SpokenDigits;

/** Free Spoken Digits, in a folder of the user; options are those of {@link CochleaOptions}. */
final class SpokenDigitsSet implements RecipeSet {

    @Override
    public RecipeData open(DataRequest request) throws IOException {
        Cochlea cochlea = CochleaOptions.read(request.data().options());
        Path folder = request.folder("Free Spoken Digits: recordings/{digit}_{speaker}_{number}.wav");
        return request.events(SpokenDigits.open(
                folder, cochlea, request.data().validation(), request.run().seed()));
    }
}
