package org.spike4j.neuron.kernel;

import static org.spike4j.neuron.kernel.Coefficient.AMPLITUDE;
import static org.spike4j.neuron.kernel.Coefficient.DECAY;
import static org.spike4j.neuron.kernel.Coefficient.DRIVE;
import static org.spike4j.neuron.kernel.Coefficient.GAIN;
import static org.spike4j.neuron.kernel.Coefficient.LEAK;
import static org.spike4j.neuron.kernel.Coefficient.LEAK_DRIVE;
import static org.spike4j.neuron.kernel.Coefficient.RESET_VALUE;
import static org.spike4j.neuron.kernel.Coefficient.SYNAPSE_DECAY;
import static org.spike4j.neuron.kernel.Coefficient.THRESHOLD;

import java.util.Arrays;

/** The state of a tile's neurons and their step, one element at a time. */
final class ScalarTile {
    final KernelPlan plan;
    final double[] v;
    private final double[] i;
    private final boolean floats;
    private final long start;
    private final int count;
    private final double[][] values = new double[Coefficient.COUNT][];

    ScalarTile(KernelPlan plan, boolean floats, long start, int count) {
        this.plan = plan;
        this.floats = floats;
        this.start = start;
        this.count = count;
        v = new double[count];
        i = new double[count];
        for (Coefficient coefficient : Coefficient.values()) {
            double[] row = new double[count];
            for (int k = 0; k < count; k++) {
                row[k] = plan.coefficients.get(coefficient, plan.shape.channelOf(start + k));
            }
            values[coefficient.ordinal()] = row;
        }
    }

    double at(Coefficient coefficient, int k) {
        return values[coefficient.ordinal()][k];
    }

    void loadState(Slabs state) {
        if (state == null) {
            startState();
            return;
        }
        state.load(0, start, count, v, 0);
        if (plan.synapse) {
            state.load(1, start, count, i, 0);
        }
    }

    /** The state before the first step. */
    void startState() {
        Arrays.fill(v, rounded(plan.dynamics.initialMembrane()));
        Arrays.fill(i, 0);
    }

    /** Copies the state out, v and then i where there is a synapse. */
    void saveState(float[] target, int at) {
        for (int k = 0; k < count; k++) {
            target[at + k] = (float) v[k];
        }
        for (int k = 0; plan.synapse && k < count; k++) {
            target[at + count + k] = (float) i[k];
        }
    }

    /** Takes the state back from where it was saved. */
    void restoreState(float[] source, int at) {
        for (int k = 0; k < count; k++) {
            v[k] = source[at + k];
        }
        for (int k = 0; plan.synapse && k < count; k++) {
            i[k] = source[at + count + k];
        }
    }

    void storeState(Slabs state) {
        if (state == null) {
            return;
        }
        state.store(0, start, count, v, 0);
        if (plan.synapse) {
            state.store(1, start, count, i, 0);
        }
    }

    boolean isNumber() {
        return Arrays.stream(v).noneMatch(Double::isNaN);
    }

    /** One step of all neurons: writes h at an offset and y, and moves the state on. */
    void step(double[] x, double[] h, int at, double[] y) {
        for (int k = 0; k < count; k++) {
            double j = synapticInput(x[k], k);
            double membrane = rounded(membrane(j, k));
            double distance = membrane - at(THRESHOLD, k);
            boolean fired = fires(distance);
            double r = afterReset(membrane, fired, k);
            h[at + k] = membrane;
            v[k] = rounded(at(LEAK, k) * r + at(LEAK_DRIVE, k));
            i[k] = rounded(at(SYNAPSE_DECAY, k) * j);
            y[k] = switch (plan.tap) {
                case SPIKE -> fired ? at(AMPLITUDE, k) : 0;
                case MEMBRANE -> plan.activation.value(membrane);
                case DISTANCE -> plan.activation.value(distance);
                case RESET -> plan.activation.value(r);
                case CARRIED -> plan.activation.value(v[k]);
            };
        }
    }

    double synapticInput(double x, int k) {
        return plan.synapse ? i[k] + x : x;
    }

    boolean fires(double distance) {
        return plan.fires && (plan.firesAtThreshold ? distance >= 0 : distance > 0);
    }

    double afterReset(double membrane, boolean fired, int k) {
        if (!fired || plan.delayed) {
            return membrane;
        }
        if (plan.subtracts) {
            return membrane - at(THRESHOLD, k);
        }
        return plan.resetsToValue ? at(RESET_VALUE, k) : membrane;
    }

    /** A state variable as the tensors hold it, so that it may leave and re-enter between any two steps. */
    private double rounded(double state) {
        return floats ? (float) state : state;
    }

    private double membrane(double j, int k) {
        double carried = v[k];
        double taken = 0;
        if (plan.delayed && fires(carried - at(THRESHOLD, k))) {
            carried = plan.resetsToValue ? at(RESET_VALUE, k) : carried;
            taken = plan.subtracts ? at(THRESHOLD, k) : 0;
        }
        return at(DECAY, k) * carried + at(GAIN, k) * j + at(DRIVE, k) - taken;
    }
}
