package org.spike4j.datasets.statistics;

/**
 * Events that are earlier than the event before them in the file.
 *
 * @param events how many
 * @param first number of the first one in the file, from 0; -1 if there is none
 * @param longest longest step back, microseconds
 */
public record OrderFaults(long events, long first, long longest) {}
