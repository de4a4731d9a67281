/**
 * Encoders: numbers as sequences of spikes, for networks whose input is not events. Values lie between 0 and 1 unless an
 * encoder says otherwise.
 */
package org.spike4j.datasets.encoding;
