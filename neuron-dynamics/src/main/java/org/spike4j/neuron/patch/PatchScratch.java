package org.spike4j.neuron.patch;

/** Memory of one thread for {@link PatchProduct}s; kept by thread, so that passes do not allocate. */
final class PatchScratch {
    private static final ThreadLocal<PatchScratch> LOCAL = ThreadLocal.withInitial(PatchScratch::new);

    /** Rows of sums, from {@link AlignedFloats#START} on. */
    float[] rows = new float[0];
    /** Sums of all subsets of four rows of a gradient. */
    float[] subsets = new float[0];
    /** Inputs of one patch that are not 0, and their values. */
    int[] index = new int[0];

    float[] value = new float[0];

    /** The events of some span. */
    final EventLists events = new EventLists();

    private int[] raw = new int[0];
    private float[] lines = new float[0];
    private ColumnBits columns;

    private PatchScratch() {}

    static PatchScratch ofThread() {
        return LOCAL.get();
    }

    void reserveList(int patch) {
        if (index.length < patch) {
            index = new int[patch];
            value = new float[patch];
        }
    }

    /** So many raw floats of a row of an image; their content is what was left there. */
    int[] raw(int count) {
        if (raw.length != count) {
            raw = new int[count];
        }
        return raw;
    }

    /** Room for lines of weights. */
    float[] lines(int floats) {
        if (lines.length < floats) {
            lines = new float[floats];
        }
        return lines;
    }

    /** Some images by column. */
    ColumnBits columns(PatchShape shape, BinaryImages images) {
        if (columns == null || !columns.isOf(shape, images)) {
            columns = new ColumnBits(shape, images);
        }
        return columns;
    }
}
