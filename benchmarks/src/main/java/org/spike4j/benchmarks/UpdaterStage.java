package org.spike4j.benchmarks;

import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.spike4j.neuron.kernel.Stage;
import org.spike4j.neuron.kernel.StageClock;
import org.spike4j.neuron.kernel.StageClock.Running;

/** Reports the updater as a stage: Deeplearning4j runs it between the gradients and the end of the iteration. */
final class UpdaterStage extends BaseTrainingListener {
    private Running updater;

    @Override
    public void onGradientCalculation(Model model) {
        updater = StageClock.enter(Stage.UPDATER);
    }

    @Override
    public void iterationDone(Model model, int iteration, int epoch) {
        if (updater != null) {
            updater.close();
            updater = null;
        }
    }
}
