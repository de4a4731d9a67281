package org.spike4j.neuron.kernel;

/**
 * A program over a row that keeps its state, whose neurons compete. The program runs twice, once for its spikes and once for
 * the distance to the threshold that says who wins; both have the same states.
 */
final class InhibitedStepper implements NeuronStepper {
    private final NeuronStepper spikes;
    private final NeuronStepper distances;
    private final SequenceShape shape;
    private final Coefficients noThreshold;
    private final float[] distance;
    private final double[] row;
    private final double[] compared;

    InhibitedStepper(NeuronStepper spikes, NeuronStepper distances, SequenceShape shape) {
        this.spikes = spikes;
        this.distances = distances;
        this.shape = shape;
        noThreshold = Inhibition.noThreshold(shape.channels());
        int count = (int) shape.slab();
        distance = new float[count];
        row = new double[count];
        compared = new double[count];
    }

    @Override
    public void step(float[] input, float[] output) {
        distances.step(input, distance);
        spikes.step(input, output);
        for (int k = 0; k < row.length; k++) {
            row[k] = output[k];
            compared[k] = distance[k];
        }
        Inhibition.maskRow(row, compared, noThreshold, shape);
        for (int k = 0; k < row.length; k++) {
            output[k] = (float) row[k];
        }
    }

    @Override
    public void reset() {
        spikes.reset();
        distances.reset();
    }

    @Override
    public void save(float[] target, int at) {
        spikes.save(target, at);
    }

    @Override
    public void restore(float[] source, int at) {
        spikes.restore(source, at);
        distances.restore(source, at);
    }
}
