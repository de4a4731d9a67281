/**
 * Labelled data sets on disk as lists of samples, divided for training, validation and test. Making mini-batches of them
 * is done in {@code batch}.
 */
package org.spike4j.datasets.sets;
