package org.spike4j.examples.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.spike4j.datasets.file.AtomicFile;
import org.spike4j.datasets.format.EventFile;
import org.spike4j.datasets.format.EventReader;
import org.spike4j.datasets.format.ReadOptions;
import org.spike4j.datasets.statistics.EventStatistics;
import org.spike4j.datasets.statistics.Intervals;
import org.spike4j.datasets.statistics.PixelRates;
import org.spike4j.examples.plot.EventStatisticsPlot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what the events of a file are like. */
@Command(
        name = "stats",
        header = "Says what the events of a file are like: rates, polarity, hot pixels, times between events.")
final class DataStatsCommand extends SpikeCommand {
    private static final int MOST_SHOWN = 20;

    @Parameters(paramLabel = "FILE", description = "An event file of any format that can be read.")
    private Path file;

    @Option(names = "--plot", paramLabel = "OUT", description = "Draw them as a picture, ending in .png.")
    private Path plot;

    @Option(names = "--include-invalid", description = "Count events that the file marks invalid too (AEDAT 3.1).")
    private boolean includeInvalid;

    @Option(names = "--as-stored", description = "Leave rows and columns as the file counts them.")
    private boolean asStored;

    @Override
    Map<String, ?> run(Printer printer) throws IOException {
        requirePicture();
        EventStatistics statistics;
        ReadOptions options = ReadOptions.defaults().withInvalid(includeInvalid).withUpright(!asStored);
        try (EventReader reader = EventFile.open(file, options)) {
            statistics = EventStatistics.of(reader);
        }
        print(printer, statistics);
        if (plot != null) {
            AtomicFile.write(
                    plot,
                    EventStatisticsPlot.draw(file.getFileName().toString(), statistics)
                            .png());
            printer.say("  " + plot + " shows them");
        }
        return answer(statistics);
    }

    private void requirePicture() {
        if (plot == null) {
            return;
        }
        if (!plot.toString().toLowerCase(Locale.ROOT).endsWith(".png")) {
            throw new IllegalArgumentException("--plot must end in .png, was " + plot);
        }
        Path folder = plot.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException(
                    folder + ": no such folder for " + plot.getFileName() + "; create it first");
        }
    }

    private Map<String, ?> answer(EventStatistics statistics) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("format", statistics.format());
        result.put("width", statistics.width());
        result.put("height", statistics.height());
        result.put("events", statistics.events());
        result.put("durationMicros", statistics.durationMicros());
        result.put("meanRate", statistics.meanRate());
        result.put("mostRate", statistics.rate().most());
        result.put("brighterShare", statistics.brighterShare());
        Map<String, Object> rate = new LinkedHashMap<>();
        rate.put("startMicros", statistics.rate().startMicros());
        rate.put("binMicros", statistics.rate().binMicros());
        rate.put("darker", statistics.rate().darker());
        rate.put("brighter", statistics.rate().brighter());
        result.put("rate", rate);
        result.put("pixels", pixels(statistics.pixels()));
        result.put("between", intervals(statistics.between()));
        result.put("atPixel", intervals(statistics.atPixel()));
        Map<String, Object> faults = new LinkedHashMap<>();
        faults.put("events", statistics.faults().events());
        faults.put("first", statistics.faults().first());
        faults.put("longestMicros", statistics.faults().longest());
        result.put("orderFaults", faults);
        if (plot != null) {
            result.put("plot", plot.toString());
        }
        return result;
    }

    private static Map<String, ?> pixels(PixelRates pixels) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("active", pixels.active());
        result.put("silent", pixels.silent());
        result.put("meanRate", pixels.mean());
        result.put("medianRate", pixels.median());
        result.put("mostRate", pixels.most());
        result.put("octaves", pixels.octaves());
        result.put("hotPixels", pixels.hot().size());
        result.put(
                "hot",
                pixels.hot().stream()
                        .limit(MOST_SHOWN)
                        .map(hot -> List.of(hot.x(), hot.y(), hot.events()))
                        .toList());
        return result;
    }

    private static Map<String, ?> intervals(Intervals intervals) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("count", intervals.count());
        result.put("zero", intervals.zero());
        result.put("meanMicros", intervals.mean());
        result.put("medianMicros", intervals.median());
        result.put("octaves", intervals.octaves());
        return result;
    }

    private void print(Printer printer, EventStatistics s) {
        PixelRates pixels = s.pixels();
        printer.say(file.toString());
        say(printer, "events", "%,d in %.6f s, %s", s.events(), s.durationMicros() / 1e6, s.format());
        say(
                printer,
                "rate",
                "%,.0f events/s, at most %,.0f in %,d us",
                s.meanRate(),
                s.rate().most(),
                s.rate().binMicros());
        say(printer, "polarity", "%.1f %% brighter", 100 * s.brighterShare());
        say(
                printer,
                "pixels",
                "%,d active, %,d silent; median %.2f, mean %.2f, most %.1f events/s",
                pixels.active(),
                pixels.silent(),
                pixels.median(),
                pixels.mean(),
                pixels.most());
        say(printer, "hot", "%,d pixels%s", pixels.hot().size(), firstOf(pixels.hot()));
        say(printer, "between", "%s", words(s.between()));
        say(printer, "at a pixel", "%s", words(s.atPixel()));
        say(
                printer,
                "order",
                s.faults().events() == 0
                        ? "in order of time"
                        : "%,d events are earlier than the one before, by up to %,d us",
                s.faults().events(),
                s.faults().longest());
    }

    private static void say(Printer printer, String name, String text, Object... values) {
        printer.say(String.format(Locale.ROOT, "  %-10s ", name) + String.format(Locale.ROOT, text, values));
    }

    private static String words(Intervals intervals) {
        return String.format(
                Locale.ROOT,
                "mean %,.1f us, median %,d to %,d us, %,d are 0",
                intervals.mean(),
                intervals.median(),
                2 * intervals.median(),
                intervals.zero());
    }

    private static String firstOf(List<PixelRates.HotPixel> hot) {
        if (hot.isEmpty()) {
            return "";
        }
        PixelRates.HotPixel first = hot.get(0);
        return String.format(
                Locale.ROOT,
                ", the busiest at column %d, row %d with %,d events",
                first.x(),
                first.y(),
                first.events());
    }
}
