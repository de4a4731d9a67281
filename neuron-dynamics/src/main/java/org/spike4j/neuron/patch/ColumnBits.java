package org.spike4j.neuron.patch;

import java.util.Arrays;

/**
 * Binary images turned around: for each row and channel the bits of the pixels from left to right, padding included, so that
 * one word shows an input of the patches to 64 neighbouring outputs. Holds some rows of one image at a time.
 */
final class ColumnBits {
    private final PatchShape shape;
    private final BinaryImages images;
    private final int wordsPerColumn;
    private long[] words = new long[0];
    private int image = -1;
    private int filling;
    private int firstRow;
    private int endRow;

    ColumnBits(PatchShape shape, BinaryImages images) {
        this.shape = shape;
        this.images = images;
        wordsPerColumn = (shape.width() + 2 * shape.padX()) / Long.SIZE + 2;
    }

    boolean isOf(PatchShape otherShape, BinaryImages others) {
        return images == others && shape.equals(otherShape);
    }

    /** Turns the rows that some rows of the output see, unless they are there. */
    void read(int wanted, int y, int rows) {
        int first = Math.max(0, y * shape.strideY() - shape.padY());
        int end = Math.min(shape.height(), (y + rows - 1) * shape.strideY() - shape.padY() + shape.kernelHeight());
        if (image == wanted && filling == images.fillings && firstRow <= first && end <= endRow) {
            return;
        }
        image = wanted;
        filling = images.fillings;
        firstRow = first;
        endRow = end;
        turn();
    }

    private void turn() {
        int channels = shape.channels();
        int rowLength = channels * wordsPerColumn;
        int length = Math.max(0, endRow - firstRow) * rowLength;
        if (words.length < length) {
            words = new long[length];
        }
        Arrays.fill(words, 0, length, 0);
        for (int row = firstRow; row < endRow; row++) {
            int from = images.row(image, row);
            int to = (row - firstRow) * rowLength;
            for (int w = 0; w < images.rowWords; w++) {
                for (long word = images.words[from + w]; word != 0; word &= word - 1) {
                    int bit = w * Long.SIZE + Long.numberOfTrailingZeros(word);
                    int x = bit / channels;
                    words[to + (bit - x * channels) * wordsPerColumn + (x >>> 6)] |= 1L << x;
                }
            }
        }
    }

    /** What a channel shows to the outputs from column x on, through the pixel of the kernel in row ky and column kx. */
    long shown(int y, int x, int ky, int kx, int channel) {
        int row = y * shape.strideY() + ky - shape.padY();
        if (row < firstRow || row >= endRow) {
            return 0;
        }
        int column = ((row - firstRow) * shape.channels() + channel) * wordsPerColumn;
        return BinaryImages.window(words, column, x + kx);
    }
}
