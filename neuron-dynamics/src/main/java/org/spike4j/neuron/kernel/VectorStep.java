package org.spike4j.neuron.kernel;

import static org.spike4j.neuron.kernel.Coefficient.AMPLITUDE;
import static org.spike4j.neuron.kernel.Coefficient.DECAY;
import static org.spike4j.neuron.kernel.Coefficient.DRIVE;
import static org.spike4j.neuron.kernel.Coefficient.GAIN;
import static org.spike4j.neuron.kernel.Coefficient.LEAK;
import static org.spike4j.neuron.kernel.Coefficient.LEAK_DRIVE;
import static org.spike4j.neuron.kernel.Coefficient.RESET_VALUE;
import static org.spike4j.neuron.kernel.Coefficient.THRESHOLD;

import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.spike4j.neuron.Activation;

/**
 * The step of {@link AffineDynamics} on rows of floats. Unchecked. Methods stay small: what the JIT does not inline, it
 * passes boxed.
 */
final class VectorStep {
    static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    static final ByteOrder ORDER = ByteOrder.nativeOrder();
    static final int LANES = SPECIES.length();

    private VectorStep() {}

    /** Steps the elements from..to of a tile; row memory is addressed from its first byte. */
    static void forwardRow(
            KernelPlan plan,
            VectorTile tile,
            Object x,
            int xAt,
            Object y,
            int yAt,
            float[] trace,
            int traceAt,
            int from,
            int to) {
        for (int k = from; k < to; k += LANES) {
            int at = (k - from) * Float.BYTES;
            FloatVector h = membrane(plan, tile, VectorMemory.load(x, xAt + at), k);
            FloatVector distance = h.sub(value(tile, THRESHOLD, k));
            VectorMask<Float> fired = fires(plan, distance);
            FloatVector r = afterReset(plan, tile, h, distance, fired, k);
            FloatVector v = leak(plan, tile, r, k);
            v.intoArray(tile.v, k);
            if (trace != null) {
                h.intoArray(trace, traceAt + k);
            }
            if (y != null) {
                FloatVector output = plan.spikes
                        ? FloatVector.zero(SPECIES).blend(value(tile, AMPLITUDE, k), fired)
                        : tapped(plan, h, distance, r, v);
                VectorMemory.store(output, y, yAt + at);
            }
        }
    }

    static FloatVector value(VectorTile tile, Coefficient coefficient, int k) {
        int which = coefficient.ordinal();
        return FloatVector.fromArray(SPECIES, tile.coefficient[which], k & tile.mask[which]);
    }

    static VectorMask<Float> fires(KernelPlan plan, FloatVector distance) {
        if (!plan.fires) {
            return SPECIES.maskAll(false);
        }
        return distance.compare(plan.firesAtThreshold ? VectorOperators.GE : VectorOperators.GT, 0);
    }

    static FloatVector afterReset(
            KernelPlan plan, VectorTile tile, FloatVector h, FloatVector distance, VectorMask<Float> fired, int k) {
        if (plan.delayed) {
            return h;
        }
        if (plan.subtracts) {
            return h.blend(distance, fired);
        }
        return plan.resetsToValue ? h.blend(value(tile, RESET_VALUE, k), fired) : h;
    }

    static FloatVector leak(KernelPlan plan, VectorTile tile, FloatVector r, int k) {
        return plan.leaks ? r.fma(value(tile, LEAK, k), value(tile, LEAK_DRIVE, k)) : r;
    }

    /** The carried membrane after a reset to a value that was due from the step before. */
    static FloatVector resetBefore(KernelPlan plan, VectorTile tile, FloatVector before, int k) {
        if (!plan.delayed || !plan.resetsToValue) {
            return before;
        }
        VectorMask<Float> due = fires(plan, before.sub(value(tile, THRESHOLD, k)));
        return before.blend(value(tile, RESET_VALUE, k), due);
    }

    private static FloatVector membrane(KernelPlan plan, VectorTile tile, FloatVector x, int k) {
        FloatVector before = FloatVector.fromArray(SPECIES, tile.v, k);
        FloatVector drive = x.fma(value(tile, GAIN, k), value(tile, DRIVE, k));
        FloatVector h = resetBefore(plan, tile, before, k).fma(value(tile, DECAY, k), drive);
        if (plan.delayed && plan.subtracts) {
            FloatVector theta = value(tile, THRESHOLD, k);
            return h.blend(h.sub(theta), fires(plan, before.sub(theta)));
        }
        return h;
    }

    private static FloatVector tapped(
            KernelPlan plan, FloatVector h, FloatVector distance, FloatVector r, FloatVector v) {
        FloatVector o = switch (plan.tap) {
            case DISTANCE -> distance;
            case RESET -> r;
            case CARRIED -> v;
            default -> h;
        };
        return plan.activation == Activation.RELU ? o.max(0) : o;
    }
}
