package org.spike4j.training.step;

import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.deeplearning4j.optimize.solvers.BaseOptimizer;
import org.deeplearning4j.optimize.stepfunctions.NegativeGradientStepFunction;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Applies a gradient that is already computed, in the order in which Deeplearning4j's stochastic gradient descent does: mean
 * over the samples, clipping, regularisation and updater, parameters, listeners, constraints.
 */
final class Update {
    private Update() {}

    /**
     * Updates the network by the gradient in its own gradient vector.
     *
     * @param network modified, its gradient vector too
     * @param samples over which the gradient is a sum
     */
    static void apply(MultiLayerNetwork network, int samples) {
        int iteration = network.getIterationCount();
        int epoch = network.getEpochCount();
        for (TrainingListener listener : network.getListeners()) {
            listener.onGradientCalculation(network);
        }
        Gradient gradient = network.gradient();
        network.getUpdater().update(network, gradient, iteration, epoch, samples, LayerWorkspaceMgr.noWorkspaces());
        INDArray step = gradient.gradient();
        new NegativeGradientStepFunction().step(network.params(), step.reshape(step.length()));
        try (MemoryWorkspace ignored = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
            for (TrainingListener listener : network.getListeners()) {
                listener.iterationDone(network, iteration, epoch);
            }
        }
        BaseOptimizer.incrementIterationCount(network, 1);
        BaseOptimizer.applyConstraints(network);
    }

    /**
     * Updates a graph by the gradient in its own gradient vector.
     *
     * @param graph modified, its gradient vector too
     * @param samples over which the gradient is a sum
     */
    static void apply(ComputationGraph graph, int samples) {
        int iteration = graph.getIterationCount();
        int epoch = graph.getEpochCount();
        for (TrainingListener listener : graph.getListeners()) {
            listener.onGradientCalculation(graph);
        }
        Gradient gradient = graph.gradient();
        graph.getUpdater().update(gradient, iteration, epoch, samples, LayerWorkspaceMgr.noWorkspaces());
        INDArray step = gradient.gradient();
        new NegativeGradientStepFunction().step(graph.params(), step.reshape(step.length()));
        try (MemoryWorkspace ignored = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
            for (TrainingListener listener : graph.getListeners()) {
                listener.iterationDone(graph, iteration, epoch);
            }
        }
        BaseOptimizer.incrementIterationCount(graph, 1);
        BaseOptimizer.applyConstraints(graph);
    }
}
