package org.spike4j.datasets.gesture;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The eleven classes of the DVS128 Gesture data set, with the numbers and names of its label files.
 *
 * <p>Source: README and gesture_mapping.csv of the data set of A. Amir et al., "A Low Power, Fully Event-Based Gesture
 * Recognition System", CVPR 2017. Left and right are those of the person in front of the camera.
 */
public enum Gesture {
    /** Both hands meet in front of the chest. */
    HAND_CLAPPING(1),
    /** The raised right hand swings from side to side. */
    RIGHT_HAND_WAVE(2),
    /** The raised left hand swings from side to side. */
    LEFT_HAND_WAVE(3),
    /** The right hand goes round clockwise. */
    RIGHT_ARM_CLOCKWISE(4),
    /** The right hand goes round counter-clockwise. */
    RIGHT_ARM_COUNTER_CLOCKWISE(5),
    /** The left hand goes round clockwise. */
    LEFT_ARM_CLOCKWISE(6),
    /** The left hand goes round counter-clockwise. */
    LEFT_ARM_COUNTER_CLOCKWISE(7),
    /** The forearms roll around each other in front of the chest. */
    ARM_ROLL(8),
    /** The hands hit a drum in turns. */
    AIR_DRUMS(9),
    /** The left hand holds the neck of a guitar, the right one strums. */
    AIR_GUITAR(10),
    /** A motion of the person's own choice, unlike the ten others. */
    OTHER_GESTURES(11);

    private static final Gesture[] ALL = values();

    private final int label;

    Gesture(int label) {
        this.label = label;
    }

    /**
     * Number of the class in a label file.
     *
     * @return 1 to 11
     */
    public int label() {
        return label;
    }

    /**
     * Name of the class in gesture_mapping.csv.
     *
     * @return name in lower case with underscores
     */
    public String officialName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The class of a number in a label file.
     *
     * @param label 1 to 11
     * @return the class
     * @throws IllegalArgumentException if there is no such class
     */
    public static Gesture ofLabel(int label) {
        if (label < 1 || label > ALL.length) {
            throw new IllegalArgumentException("class must be 1 to " + ALL.length + ", was " + label);
        }
        return ALL[label - 1];
    }

    /**
     * Names of all classes; place i belongs to label i + 1.
     *
     * @return the official names, unmodifiable
     */
    public static List<String> names() {
        return Arrays.stream(ALL).map(Gesture::officialName).toList();
    }
}
