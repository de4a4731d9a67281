package org.spike4j.examples.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.spike4j.datasets.format.EventFile;
import org.spike4j.datasets.format.EventReader;
import org.spike4j.datasets.format.ReadOptions;
import org.spike4j.datasets.format.RecordingFacts;
import org.spike4j.datasets.video.VideoFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what is in an event file, as the file stores it, or in a video. */
@Command(name = "info", header = "Says what is in an event file or a video.")
final class DataInfoCommand extends SpikeCommand {
    @Parameters(paramLabel = "FILE", description = "An event file of any format that can be read, or a video.")
    private Path file;

    @Option(names = "--include-invalid", description = "Count events that the file marks invalid too (AEDAT 3.1).")
    private boolean includeInvalid;

    @Option(
            names = "--stream",
            paramLabel = "N",
            description = "Which stream (AEDAT 4), source (AEDAT 3.1), recording (npz) or camera (HDF5) to read.")
    private Integer stream;

    @Override
    Map<String, ?> run(Printer printer) throws IOException {
        if (VideoFile.isVideo(file)) {
            return VideoInfo.of(file).tell(file, printer);
        }
        RecordingFacts facts;
        boolean darkerIsOne;
        ReadOptions options = ReadOptions.defaults().withInvalid(includeInvalid).withStoredPolarity(true);
        try (EventReader reader = EventFile.open(file, stream == null ? options : options.withStream(stream))) {
            facts = RecordingFacts.of(reader);
            darkerIsOne = reader.darkerIsOne();
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("format", facts.format());
        result.put("width", facts.width());
        result.put("height", facts.height());
        result.put("events", facts.events());
        result.put("first", facts.first());
        result.put("last", facts.last());
        result.put("polarity", polarity(facts));
        result.put("polarityOne", darkerIsOne ? "darker" : "brighter");
        result.put("x", facts.x());
        result.put("y", facts.y());
        result.put("t", facts.t());
        result.put("inOrder", facts.inOrder());
        result.put("durationMicros", facts.durationMicros());
        result.put("sumX", facts.sumX());
        result.put("sumY", facts.sumY());
        result.put("sumT", facts.sumT());
        result.put("bytes", Files.size(file));
        result.put("sha256", sha256());
        print(printer, facts, darkerIsOne);
        RecordedStreams.of(file, includeInvalid).addTo(result, printer);
        return result;
    }

    private String sha256() throws IOException {
        try (DigestInputStream in =
                new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static Map<String, Long> polarity(RecordingFacts facts) {
        Map<String, Long> inOrder = new LinkedHashMap<>();
        inOrder.put("0", facts.polarity().get("0"));
        inOrder.put("1", facts.polarity().get("1"));
        return inOrder;
    }

    private void print(Printer printer, RecordingFacts facts, boolean darkerIsOne) {
        printer.say(String.format(Locale.ROOT, "%s", file));
        printer.say("  format    " + facts.format());
        printer.say("  sensor    " + facts.width() + " x " + facts.height() + " pixels");
        printer.say(String.format(
                Locale.ROOT,
                "  events    %,d: %,d brighter, %,d darker; the file stores 1 for %s",
                facts.events(),
                facts.polarity().get(darkerIsOne ? "0" : "1"),
                facts.polarity().get(darkerIsOne ? "1" : "0"),
                darkerIsOne ? "darker" : "brighter"));
        printer.say(String.format(Locale.ROOT, "  duration  %.6f s", facts.durationMicros() / 1e6));
        printer.say("  first     " + facts.first() + "  [t in microseconds, x, y, polarity as stored]");
        printer.say("  last      " + facts.last());
    }
}
