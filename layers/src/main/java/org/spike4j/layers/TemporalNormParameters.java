package org.spike4j.layers;

import java.util.LinkedHashMap;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Lays the parameters of a {@link TemporalBatchNorm} out in Deeplearning4j's flat vector: {@code gamma}, {@code beta}, {@code
 * mean} and {@code var}, group after group, and {@code p}, as far as its kind has them.
 */
public final class TemporalNormParameters extends FlatParameters<TemporalBatchNorm> {
    /** Learned weight of each step. */
    public static final String STEP_WEIGHT = "p";

    static final TemporalNormParameters INSTANCE = new TemporalNormParameters();

    private TemporalNormParameters() {
        super(TemporalBatchNorm.class);
    }

    @Override
    Map<String, long[]> shapes(TemporalBatchNorm layer) {
        TemporalNorm norm = layer.getNorm();
        long[] perGroup = {norm.groups() * layer.getNOut()};
        Map<String, long[]> shapes = new LinkedHashMap<>();
        shapes.put(SpikingParameters.GAMMA, perGroup);
        if (norm.hasShift()) {
            shapes.put(SpikingParameters.BETA, perGroup);
        }
        shapes.put(SpikingParameters.MEAN, perGroup);
        shapes.put(SpikingParameters.VARIANCE, perGroup);
        if (norm.weighsSteps()) {
            shapes.put(STEP_WEIGHT, new long[] {norm.steps()});
        }
        return shapes;
    }

    @Override
    void initialise(TemporalBatchNorm layer, String key, INDArray view) {
        switch (key) {
            case SpikingParameters.BETA, SpikingParameters.MEAN -> view.assign(0);
            default -> view.assign(1);
        }
    }
}
