package org.spike4j.neuron.kernel;

import static org.spike4j.neuron.kernel.VectorStep.LANES;
import static org.spike4j.neuron.kernel.VectorStep.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import org.spike4j.neuron.surrogate.ATan;
import org.spike4j.neuron.surrogate.FastSigmoid;
import org.spike4j.neuron.surrogate.Gaussian;
import org.spike4j.neuron.surrogate.Rectangle;
import org.spike4j.neuron.surrogate.Sigmoid;
import org.spike4j.neuron.surrogate.Surrogate;
import org.spike4j.neuron.surrogate.Triangle;

/**
 * The surrogate families on vectors; each formula is that of the family's record. A surrogate without one here is evaluated
 * element by element, a row at a time, before the rows on vectors that use its slopes: a call between vectors would leave
 * them boxed.
 */
final class VectorSurrogate {
    private static final float LOG2_E = 1.442695041f;
    private static final float LN2_HIGH = 0.693359375f;
    private static final float LN2_LOW = -2.12194440e-4f;
    private static final float ROUND = 12582912f; // 1.5 * 2^23: adding it rounds to a whole number
    private static final float SMALLEST = -87f; // exp(-87) is the smallest power here that is still a normal float

    /** The formulas. */
    enum Family {
        NONE,
        ATAN,
        FAST_SIGMOID,
        TRIANGLE,
        RECTANGLE,
        GAUSSIAN,
        SIGMOID,
        /** None of these: element by element. */
        OTHER
    }

    private final Family family;
    private final float height;
    private final float scale;
    private final Surrogate elements;

    private VectorSurrogate(Family family, double height, double scale) {
        this(family, height, scale, null);
    }

    private VectorSurrogate(Family family, double height, double scale, Surrogate elements) {
        this.family = family;
        this.elements = elements;
        this.height = (float) height;
        this.scale = (float) scale;
    }

    /** A surrogate for the vector kernel; a missing one has derivative 0. */
    static VectorSurrogate of(Surrogate surrogate) {
        if (surrogate == null) {
            return new VectorSurrogate(Family.NONE, 0, 0);
        } else if (surrogate instanceof ATan s) {
            return new VectorSurrogate(Family.ATAN, s.height(), s.slope());
        } else if (surrogate instanceof FastSigmoid s) {
            return new VectorSurrogate(Family.FAST_SIGMOID, s.height(), s.slope());
        } else if (surrogate instanceof Triangle s) {
            return new VectorSurrogate(Family.TRIANGLE, s.height(), s.slope());
        } else if (surrogate instanceof Rectangle s) {
            return new VectorSurrogate(Family.RECTANGLE, s.height(), s.halfWidth());
        } else if (surrogate instanceof Gaussian s) {
            return new VectorSurrogate(Family.GAUSSIAN, s.height(), s.slope());
        } else if (surrogate instanceof Sigmoid s) {
            return new VectorSurrogate(Family.SIGMOID, s.height(), s.slope());
        }
        return new VectorSurrogate(Family.OTHER, 0, 0, surrogate);
    }

    Family family() {
        return family;
    }

    /** Whether there is a {@link #derivative} of vectors; if not, {@link #slopeRow} is the way. */
    boolean isVectorised() {
        return family != Family.OTHER;
    }

    /** Whether the derivative takes only a few instructions. */
    boolean isShort() {
        return family != Family.GAUSSIAN && family != Family.SIGMOID;
    }

    /** The surrogate derivative at h - theta of a row. */
    void slopeRow(float[] h, int hAt, float[] theta, int thetaMask, float[] slope, int from, int to) {
        if (family == Family.OTHER) {
            slopeElements(h, hAt, theta, thetaMask, slope, from, to);
            return;
        }
        for (int k = from; k < to; k += LANES) {
            FloatVector x = FloatVector.fromArray(SPECIES, h, hAt + k)
                    .sub(FloatVector.fromArray(SPECIES, theta, k & thetaMask));
            derivative(x).intoArray(slope, k);
        }
    }

    private void slopeElements(float[] h, int hAt, float[] theta, int thetaMask, float[] slope, int from, int to) {
        for (int k = from; k < to; k++) {
            slope[k] = (float) elements.derivative(h[hAt + k] - theta[k & thetaMask]);
        }
    }

    /** The surrogate derivative at x = h - theta. */
    FloatVector derivative(FloatVector x) {
        return derivative(family, x);
    }

    /** The same where the family is a constant to the JIT, which sees through comparisons but not through a switch. */
    FloatVector derivative(Family constant, FloatVector x) {
        if (constant == Family.ATAN) {
            FloatVector u = x.mul(scale);
            return FloatVector.broadcast(SPECIES, height).div(u.fma(u, FloatVector.broadcast(SPECIES, 1)));
        } else if (constant == Family.FAST_SIGMOID) {
            FloatVector u = x.abs().mul(scale).add(1);
            return FloatVector.broadcast(SPECIES, height).div(u.mul(u));
        } else if (constant == Family.TRIANGLE) {
            return x.abs().mul(-scale).add(1).max(0).mul(height);
        } else if (constant == Family.RECTANGLE) {
            return FloatVector.zero(SPECIES).blend(height, x.abs().compare(VectorOperators.LT, scale));
        } else if (constant == Family.GAUSSIAN) {
            FloatVector u = x.mul(scale);
            return exp(u.mul(u).neg()).mul(height);
        } else if (constant == Family.SIGMOID) {
            FloatVector e = exp(x.mul(scale).abs().neg());
            FloatVector d = e.add(1);
            return e.mul(4 * height).div(d.mul(d));
        }
        return FloatVector.zero(SPECIES);
    }

    /** exp(x) for x <= 0 by range reduction and a polynomial, relative error below 2e-7; values below -87 as -87. */
    private static FloatVector exp(FloatVector x) {
        FloatVector z = x.max(SMALLEST);
        FloatVector rounded = z.mul(LOG2_E).add(ROUND);
        FloatVector n = rounded.sub(ROUND);
        FloatVector r = n.mul(-LN2_HIGH).add(z).sub(n.mul(LN2_LOW));
        FloatVector p = r.broadcast(1f / 720)
                .mul(r)
                .add(1f / 120)
                .mul(r)
                .add(1f / 24)
                .mul(r)
                .add(1f / 6)
                .mul(r)
                .add(0.5f)
                .mul(r)
                .add(1)
                .mul(r)
                .add(1);
        return p.mul(powerOfTwo(rounded));
    }

    /** 2^n of whole n in -126 to 0, given n + ROUND, which holds n in its lowest bits: they become the exponent. */
    private static FloatVector powerOfTwo(FloatVector rounded) {
        return rounded.reinterpretAsInts()
                .lanewise(VectorOperators.LSHL, 23)
                .add(127 << 23)
                .reinterpretAsFloats();
    }
}
