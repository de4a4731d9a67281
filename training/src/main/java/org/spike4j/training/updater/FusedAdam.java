package org.spike4j.training.updater;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.schedule.ISchedule;

/**
 * Adam in one pass over gradient and state, on the kernels' threads; ND4J's own takes one thread and several times as long.
 * Settings, state and results are those of {@link Adam}, the last within rounding, so a training that was started with one
 * goes on with the other.
 */
public final class FusedAdam extends Adam {
    private static final long serialVersionUID = 1L;

    /** With the usual constants: rate 0.001, decays 0.9 and 0.999, epsilon 1e-8. */
    public FusedAdam() {}

    /**
     * With a constant learning rate.
     *
     * @param learningRate per update
     */
    public FusedAdam(double learningRate) {
        super(learningRate);
    }

    /**
     * With a learning rate that changes.
     *
     * @param schedule of the learning rate
     */
    public FusedAdam(ISchedule schedule) {
        super(schedule);
    }

    @Override
    public GradientUpdater<?> instantiate(INDArray state, boolean initialise) {
        FusedAdamUpdater updater = new FusedAdamUpdater(this);
        long[] shape = state.shape();
        updater.setStateViewArray(state, new long[] {1, shape[shape.length - 1] / 2}, state.ordering(), initialise);
        return updater;
    }

    @Override
    public Adam clone() {
        FusedAdam copy = new FusedAdam();
        copy.setLearningRate(getLearningRate());
        copy.setLearningRateSchedule(
                getLearningRateSchedule() == null
                        ? null
                        : getLearningRateSchedule().clone());
        copy.setBeta1(getBeta1());
        copy.setBeta2(getBeta2());
        copy.setEpsilon(getEpsilon());
        return copy;
    }
}
