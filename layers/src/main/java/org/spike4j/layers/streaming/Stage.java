package org.spike4j.layers.streaming;

/** One part of a step, with its memory taken at the start. Images are [height, width, channels], channels fastest. */
interface Stage {

    /** Numbers that {@link #step} writes. */
    int outputs();

    /** One step; the output may be the input only where {@link #inPlace} says so. Allocates nothing. */
    void step(float[] input, float[] output);

    /** Whether the output may be the input. */
    default boolean inPlace() {
        return false;
    }

    /** Numbers of the state. */
    default int stateLength() {
        return 0;
    }

    /** Back to the initial state. */
    default void reset() {}

    /** Copies the state out. */
    default void save(float[] target, int at) {}

    /** Copies the state in. */
    default void restore(float[] source, int at) {}
}
