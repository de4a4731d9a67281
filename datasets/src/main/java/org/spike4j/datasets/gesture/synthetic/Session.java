package org.spike4j.datasets.gesture.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.spike4j.datasets.gesture.Gesture;
import org.spike4j.datasets.gesture.GestureLabel;
import org.spike4j.datasets.simulation.EventCamera;
import org.spike4j.datasets.simulation.EventCameraSettings;
import org.spike4j.datasets.simulation.SensorNoise;

/**
 * One person before the camera under one light: all eleven gestures, one after the other, in the order of their labels.
 *
 * <p>Between two gestures the hands pass from one motion to the next for {@value #PASSAGE_MICROS} us, which no label
 * covers.
 */
final class Session {
    static final int SENSOR = 128;
    private static final long FRAME_MICROS = 5_000;
    private static final long PASSAGE_MICROS = 120_000;
    private static final double THRESHOLD = 0.34;
    private static final double MISMATCH = 0.04;
    private static final long REFRACTORY_MICROS = 1_000;

    private final Person person;
    private final Lighting light;
    private final double seconds;
    private final SplittableRandom random;

    Session(Person person, Lighting light, double seconds, SplittableRandom random) {
        this.person = person;
        this.light = light;
        this.seconds = seconds;
        this.random = random;
    }

    Recording record() {
        EventCamera camera = new EventCamera(SENSOR, SENSOR, settings());
        BodyPainter painter = new BodyPainter(person, light, SENSOR);
        List<GestureLabel> labels = new ArrayList<>();
        long now = FRAME_MICROS * random.nextInt(100, 400);
        Motion motion = motion(Gesture.ofLabel(1));
        for (Gesture gesture : Gesture.values()) {
            long start = now;
            long end = start + frames(seconds * Draw.between(random, 0.9, 1.1));
            Motion current = motion;
            for (; now < end; now += FRAME_MICROS) {
                camera.accept(painter.paint(current.at((now - start) * 1e-6), now * 1e-6), now);
            }
            labels.add(new GestureLabel(gesture, start, end));
            if (gesture != Gesture.OTHER_GESTURES) {
                motion = motion(Gesture.ofLabel(gesture.label() + 1));
                now = pass(camera, painter, current, motion, start, now);
            }
        }
        return new Recording(camera.events(), labels);
    }

    private long pass(EventCamera camera, BodyPainter painter, Motion from, Motion to, long fromStart, long now) {
        long end = now + PASSAGE_MICROS;
        for (long t = now; t < end; t += FRAME_MICROS) {
            double share = (t - now) / (double) PASSAGE_MICROS;
            Hands before = from.at((t - fromStart) * 1e-6);
            Hands after = to.at((t - end) * 1e-6);
            camera.accept(painter.paint(before.towards(after, share * share * (3 - 2 * share)), t * 1e-6), t);
        }
        return end;
    }

    private Motion motion(Gesture gesture) {
        Style style = person.habits().get(gesture).performance(random);
        return Choreography.of(gesture, style, person.own());
    }

    private EventCameraSettings settings() {
        SensorNoise noise = SensorNoise.none().withBackgroundHz(light.noiseHz());
        return new EventCameraSettings(THRESHOLD, THRESHOLD, MISMATCH, REFRACTORY_MICROS, noise, random.nextLong());
    }

    private static long frames(double seconds) {
        return Math.round(seconds * 1e6 / FRAME_MICROS) * FRAME_MICROS;
    }
}
