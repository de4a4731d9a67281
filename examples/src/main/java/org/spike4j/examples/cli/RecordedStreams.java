package org.spike4j.examples.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.spike4j.datasets.format.EventFileException;
import org.spike4j.datasets.format.SensorFile;
import org.spike4j.datasets.format.sensor.SensorFacts;
import org.spike4j.datasets.format.sensor.SensorReader;
import org.spike4j.datasets.format.sensor.SensorSelection;
import org.spike4j.datasets.format.sensor.SensorStream;
import org.spike4j.datasets.format.sensor.StreamKind;

/**
 * The streams of a recording, for {@code data info}: nothing to say of a file that has one stream of events.
 *
 * @param facts of all streams; none if the format has events only
 * @param problem why the records could not be counted; empty if they were
 */
record RecordedStreams(List<SensorFacts> facts, String problem) {
    static RecordedStreams of(Path file, boolean includeInvalid) throws IOException {
        Optional<SensorReader> reader =
                SensorFile.find(file, SensorSelection.all().withInvalid(includeInvalid));
        if (reader.isEmpty()) {
            return new RecordedStreams(List.of(), "");
        }
        try (SensorReader open = reader.get()) {
            try {
                return new RecordedStreams(SensorFacts.of(open), "");
            } catch (EventFileException e) {
                // The events were read, so what is wrong beside them is part of the answer.
                List<SensorFacts> uncounted = open.streams().stream()
                        .map(stream -> new SensorFacts(stream, 0, Long.MAX_VALUE, Long.MIN_VALUE))
                        .toList();
                return new RecordedStreams(uncounted, e.getMessage());
            }
        }
    }

    /** Adds streams, and frames, imuSamples and triggers or recordsProblem, to the answer, and says them to people. */
    void addTo(Map<String, Object> answer, Printer printer) {
        boolean eventsOnly =
                facts.stream().allMatch(fact -> fact.stream().kind() == StreamKind.EVENTS) && facts.size() <= 1;
        if (eventsOnly) {
            return;
        }
        List<Map<String, Object>> streams = new ArrayList<>();
        for (SensorFacts fact : facts) {
            streams.add(json(fact));
            printer.say("  stream    " + text(fact));
        }
        answer.put("streams", streams);
        if (!problem.isEmpty()) {
            printer.remark("  the records beside the events could not be counted: " + problem);
            answer.put("recordsProblem", problem);
            return;
        }
        answer.put("frames", count(StreamKind.FRAMES));
        answer.put("imuSamples", count(StreamKind.IMU));
        answer.put("triggers", count(StreamKind.TRIGGERS));
    }

    private long count(StreamKind kind) {
        return facts.stream()
                .filter(fact -> fact.stream().kind() == kind)
                .mapToLong(SensorFacts::records)
                .sum();
    }

    private Map<String, Object> json(SensorFacts fact) {
        SensorStream stream = fact.stream();
        boolean found = fact.records() > 0;
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("number", stream.number());
        object.put("kind", stream.kind().toString());
        object.put("type", stream.type());
        object.put("source", stream.source());
        object.put("width", stream.width());
        object.put("height", stream.height());
        object.put("records", isRead(stream) ? fact.records() : null);
        object.put("t", found ? List.of(fact.earliestMicros(), fact.latestMicros()) : List.of());
        return object;
    }

    private String text(SensorFacts fact) {
        SensorStream stream = fact.stream();
        String size = stream.width() > 0 ? ", " + stream.width() + " x " + stream.height() + " pixels" : "";
        String source = stream.source().isEmpty() ? "" : " of " + stream.source();
        String records = isRead(stream) ? String.format(Locale.ROOT, ", %,d records", fact.records()) : "";
        return stream.number() + ": " + stream.kind() + " (" + stream.type() + ")" + source + size + records;
    }

    /** Whether the records were counted here; events have their own facts. */
    private boolean isRead(SensorStream stream) {
        return problem.isEmpty() && SensorSelection.all().kinds().contains(stream.kind());
    }
}
