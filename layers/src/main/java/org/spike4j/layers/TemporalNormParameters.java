package org.spike4j.layers;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Lays the parameters of a {@link TemporalBatchNorm} out in Deeplearning4j's flat vector: {@code gamma}, {@code beta}, {@code
 * mean} and {@code var}, group after group, and {@code p}, as far as its kind has them.
 */
public final class TemporalNormParameters implements ParamInitializer {
    /** Learned weight of each step. */
    public static final String STEP_WEIGHT = "p";

    static final TemporalNormParameters INSTANCE = new TemporalNormParameters();

    private TemporalNormParameters() {}

    @Override
    public long numParams(NeuralNetConfiguration conf) {
        return numParams(conf.getLayer());
    }

    @Override
    public long numParams(Layer layer) {
        return lengths(layer).values().stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public List<String> paramKeys(Layer layer) {
        return new ArrayList<>(lengths(layer).keySet());
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
        Map<String, INDArray> parameters = getGradientsFromFlattened(conf, paramsView);
        parameters.keySet().forEach(conf::addVariable);
        if (initializeParams) {
            parameters.forEach((key, view) -> view.assign(initial(key)));
        }
        return Collections.synchronizedMap(parameters);
    }

    @Override
    public Map<String, INDArray> getGradientsFromFlattened(NeuralNetConfiguration conf, INDArray gradientView) {
        Map<String, INDArray> views = new LinkedHashMap<>();
        INDArray vector = gradientView.reshape(gradientView.length());
        long at = 0;
        for (Map.Entry<String, Long> entry : lengths(conf.getLayer()).entrySet()) {
            views.put(entry.getKey(), vector.get(NDArrayIndex.interval(at, at + entry.getValue())));
            at += entry.getValue();
        }
        return views;
    }

    private static Map<String, Long> lengths(Layer layer) {
        TemporalBatchNorm batchNorm = (TemporalBatchNorm) layer;
        TemporalNorm norm = batchNorm.getNorm();
        long perGroup = norm.groups() * batchNorm.getNOut();
        Map<String, Long> lengths = new LinkedHashMap<>();
        lengths.put(SpikingParameters.GAMMA, perGroup);
        if (norm.hasShift()) {
            lengths.put(SpikingParameters.BETA, perGroup);
        }
        lengths.put(SpikingParameters.MEAN, perGroup);
        lengths.put(SpikingParameters.VARIANCE, perGroup);
        if (norm.weighsSteps()) {
            lengths.put(STEP_WEIGHT, (long) norm.steps());
        }
        return lengths;
    }

    private static double initial(String key) {
        return switch (key) {
            case SpikingParameters.BETA, SpikingParameters.MEAN -> 0;
            default -> 1;
        };
    }
}
