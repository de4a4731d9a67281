package org.spike4j.layers;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Lays the parameters of the parts of a {@link SpikingSelfAttention} out, part after part. */
final class SelfAttentionParameters implements ParamInitializer {
    static final SelfAttentionParameters INSTANCE = new SelfAttentionParameters();

    private SelfAttentionParameters() {}

    @Override
    public long numParams(NeuralNetConfiguration conf) {
        return numParams(conf.getLayer());
    }

    @Override
    public long numParams(Layer layer) {
        return parts(layer).stream().mapToLong(AttentionPart::length).sum();
    }

    @Override
    public List<String> paramKeys(Layer layer) {
        return parts(layer).stream()
                .flatMap(part -> part.layer().initializer().paramKeys(part.layer()).stream()
                        .map(part::key))
                .toList();
    }

    @Override
    public List<String> weightKeys(Layer layer) {
        return paramKeys(layer).stream()
                .filter(key -> isWeightParam(layer, key))
                .toList();
    }

    @Override
    public List<String> biasKeys(Layer layer) {
        return List.of();
    }

    @Override
    public boolean isWeightParam(Layer layer, String key) {
        return key.endsWith("." + SpikingParameters.WEIGHT);
    }

    @Override
    public boolean isBiasParam(Layer layer, String key) {
        return false;
    }

    @Override
    public Map<String, INDArray> init(NeuralNetConfiguration conf, INDArray paramsView, boolean initializeParams) {
        Map<String, INDArray> parameters = new LinkedHashMap<>();
        for (AttentionPart part : parts(conf.getLayer())) {
            part.layer()
                    .initializer()
                    .init(part.configuration(conf), part.view(paramsView), initializeParams)
                    .forEach((key, view) -> parameters.put(part.key(key), view));
        }
        parameters.keySet().forEach(conf::addVariable);
        return Collections.synchronizedMap(parameters);
    }

    @Override
    public Map<String, INDArray> getGradientsFromFlattened(NeuralNetConfiguration conf, INDArray gradientView) {
        Map<String, INDArray> views = new LinkedHashMap<>();
        for (AttentionPart part : parts(conf.getLayer())) {
            part.layer()
                    .initializer()
                    .getGradientsFromFlattened(part.configuration(conf), part.view(gradientView))
                    .forEach((key, view) -> views.put(part.key(key), view));
        }
        return views;
    }

    private static List<AttentionPart> parts(Layer layer) {
        return ((SpikingSelfAttention) layer).parts();
    }
}
