package org.spike4j.neuron.patch;

/** The events in the patches of binary images; their amplitude is left to the weights. */
record BinaryEvents(PatchShape shape, BinaryImages images) implements PatchEvents {

    @Override
    public boolean areOnes() {
        return true;
    }

    @Override
    public int list(int image, int y, int x, int[] index, float[] value) {
        int count = 0;
        int bits = shape.patchRow();
        int first = x * shape.strideX() * shape.channels();
        for (int ky = shape.firstKernelRow(y); ky < shape.endKernelRow(y); ky++) {
            int row = images.row(image, y * shape.strideY() + ky - shape.padY());
            for (int from = 0; from < bits; from += Long.SIZE) {
                long word = BinaryImages.window(images.words, row, first + from);
                if (bits - from < Long.SIZE) {
                    word &= (1L << (bits - from)) - 1;
                }
                for (int base = ky * bits + from; word != 0; word &= word - 1) {
                    index[count++] = base + Long.numberOfTrailingZeros(word);
                }
            }
        }
        return count;
    }
}
