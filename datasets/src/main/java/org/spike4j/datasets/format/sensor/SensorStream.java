package org.spike4j.datasets.format.sensor;

/**
 * What a file says about one of its streams.
 *
 * @param number the number that its records have; in AEDAT 3.1 the source, whose streams of several kinds share it
 * @param kind what it holds
 * @param type what the format calls that: four letters in AEDAT 4, the number of the packet type in AEDAT 3.1
 * @param source the camera, as the file names it; empty if it does not
 * @param width columns of the sensor, 0 if the file does not state them
 * @param height rows of the sensor, 0 if the file does not state them
 */
public record SensorStream(int number, StreamKind kind, String type, String source, int width, int height) {}
