package org.spike4j.datasets.event;

/**
 * A way to make frames, [T, channels, height, width], of a recording. Immutable, safe for use by several threads at
 * once.
 *
 * <p>Numbers are added into memory of the caller at a place and with a stride of the caller's choice, so that the
 * samples of a mini-batch are made straight into one array [T, batch, channels, height, width]: for sample n the offset
 * is n {@link #frameSize} and the stride from slice to slice is batch frameSize.
 */
public interface EventFrames {

    /**
     * Channels of a frame.
     *
     * @return channels, at least 1
     */
    int channels();

    /**
     * Columns of a frame.
     *
     * @return width, at least 1
     */
    int width();

    /**
     * Rows of a frame.
     *
     * @return height, at least 1
     */
    int height();

    /**
     * Number of frames.
     *
     * @param events a recording; not modified
     * @return T, at least 1
     */
    int slices(EventStream events);

    /**
     * Adds the frames of a recording into an array.
     *
     * @param events a recording; not modified
     * @param frames receives at offset + slice sliceStride + (channel height + row) width + column; zero there before,
     *     for frames that are not counts
     * @param offset place of slice 0
     * @param sliceStride from a slice to the next, at least {@link #frameSize}
     * @throws IllegalArgumentException if the frames do not fit or do not suit the sensor
     */
    void addInto(EventStream events, float[] frames, int offset, int sliceStride);

    /**
     * Numbers in one frame.
     *
     * @return channels height width
     */
    default int frameSize() {
        return channels() * width() * height();
    }

    /**
     * Makes the frames of a recording in an array of their own.
     *
     * @param events a recording; not modified
     * @return frames, [T, channels, height, width]
     * @throws IllegalArgumentException if the frames do not suit the sensor or the result does not fit an array
     */
    default float[] bin(EventStream events) {
        long size = (long) slices(events) * frameSize();
        if (size > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("frames of this recording are " + size
                    + " numbers, at most 2^31 - 9 fit an array; use fewer slices or smaller frames");
        }
        float[] frames = new float[(int) size];
        addInto(events, frames, 0, frameSize());
        return frames;
    }

    /**
     * Checks that frames fit into memory; for those who write {@link #addInto}.
     *
     * @param slices T
     * @param limit numbers of the memory
     * @param offset place of slice 0
     * @param sliceStride from a slice to the next
     * @throws IllegalArgumentException if they do not fit
     */
    default void requireRoom(int slices, int limit, int offset, int sliceStride) {
        long end = offset + (slices - 1L) * sliceStride + frameSize();
        if (offset < 0 || sliceStride < frameSize() || end > limit) {
            throw new IllegalArgumentException(slices + " slices of " + frameSize() + " numbers do not fit at offset "
                    + offset + " with stride " + sliceStride + " into " + limit);
        }
    }

    /**
     * Checks the size of frames; for the constructors of those who implement this.
     *
     * @param channels channels of a frame
     * @param width columns of a frame
     * @param height rows of a frame
     * @throws IllegalArgumentException if a side is below 1 or a frame has more than 2^31 - 1 numbers
     */
    static void requireSize(int channels, int width, int height) {
        if (width < 1 || height < 1 || (long) channels * width * height > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("frames must be at least 1x1, at most 2^31 / " + channels
                    + " pixels, were " + width + "x" + height);
        }
    }
}
