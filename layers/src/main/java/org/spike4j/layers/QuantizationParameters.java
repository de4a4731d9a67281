package org.spike4j.layers;

import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The kernels of a {@link LearnedQuantization}, one after the other, each a triangle at first. */
public final class QuantizationParameters extends FlatParameters<LearnedQuantization> {
    /** Kernels, w(-R) to w(R) of each. */
    public static final String KERNEL = "K";

    static final QuantizationParameters INSTANCE = new QuantizationParameters();

    private QuantizationParameters() {
        super(LearnedQuantization.class);
    }

    @Override
    Map<String, long[]> shapes(LearnedQuantization layer) {
        return Map.of(KERNEL, new long[] {layer.kernels() * layer.getKernel()});
    }

    @Override
    void initialise(LearnedQuantization layer, String key, INDArray view) {
        for (long k = 0; k < view.length(); k++) {
            long j = k % layer.getKernel() - layer.getKernel() / 2;
            view.putScalar(k, Math.max(0, 1 - (double) Math.abs(j) / layer.getStride()));
        }
    }
}
