package org.spike4j.neuron.patch;

import java.util.Arrays;

/**
 * Product of weights with one image, event by event: every input that is not 0 adds its weights, times its value, to the
 * currents of the outputs that see it. With w the weights, x the image and p the patch of an output:
 *
 * <pre>
 * current[output, channel] = sum over k, with x[p(output, k)] != 0, of w[channel, k] x[p(output, k)]
 * </pre>
 *
 * <p>The cost is that of the events, and of clearing the currents; nothing is allocated. Images and currents are [height,
 * width, channels], channels fastest. The weights are copied; an object may be used by any number of threads.
 */
public final class ImageProduct {
    private final PatchShape shape;
    private final RowArithmetic rows;
    private final int outHeight;
    private final int outWidth;

    /** By input channel, row and column of the kernel from right to left, and output: a run of columns is a run of outputs. */
    private final float[] weights;

    /**
     * A product.
     *
     * @param shape geometry of the convolution; a dense layer is {@link PatchShape#dense} with one row
     * @param weights [outputs, channels, kernel height, kernel width] in c order; not modified
     */
    public ImageProduct(PatchShape shape, float[] weights) {
        this(shape, weights, RowArithmetic.fastest());
    }

    ImageProduct(PatchShape shape, float[] weights, RowArithmetic rows) {
        if (weights.length != shape.outputs() * shape.patch()) {
            throw new IllegalArgumentException("weights must be " + shape.outputs() + " outputs * " + shape.patch()
                    + " inputs of a patch, were " + weights.length);
        }
        this.shape = shape;
        this.rows = rows;
        outHeight = shape.outHeight();
        outWidth = shape.outWidth();
        this.weights = arranged(shape, weights);
    }

    /**
     * Numbers of an image.
     *
     * @return height * width * channels
     */
    public int inputs() {
        return shape.height() * shape.width() * shape.channels();
    }

    /**
     * Numbers of the currents.
     *
     * @return rows * columns * channels of the output
     */
    public int outputs() {
        return outHeight * outWidth * shape.outputs();
    }

    /**
     * The currents of an image. Unchecked.
     *
     * @param image at least {@link #inputs} numbers; not modified
     * @param currents receives {@link #outputs} numbers
     */
    public void currents(float[] image, float[] currents) {
        Arrays.fill(currents, 0, outputs(), 0);
        int at = 0;
        for (int y = 0; y < shape.height(); y++) {
            for (int x = 0; x < shape.width(); x++) {
                for (int channel = 0; channel < shape.channels(); channel++) {
                    float value = image[at++];
                    if (value != 0) {
                        add(currents, y, x, channel, value);
                    }
                }
            }
        }
    }

    private void add(float[] currents, int y, int x, int channel, float value) {
        for (int ky = 0; ky < shape.kernelHeight(); ky++) {
            int down = y + shape.padY() - ky;
            int row = down / shape.strideY();
            if (down >= 0 && row < outHeight && row * shape.strideY() == down) {
                int kernelRow = (channel * shape.kernelHeight() + ky) * shape.kernelWidth();
                if (shape.strideX() == 1) {
                    addRun(currents, row * outWidth, x + shape.padX(), kernelRow, value);
                } else {
                    addStrided(currents, row * outWidth, x + shape.padX(), kernelRow, value);
                }
            }
        }
    }

    /** All columns of a kernel row at once, which lie side by side as their outputs do. */
    private void addRun(float[] currents, int outputRow, int across, int kernelRow, float value) {
        int first = Math.max(0, across - shape.kernelWidth() + 1);
        int end = Math.min(outWidth, across + 1);
        int from = kernelRow + shape.kernelWidth() - 1 - across + first;
        int width = shape.outputs();
        rows.addScaled(currents, (outputRow + first) * width, weights, from * width, (end - first) * width, value);
    }

    private void addStrided(float[] currents, int outputRow, int across, int kernelRow, float value) {
        int width = shape.outputs();
        for (int k = 0; k < shape.kernelWidth(); k++) {
            int right = across - (shape.kernelWidth() - 1 - k);
            int column = right / shape.strideX();
            if (right >= 0 && column < outWidth && column * shape.strideX() == right) {
                rows.addScaled(currents, (outputRow + column) * width, weights, (kernelRow + k) * width, width, value);
            }
        }
    }

    private static float[] arranged(PatchShape shape, float[] weights) {
        float[] arranged = new float[weights.length];
        int rowsOfKernels = shape.channels() * shape.kernelHeight();
        int width = shape.kernelWidth();
        for (int output = 0; output < shape.outputs(); output++) {
            for (int row = 0; row < rowsOfKernels; row++) {
                for (int k = 0; k < width; k++) {
                    arranged[(row * width + width - 1 - k) * shape.outputs() + output] =
                            weights[(output * rowsOfKernels + row) * width + k];
                }
            }
        }
        return arranged;
    }
}
