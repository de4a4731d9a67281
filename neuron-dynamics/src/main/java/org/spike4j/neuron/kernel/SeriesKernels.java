package org.spike4j.neuron.kernel;

import java.lang.ref.Reference;
import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Runs a {@link SeriesMap} over all units of a sequence, forward or backward. This class checks the arguments. It computes in
 * double whatever the tensors are, so a value that a delay hands on is not rounded. Neither the results nor their rounding
 * depend on the number of threads, nor on how a sequence is cut into pieces.
 */
public final class SeriesKernels {
    private static final int TILE = 64; // units that are read side by side
    private static final int MOST_PARTS = 64; // each has sums of its own

    private SeriesKernels() {}

    /**
     * The tensors of a forward pass, dense and time-major, of one type.
     *
     * @param input x, steps * slab elements; not modified
     * @param initialState state count * slab elements; null for zeros; not modified
     * @param output receives y, steps * slab elements
     * @param finalState receives the state after the last step; null if not wanted
     */
    public record Forward(INDArray input, INDArray initialState, INDArray output, INDArray finalState) {}

    /**
     * The tensors of a backward pass, dense and time-major, of one type.
     *
     * @param input x of the forward pass; not modified
     * @param initialState of the forward pass; null for zeros; not modified
     * @param outputGradient dL / d y, steps * slab elements; not modified
     * @param inputGradient receives dL / d x, steps * slab elements
     */
    public record Backward(INDArray input, INDArray initialState, INDArray outputGradient, INDArray inputGradient) {}

    /**
     * Forward pass.
     *
     * @param map what happens to each unit
     * @param constants by channel; not modified
     * @param shape how the tensors are a sequence
     * @param arrays the tensors
     * @throws IllegalArgumentException if a tensor does not fit the shape
     */
    public static void forward(SeriesMap map, double[][] constants, SequenceShape shape, Forward arrays) {
        check(map, constants, shape, arrays.input);
        require(arrays.output, "output", shape.steps() * shape.slab(), arrays.input.dataType());
        long stateLength = map.stateCount() * shape.slab();
        require(arrays.initialState, "initialState", stateLength, arrays.input.dataType());
        require(arrays.finalState, "finalState", stateLength, arrays.input.dataType());
        Slabs input = Slabs.of(arrays.input, shape.steps(), shape.slab());
        Slabs output = Slabs.of(arrays.output, shape.steps(), shape.slab());
        Slabs from = Slabs.of(arrays.initialState, map.stateCount(), shape.slab());
        Slabs to = Slabs.of(arrays.finalState, map.stateCount(), shape.slab());
        try {
            forEachPart(shape, (part, first, end) -> {
                SeriesTile x = new SeriesTile(TILE, shape.steps());
                SeriesTile y = new SeriesTile(TILE, shape.steps());
                SeriesTile state = new SeriesTile(TILE, map.stateCount());
                for (long start = first; start < end; start += TILE) {
                    int count = (int) Math.min(TILE, end - start);
                    x.read(input, start, count);
                    state.read(from, start, count);
                    for (int unit = 0; unit < count; unit++) {
                        double[] own = constants[shape.channelOf(start + unit)];
                        map.forward(own, state.series(unit), x.series(unit), y.series(unit));
                    }
                    y.write(output, start, count);
                    state.write(to, start, count);
                }
            });
        } finally {
            Reference.reachabilityFence(arrays);
        }
    }

    /**
     * Backward pass.
     *
     * @param map what happened to each unit
     * @param constants by channel; not modified
     * @param shape how the tensors are a sequence
     * @param arrays the tensors
     * @return dL / d constant, by channel
     * @throws IllegalArgumentException if a tensor does not fit the shape
     */
    public static double[][] backward(SeriesMap map, double[][] constants, SequenceShape shape, Backward arrays) {
        check(map, constants, shape, arrays.input);
        long length = shape.steps() * shape.slab();
        require(arrays.outputGradient, "outputGradient", length, arrays.input.dataType());
        require(arrays.inputGradient, "inputGradient", length, arrays.input.dataType());
        require(arrays.initialState, "initialState", map.stateCount() * shape.slab(), arrays.input.dataType());
        Slabs input = Slabs.of(arrays.input, shape.steps(), shape.slab());
        Slabs from = Slabs.of(arrays.initialState, map.stateCount(), shape.slab());
        Slabs upstream = Slabs.of(arrays.outputGradient, shape.steps(), shape.slab());
        Slabs result = Slabs.of(arrays.inputGradient, shape.steps(), shape.slab());
        double[][][] sums = new double[parts(shape)][shape.channels()][map.constantCount()];
        try {
            forEachPart(shape, (part, first, end) -> {
                SeriesTile x = new SeriesTile(TILE, shape.steps());
                SeriesTile dy = new SeriesTile(TILE, shape.steps());
                SeriesTile dx = new SeriesTile(TILE, shape.steps());
                SeriesTile state = new SeriesTile(TILE, map.stateCount());
                double[] trace = new double[map.stateCount() * shape.steps()];
                for (long start = first; start < end; start += TILE) {
                    int count = (int) Math.min(TILE, end - start);
                    x.read(input, start, count);
                    dy.read(upstream, start, count);
                    state.read(from, start, count);
                    for (int unit = 0; unit < count; unit++) {
                        int channel = shape.channelOf(start + unit);
                        SeriesPass pass = new SeriesPass(
                                state.series(unit), x.series(unit), dy.series(unit), dx.series(unit), trace);
                        map.backward(constants[channel], pass, sums[part][channel]);
                    }
                    dx.write(result, start, count);
                }
            });
        } finally {
            Reference.reachabilityFence(arrays);
        }
        return total(sums);
    }

    /** Works on the units from first to end, exclusive. */
    private interface Part {
        void run(int part, long first, long end);
    }

    private static int parts(SequenceShape shape) {
        return (int) Math.min(MOST_PARTS, (shape.slab() + TILE - 1) / TILE);
    }

    private static void forEachPart(SequenceShape shape, Part body) {
        int parts = parts(shape);
        long tiles = (shape.slab() + TILE - 1) / TILE;
        KernelThreads.forEach(
                parts,
                part -> body.run(
                        part, tiles * part / parts * TILE, Math.min(shape.slab(), tiles * (part + 1) / parts * TILE)));
    }

    /** Adds the sums of the parts up in their order. */
    private static double[][] total(double[][][] sums) {
        double[][] total = sums[0];
        for (int part = 1; part < sums.length; part++) {
            for (int channel = 0; channel < total.length; channel++) {
                for (int k = 0; k < total[channel].length; k++) {
                    total[channel][k] += sums[part][channel][k];
                }
            }
        }
        return total;
    }

    private static void check(SeriesMap map, double[][] constants, SequenceShape shape, INDArray input) {
        if (input.dataType() != DataType.FLOAT && input.dataType() != DataType.DOUBLE) {
            throw new IllegalArgumentException("input must be FLOAT or DOUBLE, was " + input.dataType());
        }
        require(input, "input", shape.steps() * shape.slab(), input.dataType());
        boolean fits = constants.length == shape.channels()
                && Arrays.stream(constants).allMatch(own -> own.length == map.constantCount());
        if (!fits) {
            throw new IllegalArgumentException("there must be " + map.constantCount() + " constants for each of "
                    + shape.channels() + " channels, were " + Arrays.deepToString(constants));
        }
    }

    private static void require(INDArray array, String name, long length, DataType type) {
        if (array == null) {
            return;
        }
        if (array.length() != length || array.dataType() != type || !DenseMemory.isDense(array)) {
            throw new IllegalArgumentException(name + " must hold " + length + " elements of " + type
                    + ", dense in memory, was " + array.dataType() + " of shape " + array.shapeInfoToString()
                    + "; dup() a view first");
        }
    }
}
