package org.spike4j.datasets.format;

/**
 * What a file says about a packet of events that has not been read. The events of such a packet are in order of time.
 *
 * @param place where to go to read it
 * @param events their number, at least 1
 * @param firstMicros time of the first one
 * @param lastMicros time of the last one
 */
public record PacketSpan(Bookmark place, long events, long firstMicros, long lastMicros) {}
