/**
 * What cameras record beside events: frames, inertial samples and triggers, in types that no file format shows through. No
 * format is read here; {@code format.SensorFile} opens a file, and each format has its reader in its own package.
 */
package org.spike4j.datasets.format.sensor;
