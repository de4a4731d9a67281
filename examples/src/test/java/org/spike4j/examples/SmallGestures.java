package org.spike4j.examples;

import java.io.IOException;
import java.nio.file.Path;
import org.spike4j.datasets.gesture.synthetic.SyntheticGestureSettings;
import org.spike4j.datasets.gesture.synthetic.SyntheticGestures;

/** A data set and a recipe that train in seconds. */
public final class SmallGestures {
    /** Three convolutions would be too slow for a test; one shows the same way through the code. */
    public static final String RECIPE = """
            name: small
            description: gestures on few pixels
            data: {set: gesture, size: 16, steps: 4}
            neuron: {model: lif, tau: 2}
            layers:
              - conv: {channels: 4, pool: max}
              - dense: {units: 11}
              - rate-readout: {loss: mse}
            training: {epochs: 2, batch: 8, learningRate: 0.005}
            """;

    /** Four people to train with, of whom one validates, and one to test with. */
    public static final SyntheticGestureSettings SETTINGS =
            SyntheticGestureSettings.defaults().withUsers(4, 1).withLights(1).withSecondsPerGesture(0.2);

    private SmallGestures() {}

    /** Writes the data set into a new folder below another. */
    public static Path write(Path parent) throws IOException {
        return SyntheticGestures.prepare(parent.resolve("gestures"), SETTINGS, 2);
    }
}
