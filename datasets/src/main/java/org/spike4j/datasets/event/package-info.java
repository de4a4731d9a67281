/**
 * Event streams in memory and their binning into frames. File formats live in the format packages, not here.
 */
package org.spike4j.datasets.event;
