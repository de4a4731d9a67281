package org.spike4j.datasets.gesture.synthetic;

/** A gesture as a function of time; defined before its start and after its end too, for the passage to the next one. */
@FunctionalInterface
interface Motion {
    /**
     * The hands at a moment.
     *
     * @param seconds time since the gesture started
     * @return where they are
     */
    Hands at(double seconds);

    /** The same motion by the other side of the body. */
    default Motion mirrored() {
        return seconds -> at(seconds).mirrored();
    }
}
