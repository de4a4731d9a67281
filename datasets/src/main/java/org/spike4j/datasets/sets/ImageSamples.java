package org.spike4j.datasets.sets;

/**
 * Labelled images of one size, in memory.
 *
 * <p>Immutable; made by an {@link ImageDataSet}.
 */
public final class ImageSamples {
    private static final float WHITE = 255f;

    private final byte[] pixels;
    private final byte[] labels;
    private final int[] places;
    private final int imageSize;

    ImageSamples(byte[] pixels, byte[] labels, int[] places, int imageSize) {
        this.pixels = pixels;
        this.labels = labels;
        this.places = places;
        this.imageSize = imageSize;
    }

    /**
     * Number of images.
     *
     * @return images
     */
    public int size() {
        return places.length;
    }

    /**
     * Numbers of an image.
     *
     * @return height times width, times the colours
     */
    public int imageSize() {
        return imageSize;
    }

    /**
     * Class of an image.
     *
     * @param i number of the image
     * @return label, from 0
     */
    public int label(int i) {
        return labels[places[i]];
    }

    /**
     * Copies an image, row by row from the top, one colour after the other, as values from 0 (black) to 1 (white).
     *
     * @param i number of the image
     * @param target where to
     * @param offset place of the first value
     */
    public void copyInto(int i, float[] target, int offset) {
        int from = places[i] * imageSize;
        for (int k = 0; k < imageSize; k++) {
            target[offset + k] = (pixels[from + k] & 0xff) / WHITE;
        }
    }
}
