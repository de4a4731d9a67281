package org.spike4j.training.model;

/**
 * The entry {@code spike4j.json} of a model file.
 *
 * @param formatVersion of the file
 * @param description what the network is
 * @param state how far its training has come
 */
record ModelDocument(int formatVersion, ModelDescription description, TrainingState state) {}
