package org.spike4j.datasets.sets;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.spike4j.datasets.format.EventFileException;
import org.spike4j.datasets.format.ReadOptions;
import org.spike4j.datasets.format.TimeIndex;

/**
 * Long recordings as a data set of short windows, cut while they are read: a recording has a class, or a class for each
 * of its stretches, and {@link WindowCut} says how long windows are and what part of a stretch trains or tests.
 *
 * <pre>{@code
 * WindowCut cut = WindowCut.of(100_000).withShares(0.1, 0.3);
 * RecordingWindows data = RecordingWindows.open(
 *         "objects",
 *         List.of(LabelledRecording.ofClass(box, 0), LabelledRecording.ofClass(mug, 1)),
 *         List.of("box", "mug"),
 *         cut,
 *         ReadOptions.defaults());
 * }</pre>
 *
 * <p>A stretch reaches from its start, or the first event if that is later, to its end or the last event. Windows are
 * samples also where nothing happens. Their group is the recording and the part, so training and test share none.
 *
 * <p>Memory: opening reads each recording once, packet by packet, for an index of its times. Events of windows are kept
 * packed, about 3 to 4 bytes each, up to a bound; what does not fit is read again from its place in the file.
 */
public final class RecordingWindows implements EventDataSet {
    private final String name;
    private final List<String> classNames;
    private final Map<Split, List<EventSample>> samples;
    private final int width;
    private final int height;

    private RecordingWindows(
            String name, List<String> classNames, Map<Split, List<EventSample>> samples, int width, int height) {
        this.name = name;
        this.classNames = classNames;
        this.samples = samples;
        this.width = width;
        this.height = height;
    }

    /**
     * Opens recordings and keeps at most half of the heap full of events.
     *
     * @param name of the data set, for reports
     * @param recordings at least one, all of one sensor
     * @param classNames names of the classes; place i belongs to label i
     * @param cut how they are cut into windows
     * @param options how to read them
     * @return the data set; parts are in the order of the recordings, then of their intervals, then of time
     * @throws IllegalArgumentException if there is no recording or a label has no name
     * @throws EventFileException if a recording breaks its format, has no event, or has another sensor than the first
     * @throws IOException if a file cannot be read
     */
    public static RecordingWindows open(
            String name,
            List<LabelledRecording> recordings,
            List<String> classNames,
            WindowCut cut,
            ReadOptions options)
            throws IOException {
        return open(name, recordings, classNames, cut, options, SampleCache.defaultBytes());
    }

    /**
     * Opens recordings.
     *
     * @param name of the data set, for reports
     * @param recordings at least one, all of one sensor
     * @param classNames names of the classes; place i belongs to label i
     * @param cut how they are cut into windows
     * @param options how to read them
     * @param cacheBytes bytes of events to keep in memory at most
     * @return the data set; parts are in the order of the recordings, then of their intervals, then of time
     * @throws IllegalArgumentException if there is no recording or a label has no name
     * @throws EventFileException if a recording breaks its format, has no event, or has another sensor than the first
     * @throws IOException if a file cannot be read
     */
    public static RecordingWindows open(
            String name,
            List<LabelledRecording> recordings,
            List<String> classNames,
            WindowCut cut,
            ReadOptions options,
            long cacheBytes)
            throws IOException {
        requireNamed(recordings, classNames);
        SampleCache<WindowedRecording.Window> cache = new SampleCache<>(cacheBytes);
        Map<Split, List<EventSample>> samples = new EnumMap<>(Split.class);
        for (Split split : Split.values()) {
            samples.put(split, new ArrayList<>());
        }
        TimeIndex first = null;
        for (LabelledRecording recording : recordings) {
            TimeIndex index = TimeIndex.of(recording.file(), options);
            first = first == null ? index : first;
            requireEvents(recording, index);
            requireSensor(recording, index, first);
            addWindows(recording, index, cut, cache, samples);
        }
        samples.replaceAll((split, windows) -> List.copyOf(windows));
        return new RecordingWindows(name, List.copyOf(classNames), samples, first.width(), first.height());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int height() {
        return height;
    }

    @Override
    public List<String> classNames() {
        return classNames;
    }

    @Override
    public List<EventSample> samples(Split split) {
        return samples.get(split);
    }

    /** Appends the windows of a recording to the three parts. */
    private static void addWindows(
            LabelledRecording recording,
            TimeIndex index,
            WindowCut cut,
            SampleCache<WindowedRecording.Window> cache,
            Map<Split, List<EventSample>> samples) {
        TreeSet<Long> starts = new TreeSet<>();
        for (LabelledInterval interval : recording.intervals()) {
            for (Split split : Split.values()) {
                starts.addAll(starts(interval, index, cut, split));
            }
        }
        WindowedRecording windows =
                new WindowedRecording(recording.file(), index, List.copyOf(starts), cut.windowMicros(), cache);
        String file = recording.file().getFileName().toString();
        for (Split split : Split.values()) {
            String group = file + " " + split;
            for (LabelledInterval interval : recording.intervals()) {
                for (long start : starts(interval, index, cut, split)) {
                    String sample = file + " at " + start + " us";
                    samples.get(split)
                            .add(new EventSample(sample, interval.label(), group, () -> windows.window(start)));
                }
            }
        }
    }

    private static List<Long> starts(LabelledInterval interval, TimeIndex index, WindowCut cut, Split split) {
        long start = Math.max(interval.startMicros(), index.earliestMicros());
        long end = Math.min(interval.endMicros(), index.latestMicros() + 1);
        return start < end ? cut.starts(start, end, split) : List.of();
    }

    private static void requireNamed(List<LabelledRecording> recordings, List<String> classNames) {
        if (recordings.isEmpty()) {
            throw new IllegalArgumentException("a data set of windows needs at least one recording, found none");
        }
        for (LabelledRecording recording : recordings) {
            for (LabelledInterval interval : recording.intervals()) {
                if (interval.label() >= classNames.size()) {
                    throw new IllegalArgumentException("label of " + recording.file() + " must be below the "
                            + classNames.size() + " classes, was " + interval.label());
                }
            }
        }
    }

    private static void requireEvents(LabelledRecording recording, TimeIndex index) throws EventFileException {
        long latest = index.latestMicros();
        if (index.events() == 0 || latest == Long.MAX_VALUE || latest + 1 - index.earliestMicros() <= 0) {
            throw new EventFileException(
                    recording.file(),
                    0,
                    "events that span 1 to 2^63 - 1 microseconds",
                    index.events() == 0 ? "no event" : "times from " + index.earliestMicros() + " to " + latest,
                    "leave this recording out");
        }
    }

    private static void requireSensor(LabelledRecording recording, TimeIndex index, TimeIndex first)
            throws EventFileException {
        if (index.width() != first.width() || index.height() != first.height()) {
            throw new EventFileException(
                    recording.file(),
                    0,
                    "a sensor of " + first.width() + "x" + first.height() + " as in the first recording",
                    index.width() + "x" + index.height(),
                    "give the size with ReadOptions.withSensor");
        }
    }
}
