package org.spike4j.datasets.format.sensor;

/**
 * Bytes with a time, whose meaning the file does not tell: a generic event of Event Stream.
 *
 * @param stream number of the stream
 * @param t microseconds
 * @param bytes the content; not copied
 */
public record Message(int stream, long t, byte[] bytes) implements SensorRecord {}
