package org.spike4j.neuron.patch;

/**
 * A rectangle of outputs of one image.
 *
 * @param image which image
 * @param y first row
 * @param rows how many rows
 * @param x first column
 * @param columns how many columns
 */
record PatchSpan(int image, int y, int rows, int x, int columns) {

    int outputs() {
        return rows * columns;
    }
}
