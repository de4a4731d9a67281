/**
 * What a recording is like: rates, polarity, hot pixels, inter-event times, faults of order; taken in one pass in memory
 * that does not grow with the recording. Drawing it is done elsewhere.
 */
package org.spike4j.datasets.statistics;
