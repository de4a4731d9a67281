package org.spike4j.layers;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.spike4j.neuron.synapse.LearnedSynapse;

/** The raw parameters of a {@link SynapseLayer}, one vector, or none. */
public final class SynapseParameters implements ParamInitializer {
    /** Raw parameters of the learned constants of a delay or filter. */
    public static final String SYNAPSE = "synapse";

    static final SynapseParameters INSTANCE = new SynapseParameters();

    private SynapseParameters() {}

    @Override
    public long numParams(NeuralNetConfiguration conf) {
        return numParams(conf.getLayer());
    }

    @Override
    public long numParams(Layer layer) {
        return learned(layer).count();
    }

    @Override
    public List<String> paramKeys(Layer layer) {
        return numParams(layer) > 0 ? List.of(SYNAPSE) : List.of();
    }

    @Override
    public List<String> weightKeys(Layer layer) {
        return List.of();
    }

    @Override
    public List<String> biasKeys(Layer layer) {
        return List.of();
    }

    @Override
    public boolean isWeightParam(Layer layer, String key) {
        return false;
    }

    @Override
    public boolean isBiasParam(Layer layer, String key) {
        return false;
    }

    @Override
    public Map<String, INDArray> init(NeuralNetConfiguration conf, INDArray paramsView, boolean initializeParams) {
        SynapseLayer layer = (SynapseLayer) conf.getLayer();
        Map<String, INDArray> parameters = views(layer, paramsView);
        parameters.keySet().forEach(conf::addVariable);
        if (initializeParams) {
            parameters.values().forEach(view -> initialise(layer, view));
        }
        return Collections.synchronizedMap(parameters);
    }

    @Override
    public Map<String, INDArray> getGradientsFromFlattened(NeuralNetConfiguration conf, INDArray gradientView) {
        return views(conf.getLayer(), gradientView);
    }

    private Map<String, INDArray> views(Layer layer, INDArray flat) {
        Map<String, INDArray> views = new LinkedHashMap<>();
        if (flat != null && numParams(layer) > 0) {
            views.put(SYNAPSE, flat.reshape(flat.length()));
        }
        return views;
    }

    private static void initialise(SynapseLayer layer, INDArray view) {
        view.assign(Nd4j.createFromArray(learned(layer).initial()).castTo(view.dataType()));
        if (layer.getInitialSpread() > 0) {
            INDArray noise = Nd4j.randn(view.dataType(), view.length()); // seeded by the network, as weights are
            view.addi(noise.muli(layer.getInitialSpread()));
        }
    }

    private static LearnedSynapse learned(Layer layer) {
        SynapseLayer conf = (SynapseLayer) layer;
        return new LearnedSynapse(conf.getSynapse(), Math.toIntExact(conf.getNOut()));
    }
}
