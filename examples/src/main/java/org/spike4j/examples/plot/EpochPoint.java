package org.spike4j.examples.plot;

/**
 * One epoch of a learning curve.
 *
 * @param epoch number of the epoch, counted from 1
 * @param loss mean training loss
 * @param trainAccuracy share of training samples named rightly, 0 to 1; NaN if unknown
 * @param validationAccuracy share of validation samples named rightly, 0 to 1; NaN if unknown
 */
public record EpochPoint(int epoch, double loss, double trainAccuracy, double validationAccuracy) {}
