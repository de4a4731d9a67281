package org.spike4j.datasets.format.aedat4;

import org.spike4j.datasets.format.sensor.StreamKind;

/**
 * What the file says about one of its streams.
 *
 * @param number stream number of its packets
 * @param type four letters, EVTS for events
 * @param source the camera, empty if not stated
 * @param width columns of the sensor, 0 if not stated
 * @param height rows of the sensor, 0 if not stated
 */
record StreamInfo(int number, String type, String source, int width, int height) {
    static final String EVENTS = "EVTS";
    static final String FRAMES = "FRME";
    static final String IMU = "IMUS";
    static final String TRIGGERS = "TRIG";

    /** With another size of the sensor. */
    StreamInfo withSize(int columns, int rows) {
        return new StreamInfo(number, type, source, columns, rows);
    }

    StreamKind kind() {
        return switch (type) {
            case EVENTS -> StreamKind.EVENTS;
            case FRAMES -> StreamKind.FRAMES;
            case IMU -> StreamKind.IMU;
            case TRIGGERS -> StreamKind.TRIGGERS;
            default -> StreamKind.OTHER;
        };
    }

    boolean hasEvents() {
        return type.equals(EVENTS);
    }

    boolean hasSize() {
        return width > 0 && width <= Short.MAX_VALUE && height > 0 && height <= Short.MAX_VALUE;
    }

    @Override
    public String toString() {
        return number + ":" + type;
    }
}
