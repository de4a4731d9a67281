package org.spike4j.neuron.patch;

/**
 * Pooling of one image by windows that do not overlap; rows and columns that do not fill a window are left out. Images are
 * [height, width, channels], channels fastest. Nothing is allocated.
 */
public final class ImagePool {
    private final int width;
    private final int channels;
    private final int size;
    private final boolean maximum;
    private final int pooledHeight;
    private final int pooledWidth;
    private final RowArithmetic rows;

    /**
     * Pooling by the maximum, or else the mean.
     *
     * @param height pixels of the image
     * @param width pixels of the image
     * @param channels of the image
     * @param size side of a window in pixels
     * @param maximum whether it is the maximum
     */
    public ImagePool(int height, int width, int channels, int size, boolean maximum) {
        this(height, width, channels, size, maximum, RowArithmetic.fastest());
    }

    ImagePool(int height, int width, int channels, int size, boolean maximum, RowArithmetic rows) {
        this.width = width;
        this.channels = channels;
        this.size = size;
        this.maximum = maximum;
        this.rows = rows;
        pooledHeight = height / size;
        pooledWidth = width / size;
    }

    /**
     * Numbers of the pooled image.
     *
     * @return (height / size) * (width / size) * channels
     */
    public int outputs() {
        return pooledHeight * pooledWidth * channels;
    }

    /**
     * Pools an image. Unchecked.
     *
     * @param image not modified
     * @param pooled receives {@link #outputs} numbers
     */
    public void pool(float[] image, float[] pooled) {
        for (int y = 0; y < pooledHeight; y++) {
            for (int x = 0; x < pooledWidth; x++) {
                int corner = (y * size * width + x * size) * channels;
                window(image, corner, pooled, (y * pooledWidth + x) * channels);
            }
        }
    }

    private void window(float[] image, int corner, float[] pooled, int at) {
        System.arraycopy(image, corner, pooled, at, channels);
        for (int k = 1; k < size * size; k++) {
            int from = corner + (k / size * width + k % size) * channels;
            if (maximum) {
                rows.max(pooled, at, image, from, channels);
            } else {
                rows.addScaled(pooled, at, image, from, channels, 1);
            }
        }
        if (!maximum) {
            rows.scale(pooled, at, channels, 1f / (size * size));
        }
    }
}
