package org.spike4j.neuron.kernel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * The vector kernel over a row that keeps its membrane, for the commonest neurons; input and output pass through one padded
 * piece of memory.
 */
final class VectorStepper implements NeuronStepper {
    private final KernelPlan plan;
    private final VectorTile tile;
    private final FloatBuffer row;
    private final VectorRow memory;
    private final int count;
    private final int padded;

    /**
     * Whether the plan has rows that are one straight piece of code. What is made of several methods leaves boxed vectors
     * behind wherever the JIT does not inline one of them, and which it inlines depends on what else the JVM has run.
     */
    static boolean covers(KernelPlan plan) {
        return !plan.dynamics.inhibited() && (plan.plain || plan.delayedPlain || plan.integrates);
    }

    VectorStepper(KernelPlan plan, int count) {
        this.plan = plan;
        this.count = count;
        padded = VectorKernel.padded(count);
        tile = VectorTile.keeping(plan, padded);
        ByteBuffer bytes = ByteBuffer.allocateDirect(padded * Float.BYTES).order(ByteOrder.nativeOrder());
        row = bytes.asFloatBuffer();
        memory = VectorRow.of(bytes, 0);
        reset();
    }

    @Override
    public void step(float[] input, float[] output) {
        row.put(0, input, 0, count);
        if (plan.plain) {
            VectorPlainRow.spikesRow(plan.plainNeuron, tile, memory, memory, 0, padded);
        } else {
            VectorKernel.forwardRow(plan, tile, memory.memory(), 0, memory.memory(), 0, null, 0, 0, padded);
        }
        row.get(0, output, 0, count);
    }

    @Override
    public void reset() {
        Arrays.fill(tile.v, (float) plan.dynamics.initialMembrane());
    }

    @Override
    public void save(float[] target, int at) {
        System.arraycopy(tile.v, 0, target, at, count);
    }

    @Override
    public void restore(float[] source, int at) {
        System.arraycopy(source, at, tile.v, 0, count);
    }
}
