/**
 * The training loop and what it reports. What lives here drives a network over data that arrives through ND4J's
 * DataSetIterator; it knows no data set, draws no plot and prints nothing.
 */
package org.spike4j.training;
