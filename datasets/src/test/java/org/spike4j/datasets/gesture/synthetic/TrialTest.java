package org.spike4j.datasets.gesture.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.gesture.Gesture;
import org.spike4j.datasets.gesture.GestureLabel;

class TrialTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void theSideOfThePictureTellsTheArmSinceTheCameraDoesNotMirror(int user) {
        Recording recording = new Trial(user, Lighting.NATURAL).record(7, 0.6);

        assertThat(meanColumn(recording, Gesture.RIGHT_HAND_WAVE)).isLessThan(58);
        assertThat(meanColumn(recording, Gesture.LEFT_HAND_WAVE)).isGreaterThan(70);
        assertThat(meanColumn(recording, Gesture.RIGHT_ARM_CLOCKWISE)).isLessThan(58);
        assertThat(meanColumn(recording, Gesture.LEFT_ARM_CLOCKWISE)).isGreaterThan(70);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void labelsCoverElevenGesturesInOrderWithoutOverlap(long seed) {
        Recording recording = new Trial(3, Lighting.LED).record(seed, 0.4);

        List<GestureLabel> labels = recording.labels();
        assertThat(labels.stream().map(GestureLabel::gesture)).containsExactly(Gesture.values());
        for (int i = 0; i < labels.size(); i++) {
            long length = labels.get(i).endMicros() - labels.get(i).startMicros();
            assertThat(length).isBetween(355_000L, 445_000L);
            if (i > 0) {
                assertThat(labels.get(i).startMicros())
                        .isEqualTo(labels.get(i - 1).endMicros() + 120_000);
            }
        }
        EventStream events = recording.events();
        assertThat(events.t(events.size() - 1)).isLessThan(labels.get(10).endMicros());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5})
    void lightsOfAPersonDiffer(int lights) {
        List<String> names =
                Trial.of(1, 4, lights).stream().map(Trial::fileName).toList();
        assertThat(names).hasSize(4 * lights).doesNotHaveDuplicates();
        assertThat(names.get(0)).matches("user01_[a-z_]+\\.aedat");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void keyedDrawsDifferByEveryKey(long seed) {
        List<Long> drawn = new ArrayList<>();
        for (int a = 0; a < 20; a++) {
            for (int b = 0; b < 20; b++) {
                drawn.add(Draw.keyed(seed, a, b).nextLong());
            }
        }
        assertThat(new HashSet<>(drawn)).hasSize(400);
        assertThat(Draw.keyed(seed, 3, 4).nextLong()).isEqualTo(drawn.get(3 * 20 + 4));
    }

    private static double meanColumn(Recording recording, Gesture gesture) {
        GestureLabel label = recording.labels().get(gesture.label() - 1);
        EventStream events = recording.events();
        double sum = 0;
        long count = 0;
        for (int i = 0; i < events.size(); i++) {
            if (events.t(i) >= label.startMicros() && events.t(i) < label.endMicros()) {
                sum += events.x(i);
                count++;
            }
        }
        return sum / count;
    }
}
