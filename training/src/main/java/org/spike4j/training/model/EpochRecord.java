package org.spike4j.training.model;

/**
 * The measures of one epoch; one line of {@code metrics.jsonl}.
 *
 * @param epoch counted from 1
 * @param trainLoss mean over the samples of the loss before their update
 * @param trainAccuracy share of the training samples predicted rightly before their update
 * @param validationAccuracy share of the validation samples predicted rightly after the epoch; NaN without validation
 * @param seconds of training, without validation
 * @param samplesPerSecond training samples a second
 * @param dataWaitShare share of the seconds spent waiting for data
 * @param learningRate of the first iteration of the epoch
 */
public record EpochRecord(
        int epoch,
        double trainLoss,
        double trainAccuracy,
        double validationAccuracy,
        double seconds,
        double samplesPerSecond,
        double dataWaitShare,
        double learningRate) {}
