package org.spike4j.layers.streaming;

import java.util.Arrays;

/** Size of one step's activations; a vector of features is one pixel. */
record FrameShape(int channels, int height, int width) {

    static FrameShape features(int count) {
        return new FrameShape(count, 1, 1);
    }

    /** From [C, H, W] or [F]. */
    static FrameShape of(int... axes) {
        boolean known = axes.length == 1 || axes.length == 3;
        if (!known || Arrays.stream(axes).anyMatch(size -> size < 1)) {
            throw new IllegalArgumentException(
                    "frame must be [channels, height, width] or [features], each at least 1, was "
                            + Arrays.toString(axes));
        }
        return axes.length == 1 ? features(axes[0]) : new FrameShape(axes[0], axes[1], axes[2]);
    }

    int length() {
        return Math.multiplyExact(Math.multiplyExact(channels, height), width);
    }

    int pixels() {
        return height * width;
    }

    /** Place in [C, H, W] of the element at a place in [H, W, C]. */
    int channelsFirst(int place) {
        return place % channels * pixels() + place / channels;
    }

    @Override
    public String toString() {
        return "[" + channels + ", " + height + ", " + width + "]";
    }
}
