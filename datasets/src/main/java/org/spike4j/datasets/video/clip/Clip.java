package org.spike4j.datasets.video.clip;

/**
 * A few pictures of a video.
 *
 * @param channels C: 3 for red, green, blue, 1 for grey, 2 for darker and brighter
 * @param frames T
 * @param height H
 * @param width W
 * @param values [C, T, H, W] in c order; colours are 0 to 1 until they are normalised; not copied, and not changed by
 *     any transform
 */
public record Clip(int channels, int frames, int height, int width, float[] values) {
    /** Checks the sizes. */
    public Clip {
        if (channels < 1 || frames < 1 || height < 1 || width < 1) {
            throw new IllegalArgumentException("a clip must have sizes of 1 or more, had [" + channels + ", " + frames
                    + ", " + height + ", " + width + "]");
        }
        if (values.length != (long) channels * frames * height * width) {
            throw new IllegalArgumentException("a clip [" + channels + ", " + frames + ", " + height + ", " + width
                    + "] must have " + (long) channels * frames * height * width + " values, had " + values.length);
        }
    }

    /** A clip of zeros that is to be filled. */
    static Clip zeros(int channels, int frames, int height, int width) {
        return new Clip(channels, frames, height, width, new float[channels * frames * height * width]);
    }

    /** Pixels of a picture. */
    int plane() {
        return height * width;
    }

    /** Place of the first value of a picture in a channel. */
    int at(int channel, int frame) {
        return (channel * frames + frame) * height * width;
    }

    /**
     * The values step by step.
     *
     * @return a copy, [T, C, H, W] in c order
     */
    public float[] timeMajor() {
        float[] steps = new float[values.length];
        for (int c = 0; c < channels; c++) {
            for (int t = 0; t < frames; t++) {
                System.arraycopy(values, at(c, t), steps, (t * channels + c) * plane(), plane());
            }
        }
        return steps;
    }
}
