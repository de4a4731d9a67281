package org.spike4j.examples.run.data;

import java.io.IOException;
import java.nio.file.Path;
import org.spike4j.datasets.sets.NMnist;

/** N-MNIST, in a folder of the user. */
final class NMnistSet implements RecipeSet {

    @Override
    public RecipeData open(DataRequest request) throws IOException {
        Path folder = request.folder("N-MNIST: the folders Train and Test with one folder of .bin files for each digit,"
                + " or train*.txt and test*.txt beside numbered .bs2 files");
        return request.events(
                NMnist.open(folder, request.data().validation(), request.run().seed()));
    }
}
