/**
 * Files of sound, RIFF WAVE: samples of any rate and width, and an event format that reads a sound as the spikes of a
 * cochlea. How sound becomes spikes belongs to {@code audio}.
 */
package org.spike4j.datasets.format.wav;
