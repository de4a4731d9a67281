package org.spike4j.examples.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.spike4j.datasets.format.EventFile;
import org.spike4j.datasets.format.EventReader;
import org.spike4j.datasets.format.ReadOptions;
import org.spike4j.datasets.format.RecordingFacts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what is in an event file. */
@Command(name = "info", header = "Says what is in an event file.")
final class DataInfoCommand extends SpikeCommand {
    @Parameters(paramLabel = "FILE", description = "An event file of any format that can be read.")
    private Path file;

    @Option(names = "--include-invalid", description = "Count events that the file marks invalid too (AEDAT 3.1).")
    private boolean includeInvalid;

    @Override
    Map<String, ?> run(Printer printer) throws IOException {
        RecordingFacts facts;
        try (EventReader reader = EventFile.open(file, ReadOptions.defaults().withInvalid(includeInvalid))) {
            facts = RecordingFacts.of(reader);
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("format", facts.format());
        result.put("width", facts.width());
        result.put("height", facts.height());
        result.put("events", facts.events());
        result.put("first", facts.first());
        result.put("last", facts.last());
        result.put("polarity", polarity(facts));
        result.put("durationMicros", facts.durationMicros());
        result.put("sumX", facts.sumX());
        result.put("sumY", facts.sumY());
        result.put("sumT", facts.sumT());
        print(printer, facts);
        return result;
    }

    private static Map<String, Long> polarity(RecordingFacts facts) {
        Map<String, Long> inOrder = new LinkedHashMap<>();
        inOrder.put("0", facts.polarity().get("0"));
        inOrder.put("1", facts.polarity().get("1"));
        return inOrder;
    }

    private void print(Printer printer, RecordingFacts facts) {
        printer.say(String.format(Locale.ROOT, "%s", file));
        printer.say("  format    " + facts.format());
        printer.say("  sensor    " + facts.width() + " x " + facts.height() + " pixels");
        printer.say(String.format(
                Locale.ROOT,
                "  events    %,d: %,d brighter, %,d darker",
                facts.events(),
                facts.polarity().get("1"),
                facts.polarity().get("0")));
        printer.say(String.format(Locale.ROOT, "  duration  %.6f s", facts.durationMicros() / 1e6));
        printer.say("  first     " + facts.first() + "  [t in microseconds, x, y, polarity]");
        printer.say("  last      " + facts.last());
    }
}
