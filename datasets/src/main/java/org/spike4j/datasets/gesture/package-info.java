/**
 * The DVS128 Gesture data set's own words: its classes, label files and trial lists, read and written. Reading
 * recordings is done in {@code sets}, making some up in {@code gesture.synthetic}.
 */
package org.spike4j.datasets.gesture;
