package org.spike4j.examples.run.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.spike4j.datasets.batch.ImageDataSetIterator;
import org.spike4j.datasets.sets.Mnist;
import org.spike4j.datasets.sets.Split;
import org.spike4j.training.model.InputDescription;
import org.spike4j.training.model.RunSettings;

/** MNIST, in a folder of the user; images are shown at every step. */
final class MnistSet implements RecipeSet {

    @Override
    public RecipeData open(DataRequest request) throws IOException {
        Path folder = request.folder("MNIST: train-images-idx3-ubyte, train-labels-idx1-ubyte, t10k-images-idx3-ubyte"
                + " and t10k-labels-idx1-ubyte, each with .gz or without");
        RunSettings run = request.run();
        Mnist data = Mnist.open(folder, request.data().validation(), run.seed());
        request.requireNoEventKeys(data.name());
        request.requireNoMixing(data.name());
        InputDescription input = InputDescription.still(
                data.samples(Split.TEST).imageSize(), request.data().steps());
        SplitEpochs epochs = new SplitEpochs(
                split -> data.samples(split).size(),
                () -> batches(data, Split.TRAIN, run.batch(), OptionalLong.of(run.seed())),
                split -> batches(data, split, run.batch(), OptionalLong.empty()));
        return new RecipeData(data.name(), data.classNames(), input, epochs, RecipeData.OtherSteps.STILL);
    }

    private static ImageDataSetIterator batches(Mnist data, Split split, int batch, OptionalLong shuffleSeed) {
        return new ImageDataSetIterator(data.samples(split), data.classNames(), batch, shuffleSeed);
    }
}
