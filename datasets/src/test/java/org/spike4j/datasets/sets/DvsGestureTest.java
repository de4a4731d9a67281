package org.spike4j.datasets.sets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spike4j.datasets.EventAssertions;
import org.spike4j.datasets.RandomEvents;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.event.EventStreamBuilder;
import org.spike4j.datasets.format.EventFile;
import org.spike4j.datasets.format.aedat31.Aedat31Writer;
import org.spike4j.datasets.gesture.Gesture;
import org.spike4j.datasets.gesture.GestureLabel;
import org.spike4j.datasets.gesture.LabelFile;
import org.spike4j.datasets.gesture.ListFileException;
import org.spike4j.datasets.gesture.TrialList;
import org.spike4j.datasets.gesture.synthetic.SyntheticGestureSettings;
import org.spike4j.datasets.gesture.synthetic.SyntheticGestures;

class DvsGestureTest {
    @TempDir
    static Path made;

    @TempDir
    Path folder;

    @BeforeAll
    static void make() throws IOException {
        SyntheticGestureSettings settings = SyntheticGestureSettings.defaults()
                .withUsers(4, 1)
                .withLights(2)
                .withSecondsPerGesture(0.2);
        SyntheticGestures.prepare(made.resolve("set"), settings, 2);
    }

    @Test
    void everyLabelRowIsASampleAndWholeUsersAreHeldOut() throws IOException {
        DvsGesture data = DvsGesture.open(made.resolve("set"));

        assertThat(data.samples(Split.TRAIN)).hasSize(3 * 2 * 11);
        assertThat(data.samples(Split.VALIDATION)).hasSize(2 * 11);
        assertThat(data.samples(Split.TEST)).hasSize(2 * 11);
        assertThat(users(data, Split.TRAIN)).containsExactly("user01", "user02", "user04");
        assertThat(users(data, Split.VALIDATION)).containsExactly("user03");
        assertThat(users(data, Split.TEST)).containsExactly("user05");
        assertThat(data.samples(Split.TEST).stream().map(EventSample::label).limit(11))
                .containsExactlyElementsOf(IntStream.range(0, 11).boxed().toList());
        assertThat(data.classNames()).isEqualTo(Gesture.names());
    }

    @Test
    void ofTwoRowsOfAClassTheFirstIsTakenWhereTonicsCountIsWanted() throws IOException {
        EventStream events = RandomEvents.ordered(1, 2_000, 128, 128, 0, 10);
        List<GestureLabel> labels = List.of(
                new GestureLabel(Gesture.ARM_ROLL, 0, 100),
                new GestureLabel(Gesture.ARM_ROLL, 200, 300),
                new GestureLabel(Gesture.AIR_DRUMS, 400, 500));
        write("user01_lab", events, labels);
        lists("user01_lab.aedat", "user01_lab.aedat");

        DvsGesture all = DvsGesture.open(folder, DvsGesture.Rows.ALL, 0);
        DvsGesture first = DvsGesture.open(folder, DvsGesture.Rows.FIRST_OF_CLASS, 0);

        assertThat(all.samples(Split.TEST)).hasSize(3);
        assertThat(first.samples(Split.TEST))
                .extracting(EventSample::name)
                .containsExactly("user01_lab.aedat row 1", "user01_lab.aedat row 3");
        EventAssertions.assertSame(first.samples(Split.TEST).get(1).events(), between(events, labels.get(2)));
    }

    @Test
    void innerFolderCanBeGivenToo() throws IOException {
        DvsGesture outer = DvsGesture.open(made.resolve("set"));
        DvsGesture inner = DvsGesture.open(made.resolve("set/DvsGesture"));

        assertThat(names(inner)).isEqualTo(names(outer)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 50_000, 1_000_000_000})
    void eventsAreThoseOfTheRowWhateverTheCacheHolds(long cacheBytes) throws IOException {
        DvsGesture data = DvsGesture.open(made.resolve("set"), cacheBytes);
        Path file =
                TrialList.read(made.resolve("set/DvsGesture/" + TrialList.TEST)).get(1);
        List<GestureLabel> labels = LabelFile.read(LabelFile.of(file));
        EventStream whole = EventFile.read(file);

        for (int round = 0; round < 2; round++) {
            for (int row : new int[] {10, 0, 4}) {
                EventStream events = data.samples(Split.TEST).get(11 + row).events();
                EventAssertions.assertSame(events, between(whole, labels.get(row)));
                assertThat(events.size()).isGreaterThan(100);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Split.class)
    void samplesKeepTheirOrder(Split split) throws IOException {
        List<EventSample> one = DvsGesture.open(made.resolve("set")).samples(split);
        List<EventSample> two = DvsGesture.open(made.resolve("set")).samples(split);
        assertThat(one.stream().map(EventSample::name).toList())
                .isEqualTo(two.stream().map(EventSample::name).toList());
    }

    @Test
    void startBelongsToTheSampleAndEndDoesNotEvenWhenRowsOverlapOrTimesGoBack() throws IOException {
        EventStream events = RandomEvents.unordered(3, 20_000, 128, 128, 1_000);
        List<GestureLabel> labels = List.of(
                new GestureLabel(Gesture.ARM_ROLL, 100, 200),
                new GestureLabel(Gesture.ARM_ROLL, 150, 900),
                new GestureLabel(Gesture.AIR_DRUMS, 5_000, 6_000));
        write("user01_lab", events, labels);
        lists("user01_lab.aedat", "user01_lab.aedat");

        List<EventSample> samples = DvsGesture.open(folder).samples(Split.TEST);

        assertThat(samples).hasSize(3);
        for (int i = 0; i < 3; i++) {
            EventAssertions.assertSame(samples.get(i).events(), between(events, labels.get(i)));
        }
        assertThat(samples.get(2).events().size()).isZero();
    }

    @Test
    void missingLabelFileRecordingOrListIsOneErrorThatNamesIt() throws IOException {
        assertThatThrownBy(() -> DvsGesture.open(folder))
                .isInstanceOf(ListFileException.class)
                .hasMessageContaining("trials_to_train.txt");
        write("user01_lab", RandomEvents.ordered(1, 50, 128, 128, 0, 9), List.of());
        lists("user01_lab.aedat", "user02_lab.aedat");
        assertThatThrownBy(() -> DvsGesture.open(folder))
                .isInstanceOf(ListFileException.class)
                .hasMessageContaining("trials_to_test.txt, line 1")
                .hasMessageContaining("user02_lab.aedat");
        Files.createFile(folder.resolve("user02_lab.aedat"));
        assertThatThrownBy(() -> DvsGesture.open(folder))
                .isInstanceOf(ListFileException.class)
                .hasMessageContaining("user02_lab_labels.csv");
        Files.writeString(folder.resolve("user02_lab_labels.csv"), "class,startTime_usec,endTime_usec\n13,1,2\n");
        assertThatThrownBy(() -> DvsGesture.open(folder))
                .hasMessageContaining("user02_lab_labels.csv, line 2")
                .hasMessageContaining("1 to 11");
    }

    @Test
    void damagedRecordingFailsWhenItsEventsAreAskedForAndNamesTheFile() throws IOException {
        write(
                "user01_lab",
                RandomEvents.ordered(1, 50, 128, 128, 0, 9),
                List.of(new GestureLabel(Gesture.ARM_ROLL, 0, 100)));
        lists("user01_lab.aedat", "user01_lab.aedat");
        byte[] bytes = Files.readAllBytes(folder.resolve("user01_lab.aedat"));
        Files.write(folder.resolve("user01_lab.aedat"), java.util.Arrays.copyOf(bytes, bytes.length - 5));
        EventSample sample = DvsGesture.open(folder).samples(Split.TEST).get(0);

        assertThatThrownBy(sample::events).isInstanceOf(IOException.class).hasMessageContaining("user01_lab.aedat");
    }

    private void write(String name, EventStream events, List<GestureLabel> labels) throws IOException {
        Path file = folder.resolve(name + ".aedat");
        Aedat31Writer.write(file, events);
        LabelFile.write(LabelFile.of(file), labels);
    }

    private void lists(String train, String test) throws IOException {
        TrialList.write(folder.resolve(TrialList.TRAIN), List.of(train));
        TrialList.write(folder.resolve(TrialList.TEST), List.of(test));
    }

    private static EventStream between(EventStream events, GestureLabel label) {
        EventStreamBuilder kept = EventStream.builder(128, 128);
        for (int i = 0; i < events.size(); i++) {
            if (events.t(i) >= label.startMicros() && events.t(i) < label.endMicros()) {
                kept.add(events.t(i), events.x(i), events.y(i), events.polarity(i));
            }
        }
        return kept.build();
    }

    private static List<String> users(DvsGesture data, Split split) {
        return data.samples(split).stream()
                .map(EventSample::group)
                .distinct()
                .sorted()
                .toList();
    }

    private static List<String> names(DvsGesture data) {
        return data.samples(Split.TRAIN).stream().map(EventSample::name).toList();
    }
}
