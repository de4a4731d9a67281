package org.spike4j.datasets.format.sensor;

import java.util.Arrays;
import java.util.Optional;

/** What a stream of a recording holds. */
public enum StreamKind {
    /** Events of pixels; {@code EventFile} reads them. */
    EVENTS("events"),
    /** Pictures, {@link CameraFrame}. */
    FRAMES("frames"),
    /** Samples of the inertial measurement unit, {@link InertialSample}. */
    IMU("imu"),
    /** Signals from outside and marks of the camera, {@link Trigger}. */
    TRIGGERS("triggers"),
    /** Bytes of an unknown meaning, {@link Message}. */
    MESSAGES("messages"),
    /** Something that is listed but not read. */
    OTHER("other");

    private final String word;

    StreamKind(String word) {
        this.word = word;
    }

    /**
     * The kind with a word for people and for command lines.
     *
     * @param word for example {@code frames}
     * @return the kind; empty if no kind has this word
     */
    public static Optional<StreamKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }

    /** The word of the kind, for example {@code frames}. */
    @Override
    public String toString() {
        return word;
    }
}
