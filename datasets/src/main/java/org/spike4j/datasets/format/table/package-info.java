/**
 * What formats share that keep events as columns t, x, y, p of numbers: reading such columns, and guessing the sensor.
 * How a file stores its columns belongs to the package of its format.
 */
package org.spike4j.datasets.format.table;
