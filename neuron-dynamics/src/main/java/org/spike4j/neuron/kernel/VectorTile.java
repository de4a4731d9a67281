package org.spike4j.neuron.kernel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * Scratch of one tile for the vector kernel: state, coefficients expanded to one value an element, and accumulators, all
 * padded to whole vectors. Kept by thread, so that passes do not allocate.
 */
final class VectorTile {
    private static final ThreadLocal<VectorTile> LOCAL = ThreadLocal.withInitial(VectorTile::new);

    final float[][] coefficient = new float[Coefficient.COUNT][0];
    /** What an index into a coefficient is and-ed with: 0 where one value serves the whole tile, else all bits. */
    final int[] mask = new int[Coefficient.COUNT];

    final float[][] sum = new float[Coefficient.COUNT][0];
    float[] v = new float[0];
    float[] dv = new float[0];
    float[] dh = new float[0];
    float[] dx = new float[0];
    float[] slope = new float[0];
    float[] through = new float[0];
    float[] vBefore = new float[0];
    float[] vInitial = new float[0];
    float[] h = new float[0];
    /** Off-heap rows for what does not fill whole vectors or blocks, and for what the caller does not want. */
    VectorRow[] edge = new VectorRow[0];

    VectorRow[] spare = new VectorRow[0];
    /** Signs of two rows of blocks, see {@link VectorBits}. */
    int[] raw = new int[0];

    final int[] block = new int[VectorStep.LANES];

    private VectorTile() {}

    /** The scratch of this thread, with the state and the coefficients of a tile. */
    static VectorTile prepare(KernelPlan plan, PassMemory memory, long start, int count) {
        int padded = (count + VectorBits.BLOCK - 1) / VectorBits.BLOCK * VectorBits.BLOCK;
        VectorTile tile = LOCAL.get();
        tile.reserve(padded);
        for (Coefficient coefficient : Coefficient.values()) {
            if (coefficient != Coefficient.SYNAPSE_DECAY) {
                tile.expand(plan, coefficient, start, count, padded);
            }
        }
        Arrays.fill(tile.v, 0, padded, (float) plan.dynamics.initialMembrane());
        if (memory.initialState() != null) {
            memory.initialState().load(0, start, count, tile.v, 0);
        }
        return tile;
    }

    /**
     * A tile of its own for a row of one step that begins with channel 0, channels fastest; it keeps its membrane. Where the
     * channels repeat in a power of two, a coefficient is as long as one period.
     */
    static VectorTile keeping(KernelPlan plan, int padded) {
        VectorTile tile = new VectorTile();
        tile.v = new float[padded];
        int channels = plan.shape.channels();
        int period = Integer.bitCount(channels) == 1 ? Math.max(channels, VectorStep.LANES) : padded;
        for (int which = 0; which < Coefficient.COUNT; which++) {
            Coefficient of = Coefficient.values()[which];
            boolean one = plan.coefficients.isShared(of);
            float[] row = new float[one ? VectorStep.LANES : period];
            for (int k = 0; k < row.length; k++) {
                row[k] = (float) plan.coefficients.get(of, k % channels);
            }
            tile.coefficient[which] = row;
            tile.mask[which] = one ? 0 : period == padded ? -1 : period - 1;
        }
        return tile;
    }

    /** Makes room for the backward pass, and clears its accumulators. */
    void prepareBackward(KernelPlan plan, int padded) {
        int trace = padded * plan.shape.steps();
        if (h.length < trace) {
            h = new float[trace];
        }
        Arrays.fill(dv, 0, padded, 0);
        Arrays.fill(dx, 0, padded, 0);
        for (StepCoefficient coefficient : plan.wanted) {
            Arrays.fill(sum[coefficient.index()], 0, padded, 0); // of the unwanted, plain rows sum stale values
        }
        System.arraycopy(v, 0, vInitial, 0, padded);
    }

    /** The values of a coefficient, to be indexed through its mask. */
    float[] of(Coefficient which) {
        return coefficient[which.ordinal()];
    }

    int maskOf(Coefficient which) {
        return mask[which.ordinal()];
    }

    /** Whether gain and drive are one value each for the whole tile. */
    boolean isUniform() {
        return (maskOf(Coefficient.GAIN) | maskOf(Coefficient.DRIVE)) == 0;
    }

    /** Whether every membrane of the tile is a number. */
    boolean isNumber(int count) {
        float total = timesZero(count); // infinity gives NaN here too, so look closer only then
        for (int k = count - count % VectorStep.LANES; k < count; k++) {
            total += v[k] * 0;
        }
        if (total == 0) {
            return true;
        }
        for (int k = 0; k < count; k++) {
            if (Float.isNaN(v[k])) {
                return false;
            }
        }
        return true;
    }

    private float timesZero(int count) {
        FloatVector total = FloatVector.zero(VectorStep.SPECIES);
        for (int k = 0; k + VectorStep.LANES <= count; k += VectorStep.LANES) {
            total = FloatVector.fromArray(VectorStep.SPECIES, v, k).fma(FloatVector.zero(VectorStep.SPECIES), total);
        }
        return total.reduceLanes(VectorOperators.ADD);
    }

    private void reserve(int padded) {
        if (v.length >= padded) {
            return;
        }
        for (int c = 0; c < Coefficient.COUNT; c++) {
            coefficient[c] = new float[padded];
            sum[c] = new float[padded];
        }
        v = new float[padded];
        dv = new float[padded];
        dh = new float[padded];
        dx = new float[padded];
        slope = new float[padded];
        through = new float[padded];
        vBefore = new float[padded];
        vInitial = new float[padded];
        raw = new int[2 * padded / Integer.SIZE];
        edge = rows(4, VectorBits.BLOCK);
        spare = rows(2, padded);
    }

    private static VectorRow[] rows(int count, int elements) {
        VectorRow[] rows = new VectorRow[count];
        for (int k = 0; k < count; k++) {
            ByteBuffer memory = ByteBuffer.allocateDirect(elements * Float.BYTES);
            rows[k] = VectorRow.of(memory.order(ByteOrder.nativeOrder()), 0);
        }
        return rows;
    }

    private void expand(KernelPlan plan, Coefficient which, long start, int count, int padded) {
        float[] row = coefficient[which.ordinal()];
        long inner = plan.shape.inner();
        boolean one = plan.coefficients.isShared(which) || start % inner + count <= inner;
        mask[which.ordinal()] = one ? 0 : -1;
        int end = one ? VectorStep.LANES : padded;
        if (inner == 1) {
            plan.coefficients.repeat(which, plan.shape.channelOf(start), row, end);
            return;
        }
        int period = (int) Math.min(end, inner * plan.shape.channels());
        for (int k = 0; k < period; ) {
            long element = start + k;
            int next = one ? period : (int) Math.min(period, k + inner - element % inner);
            Arrays.fill(row, k, next, (float) plan.coefficients.get(which, plan.shape.channelOf(element)));
            k = next;
        }
        for (int k = period; k < end; k += Math.min(k, end - k)) {
            System.arraycopy(row, 0, row, k, Math.min(k, end - k));
        }
    }
}
