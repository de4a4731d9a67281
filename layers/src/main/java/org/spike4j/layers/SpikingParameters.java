package org.spike4j.layers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.spike4j.neuron.LearnedConstants;

/** Lays the parameters of a spiking layer out in Deeplearning4j's flat vector, and sets their initial values. */
public final class SpikingParameters extends FlatParameters<NeuronLayer> {
    /** Weights. */
    public static final String WEIGHT = "W";
    /** Raw parameters of the delays of the weights. */
    public static final String DELAY = "delay";
    /** Recurrent weights. */
    public static final String RECURRENT_WEIGHT = "R";
    /** Bias. */
    public static final String BIAS = "b";
    /** Scale of the batch normalisation. */
    public static final String GAMMA = "gamma";
    /** Shift of the batch normalisation. */
    public static final String BETA = "beta";
    /** Running mean of the batch normalisation; not trained by gradient. */
    public static final String MEAN = "mean";
    /** Running variance of the batch normalisation; not trained by gradient. */
    public static final String VARIANCE = "var";
    /** Raw parameters of the neuron's learned constants. */
    public static final String NEURON = "neuron";

    private static final double MARGIN = 0.02;

    static final SpikingParameters INSTANCE = new SpikingParameters();

    private SpikingParameters() {
        super(NeuronLayer.class);
    }

    @Override
    boolean isWeight(String key) {
        return WEIGHT.equals(key) || RECURRENT_WEIGHT.equals(key);
    }

    @Override
    boolean isBias(String key) {
        return BIAS.equals(key);
    }

    @Override
    Map<String, long[]> shapes(NeuronLayer layer) {
        Map<String, long[]> shapes = new LinkedHashMap<>();
        long[] weights = layer.weightShape();
        if (weights.length > 0) {
            shapes.put(WEIGHT, weights);
        }
        if (layer.hasDelays()) {
            shapes.put(DELAY, weights);
        }
        long[] recurrent = layer.recurrentWeightShape();
        if (recurrent.length > 0) {
            shapes.put(RECURRENT_WEIGHT, recurrent);
        }
        long[] perChannel = {layer.getNOut()};
        if (layer.hasBias()) {
            shapes.put(BIAS, perChannel);
        }
        if (layer.hasBatchNorm()) {
            List.of(GAMMA, BETA, MEAN, VARIANCE).forEach(key -> shapes.put(key, perChannel));
        }
        int learned = learnedConstants(layer).count();
        if (learned > 0) {
            shapes.put(NEURON, new long[] {learned});
        }
        return shapes;
    }

    @Override
    void initialise(NeuronLayer layer, String key, INDArray view) {
        switch (key) {
            case WEIGHT -> {
                long[] shape = layer.weightShape();
                boolean dense = shape.length == 2;
                long field = dense ? 1 : shape[2] * shape[3];
                layer.getWeightInitFn()
                        .init(
                                layer.getNIn() * field,
                                layer.getNOut() * field,
                                shape,
                                order(shape),
                                view.reshape(order(shape), new long[] {view.length()}));
                layer.adjustWeights(view);
            }
            case DELAY -> {
                INDArray share = Nd4j.rand(view.dataType(), view.shape()); // seeded by the network, as weights are
                share.muli(1 - 2 * MARGIN).addi(MARGIN); // of the range, away from where delays hardly move
                view.assign(Transforms.log(share.div(share.rsub(1))));
            }
            case RECURRENT_WEIGHT -> layer.initialiseRecurrent(view);
            case BIAS -> view.assign(layer.getBiasInit());
            case GAMMA, VARIANCE -> view.assign(1);
            case BETA, MEAN -> view.assign(0);
            default -> {
                double[] raw = learnedConstants(layer).initial();
                view.assign(Nd4j.createFromArray(raw).castTo(view.dataType()));
            }
        }
    }

    private static LearnedConstants learnedConstants(NeuronLayer layer) {
        return new LearnedConstants(layer.getNeuron(), Math.toIntExact(layer.getNOut()), layer.getPlaces());
    }
}
