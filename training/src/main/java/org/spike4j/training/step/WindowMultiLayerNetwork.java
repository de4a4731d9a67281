package org.spike4j.training.step;

import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;

/** A MultiLayerNetwork that is trained by windows. */
final class WindowMultiLayerNetwork extends WindowNetwork {
    private final MultiLayerNetwork network;

    WindowMultiLayerNetwork(MultiLayerNetwork network) {
        super(network.getLayers());
        this.network = network;
    }

    @Override
    void compute(DataSet batch) {
        network.setInput(batch.getFeatures());
        network.setLabels(batch.getLabels());
        network.setLayerMaskArrays(batch.getFeaturesMaskArray(), batch.getLabelsMaskArray());
        try {
            network.computeGradientAndScore();
        } finally {
            network.clearLayerMaskArrays();
            network.clearLayersStates();
        }
    }

    @Override
    INDArray gradient() {
        INDArray flat = network.gradient().gradient();
        return flat.reshape(flat.length());
    }

    @Override
    void update(int samples) {
        Update.apply(network, samples);
    }

    @Override
    double score() {
        return network.score();
    }

    @Override
    void setScore(double score) {
        network.setScore(score);
    }

    @Override
    int iteration() {
        return network.getIterationCount();
    }

    @Override
    void setIteration(int iteration) {
        network.setIterationCount(iteration);
    }

    @Override
    Settings change(Settings settings) {
        MultiLayerConfiguration conf = network.getLayerWiseConfigurations();
        Settings before = new Settings(conf.getBackpropType(), conf.getTbpttFwdLength(), conf.getTbpttBackLength());
        conf.setBackpropType(settings.type());
        conf.setTbpttFwdLength(settings.forward());
        conf.setTbpttBackLength(settings.backward());
        return before;
    }
}
