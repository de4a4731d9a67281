package org.spike4j.datasets.gesture.synthetic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.spike4j.datasets.format.aedat31.Aedat31Writer;
import org.spike4j.datasets.gesture.Gesture;
import org.spike4j.datasets.gesture.LabelFile;
import org.spike4j.datasets.gesture.TrialList;

/** Writes the files of the official layout into a folder. */
final class RecordingWriter {
    private final Path folder;
    private final SyntheticGestureSettings settings;
    private final List<Trial> train;
    private final List<Trial> test;

    RecordingWriter(Path folder, SyntheticGestureSettings settings) {
        this.folder = folder;
        this.settings = settings;
        int trainUsers = settings.trainUsers();
        this.train = Trial.of(1, trainUsers, settings.lights());
        this.test = Trial.of(trainUsers + 1, trainUsers + settings.testUsers(), settings.lights());
    }

    /** One task per recording; they can run in any order and at once. */
    List<Callable<Void>> recordings() {
        return Stream.concat(train.stream(), test.stream()).map(this::task).toList();
    }

    /** The lists and the names of the classes. */
    void writeLists() throws IOException {
        TrialList.write(folder.resolve(TrialList.TRAIN), names(train));
        TrialList.write(folder.resolve(TrialList.TEST), names(test));
        StringBuilder mapping = new StringBuilder("action,label\n");
        for (Gesture gesture : Gesture.values()) {
            mapping.append(gesture.officialName())
                    .append(',')
                    .append(gesture.label())
                    .append('\n');
        }
        Files.writeString(folder.resolve("gesture_mapping.csv"), mapping);
    }

    private Callable<Void> task(Trial trial) {
        return () -> {
            Recording recording = trial.record(settings.seed(), settings.secondsPerGesture());
            Path file = folder.resolve(trial.fileName());
            Aedat31Writer.write(file, recording.events());
            LabelFile.write(LabelFile.of(file), recording.labels());
            return null;
        };
    }

    private static List<String> names(List<Trial> trials) {
        return trials.stream().map(Trial::fileName).toList();
    }
}
