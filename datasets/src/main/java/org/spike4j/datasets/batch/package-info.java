/**
 * Mini-batches of data sets: shuffling, binning, changing of values, fetching ahead. Which samples there are is not
 * decided here.
 */
package org.spike4j.datasets.batch;
