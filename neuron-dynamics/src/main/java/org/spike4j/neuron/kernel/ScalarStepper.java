package org.spike4j.neuron.kernel;

/** The reference over a row that keeps its state; also masks neurons that compete. */
final class ScalarStepper implements NeuronStepper {
    private final KernelPlan plan;
    private final ScalarTile tile;
    private final int count;
    private final double[] x;
    private final double[] y;
    private final double[] h;

    ScalarStepper(KernelPlan plan, int count) {
        this.plan = plan;
        this.count = count;
        tile = new ScalarTile(plan, true, 0, count);
        x = new double[count];
        y = new double[count];
        h = new double[count];
        reset();
    }

    @Override
    public void step(float[] input, float[] output) {
        for (int k = 0; k < count; k++) {
            x[k] = input[k];
        }
        tile.step(x, h, 0, y);
        if (plan.dynamics.inhibited()) {
            Inhibition.maskRow(y, h, plan.coefficients, plan.shape);
        }
        for (int k = 0; k < count; k++) {
            output[k] = (float) y[k];
        }
    }

    @Override
    public void reset() {
        tile.startState();
    }

    @Override
    public void save(float[] target, int at) {
        tile.saveState(target, at);
    }

    @Override
    public void restore(float[] source, int at) {
        tile.restoreState(source, at);
    }
}
