package org.spike4j.datasets.format.sensor;

/**
 * A signal from outside or a mark of the camera.
 *
 * @param stream number of the stream
 * @param t microseconds
 * @param type what it says
 * @param code number of the type in the file
 * @param data 24 bits that AEDAT 3.1 has beside the type, for example a row; 0 in AEDAT 4
 */
public record Trigger(int stream, long t, TriggerType type, int code, int data) implements SensorRecord {}
