package org.spike4j.layers;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The kernels of a {@link LearnedQuantization}, one after the other, each a triangle at first. */
public final class QuantizationParameters implements ParamInitializer {
    /** Kernels, w(-R) to w(R) of each. */
    public static final String KERNEL = "K";

    static final QuantizationParameters INSTANCE = new QuantizationParameters();

    private QuantizationParameters() {}

    @Override
    public long numParams(NeuralNetConfiguration conf) {
        return numParams(conf.getLayer());
    }

    @Override
    public long numParams(Layer layer) {
        LearnedQuantization quantization = (LearnedQuantization) layer;
        return quantization.kernels() * quantization.getKernel();
    }

    @Override
    public List<String> paramKeys(Layer layer) {
        return List.of(KERNEL);
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
        conf.addVariable(KERNEL);
        if (initializeParams) {
            LearnedQuantization layer = (LearnedQuantization) conf.getLayer();
            INDArray kernels = parameters.get(KERNEL);
            for (long k = 0; k < kernels.length(); k++) {
                long j = k % layer.getKernel() - layer.getKernel() / 2;
                kernels.putScalar(k, Math.max(0, 1 - (double) Math.abs(j) / layer.getStride()));
            }
        }
        return Collections.synchronizedMap(parameters);
    }

    @Override
    public Map<String, INDArray> getGradientsFromFlattened(NeuralNetConfiguration conf, INDArray gradientView) {
        Map<String, INDArray> views = new LinkedHashMap<>();
        views.put(KERNEL, gradientView.reshape(gradientView.length()));
        return views;
    }
}
