/**
 * Events as text, one a line: the files of the Robotics and Perception Group (t x y p, seconds), and comma-separated
 * values with a line of names at the top. Lines that start with # are left out.
 */
package org.spike4j.datasets.format.text;
