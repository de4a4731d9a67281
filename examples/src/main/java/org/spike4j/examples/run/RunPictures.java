package org.spike4j.examples.run;

import java.util.ArrayList;
import java.util.List;
import org.spike4j.examples.plot.ConfusionMatrix;
import org.spike4j.examples.plot.EpochPoint;
import org.spike4j.examples.plot.FiringRates;
import org.spike4j.examples.plot.InputFrames;
import org.spike4j.examples.plot.LayerRate;
import org.spike4j.examples.plot.LearningCurve;
import org.spike4j.examples.plot.Picture;
import org.spike4j.examples.plot.SpikeRaster;
import org.spike4j.examples.report.Figure;
import org.spike4j.training.TrainingResult;

/** Draws the pictures of a training. */
final class RunPictures {
    private RunPictures() {}

    /**
     * Draws what there is to show.
     *
     * @param result a training that was not interrupted
     * @param classes names of the classes
     * @param sample a test sample
     * @return the pictures, in the order of the report
     */
    static List<Figure> draw(TrainingResult result, List<String> classes, SampleView sample) {
        List<Figure> figures = new ArrayList<>();
        List<EpochPoint> epochs = result.history().stream()
                .map(e -> new EpochPoint(e.epoch(), e.trainLoss(), e.trainAccuracy(), e.validationAccuracy()))
                .toList();
        figures.add(figure(
                "learning-curve",
                "Loss and accuracy over the epochs. Training accuracy is counted before each update.",
                LearningCurve.draw(epochs)));
        figures.add(figure(
                "confusion-matrix",
                "Which class was taken for which, on the test set.",
                ConfusionMatrix.draw(result.confusion(), classes)));
        if (!result.firingRates().isEmpty()) {
            List<LayerRate> rates = result.firingRates().entrySet().stream()
                    .map(layer -> new LayerRate(layer.getKey(), layer.getValue()))
                    .toList();
            figures.add(figure("firing-rates", "How often the neurons of each layer fire.", FiringRates.draw(rates)));
        }
        if (!sample.spikes().isEmpty()) {
            figures.add(figure(
                    "spike-raster",
                    "Spikes of every layer for one test sample.",
                    SpikeRaster.draw(sample.name(), sample.spikes())));
        }
        sample.input()
                .ifPresent(input -> figures.add(figure(
                        "input",
                        "What the network is given for that sample.",
                        InputFrames.draw(sample.name(), input))));
        return figures;
    }

    private static Figure figure(String name, String caption, Picture picture) {
        return new Figure(name, caption, picture.png());
    }
}
