package org.spike4j.neuron.kernel;

import static org.spike4j.neuron.kernel.VectorStep.LANES;
import static org.spike4j.neuron.kernel.VectorStep.SPECIES;

import java.util.function.DoubleUnaryOperator;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import org.spike4j.neuron.surrogate.Surrogate;

/** Functions of compiled programs that are rare in a step: all but rounding are computed lane by lane in double. */
final class VectorFunctions {
    private static final float ROUND = 12582912f; // 1.5 * 2^23: adding it rounds to a whole number
    private static final float LARGEST =
            4194304f; // 2^22: from there on the trick fails, and nearly all floats are whole

    private VectorFunctions() {}

    static FloatVector round(FloatVector x) {
        FloatVector rounded = x.add(ROUND).sub(ROUND);
        return x.blend(rounded, x.abs().compare(VectorOperators.LT, LARGEST));
    }

    static FloatVector log(FloatVector x) {
        return each(x, Math::log);
    }

    static FloatVector sin(FloatVector x) {
        return each(x, Math::sin);
    }

    static FloatVector cos(FloatVector x) {
        return each(x, Math::cos);
    }

    static FloatVector power(FloatVector x, FloatVector exponent) {
        float[] base = x.toArray();
        float[] by = exponent.toArray();
        for (int k = 0; k < LANES; k++) {
            base[k] = (float) Math.pow(base[k], by[k]);
        }
        return FloatVector.fromArray(SPECIES, base, 0);
    }

    static FloatVector slope(Surrogate surrogate, FloatVector x) {
        return each(x, surrogate::derivative);
    }

    private static FloatVector each(FloatVector x, DoubleUnaryOperator function) {
        float[] lanes = x.toArray();
        for (int k = 0; k < LANES; k++) {
            lanes[k] = (float) function.applyAsDouble(lanes[k]);
        }
        return FloatVector.fromArray(SPECIES, lanes, 0);
    }
}
