package org.spike4j.datasets.gesture.synthetic;

import org.spike4j.datasets.gesture.Gesture;

/** Which motion belongs to which class. */
final class Choreography {
    private Choreography() {}

    static Motion of(Gesture gesture, Style style, OwnGesture own) {
        return switch (gesture) {
            case HAND_CLAPPING -> TwoArms.clap(style);
            case RIGHT_HAND_WAVE -> OneArm.wave(style);
            case LEFT_HAND_WAVE -> OneArm.wave(style).mirrored();
            case RIGHT_ARM_CLOCKWISE -> OneArm.circle(style, true);
            case RIGHT_ARM_COUNTER_CLOCKWISE -> OneArm.circle(style, false);
            case LEFT_ARM_CLOCKWISE -> OneArm.circle(style, false).mirrored();
            case LEFT_ARM_COUNTER_CLOCKWISE -> OneArm.circle(style, true).mirrored();
            case ARM_ROLL -> TwoArms.roll(style);
            case AIR_DRUMS -> TwoArms.drums(style);
            case AIR_GUITAR -> TwoArms.guitar(style);
            case OTHER_GESTURES -> own.motion(style);
        };
    }
}
