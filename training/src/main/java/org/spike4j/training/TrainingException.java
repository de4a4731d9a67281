package org.spike4j.training;

/** Says in one sentence why a training cannot go on although its data are good. */
public final class TrainingException extends IllegalStateException {

    TrainingException(String message) {
        super(message);
    }
}
