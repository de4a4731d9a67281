package org.spike4j.training.step;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;

/** A ComputationGraph with one input and one output that is trained by windows. */
final class WindowGraph extends WindowNetwork {
    private final ComputationGraph graph;

    WindowGraph(ComputationGraph graph) {
        super(graph.getLayers());
        this.graph = graph;
        if (graph.getNumInputArrays() != 1 || graph.getNumOutputArrays() != 1) {
            throw new IllegalArgumentException(
                    "a graph that is trained by windows must have one input and one output, has "
                            + graph.getNumInputArrays() + " and " + graph.getNumOutputArrays());
        }
    }

    @Override
    void compute(DataSet batch) {
        graph.setInputs(batch.getFeatures());
        graph.setLabels(batch.getLabels());
        graph.setLayerMaskArrays(one(batch.getFeaturesMaskArray()), one(batch.getLabelsMaskArray()));
        try {
            graph.computeGradientAndScore();
        } finally {
            graph.clearLayerMaskArrays();
            graph.clearLayersStates();
        }
    }

    private static INDArray[] one(INDArray mask) {
        return mask == null ? null : new INDArray[] {mask};
    }

    @Override
    INDArray gradient() {
        INDArray flat = graph.gradient().gradient();
        return flat.reshape(flat.length());
    }

    @Override
    void update(int samples) {
        Update.apply(graph, samples);
    }

    @Override
    double score() {
        return graph.score();
    }

    @Override
    void setScore(double score) {
        graph.setScore(score);
    }

    @Override
    int iteration() {
        return graph.getIterationCount();
    }

    @Override
    void setIteration(int iteration) {
        graph.getConfiguration().setIterationCount(iteration);
    }

    @Override
    Settings change(Settings settings) {
        ComputationGraphConfiguration conf = graph.getConfiguration();
        Settings before = new Settings(conf.getBackpropType(), conf.getTbpttFwdLength(), conf.getTbpttBackLength());
        conf.setBackpropType(settings.type());
        conf.setTbpttFwdLength(settings.forward());
        conf.setTbpttBackLength(settings.backward());
        return before;
    }
}
