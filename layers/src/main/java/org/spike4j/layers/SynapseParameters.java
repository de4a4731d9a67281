package org.spike4j.layers;

import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.spike4j.neuron.synapse.LearnedSynapse;

/** The raw parameters of a {@link SynapseLayer}, one vector, or none. */
public final class SynapseParameters extends FlatParameters<SynapseLayer> {
    /** Raw parameters of the learned constants of a delay or filter. */
    public static final String SYNAPSE = "synapse";

    static final SynapseParameters INSTANCE = new SynapseParameters();

    private SynapseParameters() {
        super(SynapseLayer.class);
    }

    @Override
    Map<String, long[]> shapes(SynapseLayer layer) {
        long count = learned(layer).count();
        return count > 0 ? Map.of(SYNAPSE, new long[] {count}) : Map.of();
    }

    @Override
    void initialise(SynapseLayer layer, String key, INDArray view) {
        view.assign(Nd4j.createFromArray(learned(layer).initial()).castTo(view.dataType()));
        if (layer.getInitialSpread() > 0) {
            INDArray noise = Nd4j.randn(view.dataType(), view.length()); // seeded by the network, as weights are
            view.addi(noise.muli(layer.getInitialSpread()));
        }
    }

    private static LearnedSynapse learned(SynapseLayer layer) {
        return new LearnedSynapse(layer.getSynapse(), Math.toIntExact(layer.getNOut()));
    }
}
