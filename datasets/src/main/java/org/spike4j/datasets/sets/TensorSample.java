package org.spike4j.datasets.sets;

import java.io.IOException;
import java.util.Objects;
import java.util.SplittableRandom;

/**
 * One labelled series of frames or vectors: a video clip, a volume, a sentence. Its numbers are read when they are
 * asked for, by any thread.
 *
 * @param name what it is, for messages: a file and a place in it
 * @param label number of its class, from 0
 * @param group who or what it comes from; samples of one group must not be divided between training and test
 * @param source where its numbers come from
 */
public record TensorSample(String name, int label, String group, Source source) {

    /** Where the numbers of a sample come from; used by several threads at once. */
    @FunctionalInterface
    public interface Source {
        /**
         * Reads the numbers, the same each time.
         *
         * @return numbers in the order [T, C, H, W] or [T, F]; the caller does not change them
         * @throws IOException if a file is missing, breaks its format or cannot be read
         */
        float[] read() throws IOException;

        /**
         * Reads the numbers to train with, changed at random: another clip of a video, a mirrored frame. Changes
         * nothing unless the source says so.
         *
         * @param random what the change depends on
         * @return numbers in the order [T, C, H, W] or [T, F]; the caller does not change them
         * @throws IOException if a file is missing, breaks its format or cannot be read
         */
        default float[] readChanged(SplittableRandom random) throws IOException {
            return read();
        }
    }

    /** Checks the values. */
    public TensorSample {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(source, "source");
        if (label < 0) {
            throw new IllegalArgumentException("label must be >= 0, was " + label);
        }
    }
}
