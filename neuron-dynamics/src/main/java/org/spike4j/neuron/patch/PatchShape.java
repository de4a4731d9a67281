package org.spike4j.neuron.patch;

/**
 * Geometry of a convolution over images in channels-last order, [height, width, channels]. The patch of an output is the
 * window of inputs that it sees, in the order (row, column, channel): input k of a patch is row k / (kernelWidth channels),
 * and so on. A dense layer is a convolution by 1x1 whose columns are its rows.
 *
 * @param channels of the input
 * @param height pixels of the input
 * @param width pixels of the input
 * @param kernelHeight pixels of the window
 * @param kernelWidth pixels of the window
 * @param strideY pixels from a window to the next below
 * @param strideX pixels from a window to the next on the right
 * @param padY rows of zeros above and below
 * @param padX columns of zeros on the left and on the right
 * @param outputs channels of the output
 */
public record PatchShape(
        int channels,
        int height,
        int width,
        int kernelHeight,
        int kernelWidth,
        int strideY,
        int strideX,
        int padY,
        int padX,
        int outputs) {

    /** Checks that a window fits the padded image. */
    public PatchShape {
        if (channels < 1 || kernelHeight < 1 || kernelWidth < 1 || strideY < 1 || strideX < 1 || outputs < 1) {
            throw new IllegalArgumentException("channels, kernel, stride and outputs must be >= 1, were " + channels
                    + ", " + kernelHeight + "x" + kernelWidth + ", " + strideY + "x" + strideX + ", " + outputs);
        }
        if (padY < 0 || padX < 0 || height + 2 * padY < kernelHeight || width + 2 * padX < kernelWidth) {
            throw new IllegalArgumentException("a window of " + kernelHeight + "x" + kernelWidth
                    + " must fit the image of " + height + "x" + width + " with padding " + padY + "x" + padX);
        }
        long row = (width + 2L * padX) * channels;
        if (Math.max(row, (long) kernelHeight * kernelWidth * channels) > Integer.MAX_VALUE / 2) {
            throw new IllegalArgumentException(
                    "a row of an image and a patch must have at most 2^30 inputs, were " + width + " + 2 * " + padX
                            + " pixels and " + kernelHeight + "x" + kernelWidth + " of " + channels + " channels");
        }
    }

    /**
     * A dense layer over a number of rows, as one image of one line.
     *
     * @param rows of the input matrix
     * @param inputs columns of the input matrix
     * @param outputs columns of the output
     * @return its geometry
     */
    public static PatchShape dense(int rows, int inputs, int outputs) {
        return new PatchShape(inputs, 1, rows, 1, 1, 1, 1, 0, 0, outputs);
    }

    /**
     * Rows of the output.
     *
     * @return pixels
     */
    public int outHeight() {
        return (height + 2 * padY - kernelHeight) / strideY + 1;
    }

    /**
     * Columns of the output.
     *
     * @return pixels
     */
    public int outWidth() {
        return (width + 2 * padX - kernelWidth) / strideX + 1;
    }

    /**
     * Inputs of a patch.
     *
     * @return kernelHeight kernelWidth channels
     */
    public int patch() {
        return kernelHeight * kernelWidth * channels;
    }

    /** Inputs of one row of a patch, which lie side by side in memory. */
    int patchRow() {
        return kernelWidth * channels;
    }

    /** First row of the kernel that meets the image for a row of the output. */
    int firstKernelRow(int y) {
        return Math.max(0, padY - y * strideY);
    }

    /** One past the last row of the kernel that meets the image for a row of the output. */
    int endKernelRow(int y) {
        return Math.min(kernelHeight, height + padY - y * strideY);
    }
}
