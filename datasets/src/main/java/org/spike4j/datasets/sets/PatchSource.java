package org.spike4j.datasets.sets;

import java.io.IOException;
import java.util.SplittableRandom;

/**
 * The numbers of a patch of slices. To train with, all its slices are mirrored and turned alike, in one of the eight ways
 * that bring a square onto itself; no direction in a slice means more than another.
 *
 * @param shape [T, 1, H, W], with W = H
 * @param patch reads the numbers
 */
record PatchSource(SampleShape shape, TensorSample.Source patch) implements TensorSample.Source {
    private static final int WAYS = 8;

    @Override
    public float[] read() throws IOException {
        return patch.read();
    }

    @Override
    public float[] readChanged(SplittableRandom random) throws IOException {
        return turned(patch.read(), random.nextInt(WAYS));
    }

    /** Bit 0 swaps rows and columns, bits 1 and 2 turn their order round. */
    private float[] turned(float[] values, int way) {
        int side = shape.width();
        float[] turned = new float[values.length];
        for (int at = 0; at < values.length; at++) {
            int row = at / side % side;
            int column = at % side;
            int fromRow = (way & 1) == 0 ? row : column;
            int fromColumn = (way & 1) == 0 ? column : row;
            fromRow = (way & 2) == 0 ? fromRow : side - 1 - fromRow;
            fromColumn = (way & 4) == 0 ? fromColumn : side - 1 - fromColumn;
            turned[at] = values[at - row * side - column + fromRow * side + fromColumn];
        }
        return turned;
    }
}
