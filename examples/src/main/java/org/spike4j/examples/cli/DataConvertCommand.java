package org.spike4j.examples.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.format.EventFile;
import org.spike4j.datasets.format.EventFormat;
import org.spike4j.datasets.format.EventReader;
import org.spike4j.datasets.format.EventSink;
import org.spike4j.datasets.format.EventWriter;
import org.spike4j.datasets.format.ReadOptions;
import org.spike4j.datasets.format.sensor.SensorSelection;
import org.spike4j.datasets.format.sensor.StreamKind;
import org.spike4j.datasets.format.text.SensorCsv;
import org.spike4j.datasets.simulation.EventCameraSettings;
import org.spike4j.datasets.video.VideoEventReader;
import org.spike4j.datasets.video.VideoFile;
import org.spike4j.datasets.video.VideoOptions;
import org.spike4j.datasets.view.FrameImage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the events of a file in another format, or what else it holds; a video becomes events first. */
@Command(
        name = "convert",
        header = "Writes the events of a file in another format.",
        description = {
            "%nA video is seen by a simulated event camera.",
            "With --records, what AEDAT 3.1 and AEDAT 4 hold beside events is written: frames as a new folder OUT of PNG pictures"
                    + " and times.csv, inertial samples (imu) and triggers as a CSV file OUT; so are messages, the generic"
                    + " events of Event Stream."
        })
final class DataConvertCommand extends SpikeCommand {
    @Parameters(
            index = "0",
            paramLabel = "IN",
            description = "An event file of any format that can be read, or a video.")
    private Path in;

    @Parameters(index = "1", paramLabel = "OUT", description = "The file to write; its ending names the format.")
    private Path out;

    @Option(
            names = "--format",
            paramLabel = "ENDING",
            description = "Write the format of this ending, whatever OUT ends in.")
    private String ending;

    @Option(names = "--include-invalid", description = "Convert events that the file marks invalid too (AEDAT 3.1).")
    private boolean includeInvalid;

    @Option(
            names = "--records",
            paramLabel = "KIND",
            description = "Write frames, imu, triggers or messages instead of the events.")
    private String records;

    @Option(
            names = "--threshold",
            paramLabel = "LN",
            description = "Of a video: change of log intensity that makes an event (default: ${DEFAULT-VALUE}).")
    private double threshold = 0.2;

    @Option(names = "--noise", description = "Of a video: mismatch, shot noise and leak of a camera in poor light.")
    private boolean noise;

    @Option(names = "--seed", paramLabel = "S", description = "Of a video: seed of mismatch and noise.")
    private long seed;

    @Override
    Map<String, ?> run(Printer printer) throws IOException {
        if (records != null) {
            return records(printer);
        }
        EventFormat format = EventFile.formatToWrite(ending != null ? ending : endingOf(out));
        requireFolder();
        long events = convert(format.writer().orElseThrow());
        printer.say(String.format(Locale.ROOT, "%s: %s, %,d events", out, format.name(), events));
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("format", format.name());
        result.put("events", events);
        result.put("path", out.toString());
        return result;
    }

    private Map<String, ?> records(Printer printer) throws IOException {
        StreamKind kind = StreamKind.of(records)
                .filter(SensorSelection.all().kinds()::contains)
                .orElseThrow(() -> new IllegalArgumentException(
                        "--records must be frames, imu, triggers or messages, was " + records));
        if (kind != StreamKind.FRAMES && !endingOf(out).equalsIgnoreCase("csv")) {
            throw new IllegalArgumentException("OUT must end in .csv with --records " + kind + ", was " + out);
        }
        requireFolder();
        long written = kind == StreamKind.FRAMES
                ? FrameImage.writeFolder(out, in, includeInvalid)
                : SensorCsv.write(out, in, SensorSelection.all().withKind(kind).withInvalid(includeInvalid));
        printer.say(String.format(Locale.ROOT, "%s: %,d %s", out, written, kind == StreamKind.IMU ? "samples" : kind));
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("records", kind.toString());
        result.put("count", written);
        result.put("path", out.toString());
        return result;
    }

    private void requireFolder() {
        Path folder = out.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException(
                    folder + ": no such folder for " + out.getFileName() + "; create it first");
        }
    }

    /** Goes packet by packet, so that memory does not grow with the file; returns the number of events. */
    private long convert(EventWriter writer) throws IOException {
        long events = 0;
        try (EventReader reader = reader();
                EventSink sink = writer.open(out, reader.width(), reader.height())) {
            Optional<EventStream> packet = reader.next();
            while (packet.isPresent()) {
                sink.append(packet.get());
                events += packet.get().size();
                packet = reader.next();
            }
            sink.finish();
        }
        return events;
    }

    private EventReader reader() throws IOException {
        if (!VideoFile.isVideo(in)) {
            return EventFile.open(in, ReadOptions.defaults().withInvalid(includeInvalid));
        }
        EventCameraSettings kind = noise ? EventCameraSettings.noisy() : EventCameraSettings.clean();
        EventCameraSettings camera = new EventCameraSettings(
                threshold, threshold, kind.mismatch(), kind.refractoryMicros(), kind.noise(), seed);
        return VideoEventReader.open(in, VideoOptions.defaults(), camera);
    }

    private static String endingOf(Path path) {
        String name = path.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
