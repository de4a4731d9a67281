package org.spike4j.datasets.scenes;

/**
 * A box around an object at a moment.
 *
 * @param micros time in the clock of the events, microseconds
 * @param x left border, pixels from the left; can be off the sensor
 * @param y upper border, pixels from the top; can be off the sensor
 * @param width pixels
 * @param height pixels
 * @param label number of the class, from 0
 * @param confidence 0 to 1; 1 where a person drew the box
 * @param track number that the boxes of one object share
 */
public record Box(
        long micros, double x, double y, double width, double height, int label, double confidence, long track) {}
