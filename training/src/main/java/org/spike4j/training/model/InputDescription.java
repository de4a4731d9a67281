package org.spike4j.training.model;

import java.util.Arrays;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Convolution3D;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What a network takes.
 *
 * @param kind which axes the features have
 * @param steps time steps T
 * @param channels channels C of a frame, or features F of a vector
 * @param height pixels H; 1 for vectors
 * @param width pixels W; 1 for vectors
 */
public record InputDescription(Kind kind, int steps, int channels, int height, int width) {

    /** The axes of the features. */
    public enum Kind {
        /** Event frames, [N, C, T, H, W]. */
        FRAMES,
        /** Sequences of vectors, [N, F, T]. */
        SEQUENCE,
        /** One vector, [N, F], shown at every step. */
        STATIC
    }

    /** Checks that every size is at least 1. */
    public InputDescription {
        if (kind == null) {
            throw new IllegalArgumentException("kind must be given");
        }
        if (steps < 1 || channels < 1 || height < 1 || width < 1) {
            throw new IllegalArgumentException(
                    "sizes must be >= 1, were T=" + steps + ", C=" + channels + ", H=" + height + ", W=" + width);
        }
    }

    /**
     * Event frames.
     *
     * @param steps T
     * @param channels C
     * @param height H in pixels
     * @param width W in pixels
     * @return the description
     */
    public static InputDescription frames(int steps, int channels, int height, int width) {
        return new InputDescription(Kind.FRAMES, steps, channels, height, width);
    }

    /**
     * Sequences of vectors.
     *
     * @param features F
     * @param steps T
     * @return the description
     */
    public static InputDescription sequence(int features, int steps) {
        return new InputDescription(Kind.SEQUENCE, steps, features, 1, 1);
    }

    /**
     * One vector, shown at every step.
     *
     * @param features F
     * @param steps T
     * @return the description
     */
    public static InputDescription still(int features, int steps) {
        return new InputDescription(Kind.STATIC, steps, features, 1, 1);
    }

    /**
     * The type for {@code setInputType}.
     *
     * @return the type
     */
    public InputType inputType() {
        return switch (kind) {
            case FRAMES -> InputType.convolutional3D(Convolution3D.DataFormat.NCDHW, steps, height, width, channels);
            case SEQUENCE -> InputType.recurrent(channels, steps);
            case STATIC -> InputType.feedForward(channels);
        };
    }

    /**
     * Refuses features of another shape.
     *
     * @param features a batch; not modified
     */
    public void require(INDArray features) {
        long[] wanted = shape(features.rank() == 0 ? 0 : features.size(0));
        if (!Arrays.equals(wanted, features.shape()) || wanted[0] == 0) {
            throw new IllegalArgumentException(
                    "features must be " + this + ", were " + Arrays.toString(features.shape()));
        }
    }

    private long[] shape(long batch) {
        return switch (kind) {
            case FRAMES -> new long[] {batch, channels, steps, height, width};
            case SEQUENCE -> new long[] {batch, channels, steps};
            case STATIC -> new long[] {batch, channels};
        };
    }

    @Override
    public String toString() {
        return switch (kind) {
            case FRAMES -> "[batch, " + channels + ", " + steps + ", " + height + ", " + width + "]";
            case SEQUENCE -> "[batch, " + channels + ", " + steps + "]";
            case STATIC -> "[batch, " + channels + "]";
        };
    }
}
