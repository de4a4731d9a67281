package org.spike4j.datasets.format.aedat4;

/**
 * What the file says about one of its streams.
 *
 * @param number stream number of its packets
 * @param type four letters, EVTS for events
 * @param width columns of the sensor, 0 if not stated
 * @param height rows of the sensor, 0 if not stated
 */
record StreamInfo(int number, String type, int width, int height) {
    static final String EVENTS = "EVTS";

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
