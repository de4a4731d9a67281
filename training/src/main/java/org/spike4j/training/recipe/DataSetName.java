package org.spike4j.training.recipe;

/** The data sets a recipe can name. */
public enum DataSetName {
    /** DVS128 Gesture: hand and arm gestures of 11 classes, as events. */
    GESTURE,
    /** N-MNIST: digits seen by a moving event camera. */
    NMNIST,
    /** MNIST: digits as still images, shown at every step. */
    MNIST,
    /** LUNA16: patches of lung scans, slice by slice. */
    LUNA16,
    /** IMDB: film reviews, word by word. */
    IMDB,
    /** One long event recording for each class, cut into windows. */
    RECORDINGS,
    /** Free Spoken Digits: digits said by six people, as the spikes of a cochlea. */
    SPOKEN_DIGITS,
    /** A folder of wav files for each class, as the spikes of a cochlea. */
    SOUNDS,
    /** Tactile Braille letters, as series of the pressure on a fingertip or of its changes. */
    BRAILLE,
    /** Videos in the layout of UCF101: as pictures, as their differences, or as simulated events. */
    VIDEO
}
