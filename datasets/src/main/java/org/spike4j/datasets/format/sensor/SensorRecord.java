package org.spike4j.datasets.format.sensor;

/** One thing that a camera recorded beside events. */
public sealed interface SensorRecord permits CameraFrame, InertialSample, Message, Trigger {
    /**
     * The stream it is from.
     *
     * @return {@link SensorStream#number}
     */
    int stream();

    /**
     * When it happened, on the clock of the events of the same file.
     *
     * @return microseconds
     */
    long t();
}
