package org.spike4j.training;

/**
 * How a training stands after an iteration.
 *
 * @param epoch counted from 1
 * @param epochs of the training
 * @param iteration within the epoch, counted from 1
 * @param loss mean over the samples of the epoch so far
 * @param accuracy share of the samples of the epoch so far that were predicted rightly before their update
 * @param samplesPerSecond of the epoch so far
 * @param fraction of the training samples of all epochs that is done, 0 to 1
 * @param remainingSeconds left for training at this pace, without validation
 * @param dataWaitShare share of the epoch so far that was spent waiting for data, 0 to 1
 */
public record IterationReport(
        int epoch,
        int epochs,
        int iteration,
        double loss,
        double accuracy,
        double samplesPerSecond,
        double fraction,
        double remainingSeconds,
        double dataWaitShare) {}
