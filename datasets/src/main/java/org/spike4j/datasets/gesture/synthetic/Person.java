package org.spike4j.datasets.gesture.synthetic;

import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.spike4j.datasets.gesture.Gesture;

/**
 * One user: build, place, clothes and habits, the same in all recordings.
 *
 * @param unit length of the upper arm, pixels
 * @param centre column between the shoulders, pixels
 * @param shoulderRow row of the shoulders, pixels
 * @param shoulderWidth half the distance of the shoulders, in units
 * @param armRadius half the thickness of the upper arm, in units
 * @param headRadius in units
 * @param sway how far the body moves by itself, in units
 * @param looks clothes, skin and background
 * @param own what the user does as the eleventh gesture
 * @param habits how the user performs each gesture
 */
record Person(
        double unit,
        double centre,
        double shoulderRow,
        double shoulderWidth,
        double armRadius,
        double headRadius,
        double sway,
        Looks looks,
        OwnGesture own,
        Map<Gesture, Style> habits) {

    static Person draw(int user, SplittableRandom random) {
        Map<Gesture, Style> habits = new EnumMap<>(Gesture.class);
        for (Gesture gesture : Gesture.values()) {
            habits.put(gesture, Style.habit(random.split()));
        }
        return new Person(
                Draw.between(random, 16.5, 20.5),
                Draw.between(random, 59, 69),
                Draw.between(random, 46, 54),
                Draw.between(random, 0.68, 0.82),
                Draw.between(random, 0.16, 0.23),
                Draw.between(random, 0.42, 0.5),
                Draw.between(random, 0.01, 0.04),
                Looks.draw(random.split()),
                OwnGesture.of(user),
                habits);
    }
}
