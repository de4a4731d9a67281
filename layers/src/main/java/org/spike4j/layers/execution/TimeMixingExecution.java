package org.spike4j.layers.execution;

import java.util.Arrays;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.BaseLayer;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.spike4j.layers.TimeMixing;

/** {@link TimeMixing} at work: one matrix product over [T, N * units]. */
public final class TimeMixingExecution extends BaseLayer<TimeMixing> {
    private static final long serialVersionUID = 1L;

    /**
     * A layer.
     *
     * @param conf its configuration
     * @param dataType of its parameters
     */
    public TimeMixingExecution(NeuralNetConfiguration conf, DataType dataType) {
        super(conf, dataType);
    }

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
        assertInputSet(false);
        applyDropOutIfNecessary(training, workspaces);
        INDArray rows = rows(input);
        INDArray mixed = workspaces.createUninitialized(ArrayType.ACTIVATIONS, rows.dataType(), rows.shape(), 'c');
        weights().transpose().mmuli(rows, mixed);
        mixed.addiColumnVector(getParam(DefaultParamInitializer.BIAS_KEY).reshape(steps(), 1));
        return Memory.fold(mixed.reshape('c', input.shape()));
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        assertInputSet(true);
        INDArray rows = rows(input);
        INDArray upstream =
                Memory.dense(epsilon, ArrayType.BP_WORKING_MEM, workspaces).reshape('c', rows.shape());
        INDArray onWeights = gradientViews.get(DefaultParamInitializer.WEIGHT_KEY);
        onWeights.assign(rows.mmul(upstream.transpose()));
        if (layerConf().getOrder() > 0) {
            onWeights.muli(mask());
        }
        INDArray onBias = gradientViews.get(DefaultParamInitializer.BIAS_KEY);
        onBias.assign(upstream.sum(1).reshape(onBias.shape()));
        Gradient gradient = new DefaultGradient(gradientsFlattened);
        gradient.gradientForVariable().put(DefaultParamInitializer.WEIGHT_KEY, onWeights);
        gradient.gradientForVariable().put(DefaultParamInitializer.BIAS_KEY, onBias);
        INDArray below = workspaces.createUninitialized(ArrayType.ACTIVATION_GRAD, rows.dataType(), rows.shape(), 'c');
        weights().mmuli(upstream, below);
        return new Pair<>(gradient, backpropDropOutIfPresent(below.reshape('c', input.shape())));
    }

    /** The weights [from][to] behind the mask. */
    private INDArray weights() {
        INDArray weights = getParam(DefaultParamInitializer.WEIGHT_KEY);
        return layerConf().getOrder() > 0 ? weights.mul(mask()) : weights;
    }

    private INDArray mask() {
        int steps = Math.toIntExact(steps());
        double[][] mask = new double[steps][steps];
        for (int from = 0; from < steps; from++) {
            for (int to = 0; to < steps; to++) {
                boolean near = from <= to && from > to - layerConf().getOrder();
                mask[from][to] = near ? 1 : 1 - layerConf().getMasking();
            }
        }
        return Nd4j.createFromArray(mask).castTo(dataType);
    }

    /** [T, N * units]. */
    private INDArray rows(INDArray sequence) {
        if (sequence.rank() < 3 || sequence.size(0) != steps()) {
            throw new IllegalArgumentException("input of TimeMixing must reach it as [" + steps() + ", N, ...], was "
                    + Arrays.toString(sequence.shape())
                    + "; call setInputType(...) on the configuration, and steps(...) with the T of the data "
                    + layerId());
        }
        return sequence.reshape('c', steps(), sequence.length() / steps());
    }

    private long steps() {
        return layerConf().getNIn();
    }

    @Override
    public boolean isPretrainLayer() {
        return false;
    }
}
