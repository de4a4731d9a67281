/**
 * Unpacking of zip and tar archives that nobody vouches for: nothing is written outside of a folder, nothing grows without
 * bound, and the folder appears whole or not at all. Where archives come from is not known here.
 */
package org.spike4j.datasets.archive;
