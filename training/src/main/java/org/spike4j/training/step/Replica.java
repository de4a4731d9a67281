package org.spike4j.training.step;

import java.util.List;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.layers.wrapper.BaseWrapperLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.spike4j.layers.execution.ReplicaGroup;
import org.spike4j.layers.execution.ReplicaMember;

/** A network that computes gradients of parts of a mini-batch; it shares its parameters with others and never updates them. */
final class Replica {
    private final MultiLayerNetwork network;
    private final List<TrainingListener> listeners;
    private final HitCounter hits = new HitCounter();

    private Replica(MultiLayerNetwork network, ReplicaGroup group) {
        this.network = network;
        listeners = List.copyOf(network.getListeners());
        network.addListeners(hits);
        join(group);
    }

    /** The network itself. */
    static Replica itself(MultiLayerNetwork network, ReplicaGroup group) {
        return new Replica(network, group);
    }

    /** A copy with layers and gradients of its own, on the parameters of the network. */
    static Replica copyOf(MultiLayerNetwork network, ReplicaGroup group) {
        // cloning a configuration would share its dropouts, which hold the masks of the pass
        String configuration = network.getLayerWiseConfigurations().toJson();
        MultiLayerNetwork copy = new MultiLayerNetwork(MultiLayerConfiguration.fromJson(configuration));
        copy.init(network.params(), false);
        return new Replica(copy, group);
    }

    /** Computes the gradient of a part, summed over its samples. */
    void compute(DataSet part, long seed, int iteration, int epoch) {
        Nd4j.getRandom().setSeed(seed);
        network.setIterationCount(iteration);
        network.setEpochCount(epoch);
        network.setInput(part.getFeatures());
        network.setLabels(part.getLabels());
        network.setLayerMaskArrays(part.getFeaturesMaskArray(), part.getLabelsMaskArray());
        try {
            network.computeGradientAndScore();
        } finally {
            network.clearLayerMaskArrays();
            network.clearLayersStates();
        }
    }

    /** The gradient of the last part, all parameters in one vector; overwritten by the next. */
    INDArray gradient() {
        INDArray flat = network.gradient().gradient();
        return flat.reshape(flat.length());
    }

    /** The loss of the last part, the mean over its samples, with the regularisation. */
    double loss() {
        return network.score();
    }

    long hits() {
        return hits.hits();
    }

    /** Leaves the network as it was found. */
    void close() {
        network.setListeners(listeners);
        join(ReplicaGroup.ALONE);
    }

    private void join(ReplicaGroup group) {
        for (Layer layer : network.getLayers()) {
            if (unwrapped(layer) instanceof ReplicaMember member) {
                member.join(group);
            }
        }
    }

    private static Layer unwrapped(Layer layer) {
        return layer instanceof BaseWrapperLayer wrapper ? unwrapped(wrapper.getUnderlying()) : layer;
    }
}
