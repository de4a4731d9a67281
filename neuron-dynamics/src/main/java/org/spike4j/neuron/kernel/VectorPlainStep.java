package org.spike4j.neuron.kernel;

import static org.spike4j.neuron.kernel.VectorStep.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** The step of the commonest neuron, see {@link PlainNeuron}, on vectors. Kinds must be constants to the JIT. */
final class VectorPlainStep {
    private VectorPlainStep() {}

    static FloatVector all(float value) {
        return FloatVector.broadcast(SPECIES, value);
    }

    /** A coefficient of the elements at an index: the one of all, which is in a register, or what the row says. */
    static FloatVector each(PlainKind kind, FloatVector ofAll, float[] row, int index) {
        return kind.uniform() ? ofAll : FloatVector.fromArray(SPECIES, row, index);
    }

    static FloatVector membrane(FloatVector v, FloatVector x, FloatVector a, FloatVector gain, FloatVector drive) {
        return v.fma(a, x.fma(gain, drive));
    }

    static FloatVector reset(
            boolean toValue, FloatVector h, FloatVector fireAt, FloatVector subtracted, FloatVector value) {
        return h.blend(toValue ? value : h.sub(subtracted), h.compare(VectorOperators.GE, fireAt));
    }

    static FloatVector spikes(FloatVector h, FloatVector fireAt, FloatVector amplitude) {
        return FloatVector.zero(SPECIES).blend(amplitude, h.compare(VectorOperators.GE, fireAt));
    }
}
