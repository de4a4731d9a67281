package org.spike4j.neuron.patch;

/**
 * Images whose elements are 0 or one other value, a bit each. Row y of image i is a run of bits in channels-last order, with
 * the zeros of the padding on both sides: bit (x + padX) * channels + c. Rows above and below the image are not stored.
 *
 * <p>Filled by {@link ImagePacking}; the same object can be filled again.
 */
final class BinaryImages {
    final PatchShape shape;
    final int images;
    final int rowWords;
    final long[] words;
    float amplitude = 1;
    /** Counts how often the images were filled. */
    int fillings;

    long ones;

    /**
     * Room for images, all zero, that {@link SpikeProduct#fits} arrays.
     *
     * @param shape their geometry
     * @param images their number
     */
    BinaryImages(PatchShape shape, int images) {
        this.shape = shape;
        this.images = images;
        int bits = (shape.width() + 2 * shape.padX()) * shape.channels();
        rowWords = (int) words(bits);
        words = new long[images * shape.height() * rowWords];
    }

    /** Words of a row of so many bits. */
    static long words(long bits) {
        return bits / Long.SIZE + 3; // windows and packed words may reach over the end
    }

    /**
     * The value of the elements that are not 0.
     *
     * @return 1 for plain spikes
     */
    float amplitude() {
        return amplitude;
    }

    /**
     * Share of the elements that are not 0.
     *
     * @return 0 to 1
     */
    double density() {
        return (double) ones / ((double) images * shape.height() * shape.width() * shape.channels());
    }

    /**
     * Bytes of the packed form.
     *
     * @return 8 bytes a word
     */
    long bytes() {
        return (long) words.length * Long.BYTES;
    }

    /** First word of a row. */
    int row(int image, int y) {
        return (image * shape.height() + y) * rowWords;
    }

    /** The 64 bits that start at a bit of a row; those behind the row's words are not to be used. */
    static long window(long[] words, int row, int bit) {
        int word = row + (bit >>> 6);
        return words[word] >>> bit | words[word + 1] << 1 << (63 - (bit & 63));
    }
}
