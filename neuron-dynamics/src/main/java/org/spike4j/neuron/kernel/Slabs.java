package org.spike4j.neuron.kernel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.function.Function;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The off-heap memory of a dense tensor, addressed by step and element. Direct buffers reach 2 GiB, so the steps are cut
 * into chunks. Unchecked: rows must lie inside a step.
 *
 * <p>The tensor must stay reachable while its memory is used; {@link SpikeKernels} sees to that.
 */
final class Slabs {
    private static final long CHUNK_BYTES = 1L << 30;

    private final ByteBuffer[] chunks;
    private final FloatBuffer[]
            floats; // views of the same memory, kept because making one costs as much as copying a row
    private final int stepsPerChunk;
    private final int stepBytes;
    private final int elementBits;
    /** What vectors read the chunks through, made when first asked for. */
    private final Object[] views;

    private Slabs(ByteBuffer[] chunks, int stepsPerChunk, int stepBytes, int elementBits) {
        this.chunks = chunks;
        floats = Arrays.stream(chunks).map(ByteBuffer::asFloatBuffer).toArray(FloatBuffer[]::new);
        this.stepsPerChunk = stepsPerChunk;
        this.stepBytes = stepBytes;
        this.elementBits = elementBits;
        this.views = new Object[chunks.length];
    }

    /** Null for a null array and for no steps; an INT64 array holds {@link PackedSpikes}. */
    static Slabs of(INDArray array, int steps, long slab) {
        if (array == null || steps == 0) {
            return null;
        }
        int elementBits = elementBits(array.dataType());
        long stepBytes = elementBits == 1 ? PackedSpikes.words(slab) * Long.BYTES : slab * elementBits / Byte.SIZE;
        if (stepBytes > Integer.MAX_VALUE - 64) {
            throw new IllegalArgumentException(
                    "one time step must stay below 2 GiB, was " + stepBytes + " bytes; use a smaller mini-batch");
        }
        int perChunk = (int) Math.max(1, Math.min(steps, CHUNK_BYTES / stepBytes));
        ByteBuffer[] chunks = new ByteBuffer[(steps + perChunk - 1) / perChunk];
        long base = array.data().addressPointer().address();
        for (int k = 0; k < chunks.length; k++) {
            long bytes = Math.min(perChunk, steps - (long) k * perChunk) * stepBytes;
            chunks[k] = at(base + k * perChunk * stepBytes, bytes);
        }
        return new Slabs(chunks, perChunk, (int) stepBytes, elementBits);
    }

    /** Rows in a caller's memory, from its first byte on, one every {@code stepBytes} bytes. */
    static Slabs of(ByteBuffer memory, int stepBytes, DataType type) {
        ByteBuffer[] one = {memory.order(ByteOrder.nativeOrder())};
        return new Slabs(one, Integer.MAX_VALUE, stepBytes, elementBits(type));
    }

    private static int elementBits(DataType type) {
        return switch (type) {
            case DOUBLE -> Double.SIZE;
            case LONG -> 1;
            default -> Float.SIZE;
        };
    }

    static ByteBuffer at(long start, long bytes) {
        Pointer memory = new Pointer() {
            {
                this.address = start;
            }
        };
        return new BytePointer(memory).capacity(bytes).asByteBuffer().order(ByteOrder.nativeOrder());
    }

    /** Whether the elements are doubles; floats otherwise. */
    boolean doubles() {
        return elementBits == Double.SIZE;
    }

    /** Whether the elements are single bits. */
    boolean packed() {
        return elementBits == 1;
    }

    /** The buffer that holds a step. */
    ByteBuffer chunk(int step) {
        return chunks[step / stepsPerChunk];
    }

    /** The same as another kind of memory, which is made once. */
    Object view(int step, Function<ByteBuffer, Object> maker) {
        int chunk = step / stepsPerChunk;
        Object view = views[chunk];
        if (view == null) {
            view = maker.apply(chunks[chunk]); // two threads may make one each, which are equal
            views[chunk] = view;
        }
        return view;
    }

    /** Byte offset of an element in the chunk of its step; a bit must be the first of its word. */
    int offset(int step, long element) {
        return step % stepsPerChunk * stepBytes + (int) (element * elementBits / Byte.SIZE);
    }

    /** Copies a row out, widening floats. */
    void load(int step, long start, int count, double[] target, int at) {
        ByteBuffer buffer = chunk(step);
        int from = offset(step, start);
        boolean doubles = doubles();
        for (int k = 0; k < count; k++) {
            target[at + k] =
                    doubles ? buffer.getDouble(from + k * Double.BYTES) : buffer.getFloat(from + k * Float.BYTES);
        }
    }

    /** Copies a row in, rounding to floats, or to a bit that says whether it is not 0. */
    void store(int step, long start, int count, double[] source, int at) {
        ByteBuffer buffer = chunk(step);
        int to = offset(step, start);
        boolean doubles = doubles();
        if (packed()) {
            storeBits(buffer, to, count, source, at);
            return;
        }
        for (int k = 0; k < count; k++) {
            if (doubles) {
                buffer.putDouble(to + k * Double.BYTES, source[at + k]);
            } else {
                buffer.putFloat(to + k * Float.BYTES, (float) source[at + k]);
            }
        }
    }

    private static void storeBits(ByteBuffer buffer, int to, int count, double[] source, int at) {
        for (int k = 0; k < count; k += Long.SIZE) {
            long word = 0;
            for (int bit = 0; bit < Math.min(Long.SIZE, count - k); bit++) {
                word |= source[at + k + bit] != 0 ? 1L << bit : 0;
            }
            buffer.putLong(to + k / Byte.SIZE, word);
        }
    }

    private static void storeBits(ByteBuffer buffer, int to, int count, float[] source, int at) {
        for (int k = 0; k < count; k += Long.SIZE) {
            long word = 0;
            for (int bit = 0; bit < Math.min(Long.SIZE, count - k); bit++) {
                word |= source[at + k + bit] != 0 ? 1L << bit : 0;
            }
            buffer.putLong(to + k / Byte.SIZE, word);
        }
    }

    /** Copies a row of floats out. */
    void load(int step, long start, int count, float[] target, int at) {
        floats[step / stepsPerChunk].get(offset(step, start) / Float.BYTES, target, at, count);
    }

    /** Copies a row of floats in, or a bit for each that says whether it is not 0. */
    void store(int step, long start, int count, float[] source, int at) {
        if (packed()) {
            storeBits(chunk(step), offset(step, start), count, source, at);
            return;
        }
        floats[step / stepsPerChunk].put(offset(step, start) / Float.BYTES, source, at, count);
    }
}
