package org.spike4j.datasets.gesture.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One recording to make: who, and under which light.
 *
 * @param user number of the person, from 1
 * @param light light
 */
record Trial(int user, Lighting light) {
    private static final long PEOPLE = 1;
    private static final long SESSIONS = 2;

    /** All recordings of the people from one number to another, inclusive. Their lights go round. */
    static List<Trial> of(int firstUser, int lastUser, int lights) {
        Lighting[] all = Lighting.values();
        List<Trial> trials = new ArrayList<>();
        for (int user = firstUser; user <= lastUser; user++) {
            for (int k = 0; k < lights; k++) {
                trials.add(new Trial(user, all[(user + 2 * k) % all.length]));
            }
        }
        return trials;
    }

    /** user01_fluorescent.aedat. */
    String fileName() {
        return String.format(Locale.ROOT, "user%02d_%s.aedat", user, light.officialName());
    }

    /** The recording; it depends on nothing but the arguments, this user and this light. */
    Recording record(long seed, double secondsPerGesture) {
        Person person = Person.draw(user, Draw.keyed(seed, PEOPLE, user));
        return new Session(person, light, secondsPerGesture, Draw.keyed(seed, SESSIONS, user, light.key())).record();
    }
}
