/**
 * A whole training or evaluation as users start it: recipe and data set are found, the network is built and trained, and
 * the report is written. The library modules do the work; nothing here prints.
 */
package org.spike4j.examples.run;
