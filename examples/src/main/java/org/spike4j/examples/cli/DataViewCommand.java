package org.spike4j.examples.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.format.EventFile;
import org.spike4j.datasets.format.ReadOptions;
import org.spike4j.datasets.view.EventAnimation;
import org.spike4j.datasets.view.EventImage;
import org.spike4j.datasets.view.EventPage;
import org.spike4j.datasets.view.EventRaster;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Draws an event file as a picture or an animation, or makes a page that plays it. */
@Command(
        name = "view",
        header = "Draws an event file as a picture (.png), an animation (.gif) or a page that plays it (.html).",
        description = "%nBlue: brighter, red: darker, purple: both. A sensor of one row, as the channels of a sound,"
                + " is drawn over time, the first channel at the bottom.")
final class DataViewCommand extends SpikeCommand {
    private static final int SIDE = 768;
    private static final int FRAME_MILLIS = 50;
    private static final int LEAST_FRAMES = 10;
    private static final int MOST_FRAMES = 120;
    private static final int RASTER_COLUMNS = 256;

    @Parameters(index = "0", paramLabel = "FILE", description = "An event file of any format that can be read.")
    private Path file;

    @Parameters(
            index = "1",
            paramLabel = "OUT",
            description = "The picture or page to write, ending in .png, .gif or .html.")
    private Path out;

    @Option(names = "--include-invalid", description = "Draw events that the file marks invalid too (AEDAT 3.1).")
    private boolean includeInvalid;

    @Option(names = "--as-stored", description = "Leave rows and columns as the file counts them.")
    private boolean asStored;

    @Override
    Map<String, ?> run(Printer printer) throws IOException {
        String name = out.toString().toLowerCase(Locale.ROOT);
        boolean animated = name.endsWith(".gif");
        boolean page = name.endsWith(".html");
        if (!animated && !page && !name.endsWith(".png")) {
            throw new IllegalArgumentException("OUT must end in .png, .gif or .html, was " + out);
        }
        Path folder = out.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException(
                    folder + ": no such folder for " + out.getFileName() + "; create it first");
        }
        EventStream read = EventFile.read(
                file, ReadOptions.defaults().withInvalid(includeInvalid).withUpright(!asStored));
        if (page) {
            return page(printer, read);
        }
        EventStream events = read.height() == 1 && !animated ? EventRaster.over(read, RASTER_COLUMNS) : read;
        int scale = Math.max(1, SIDE / Math.max(events.width(), events.height()));
        int frames = animated ? frames(events) : 1;
        if (animated) {
            EventAnimation.writeGif(out, events, frames, FRAME_MILLIS, scale);
        } else {
            EventImage.writePng(out, events, scale);
        }
        printer.say(out + ": " + frames + (frames == 1 ? " frame" : " frames") + " of "
                + events.width() * scale + " x " + events.height() * scale + " pixels, "
                + String.format(Locale.ROOT, "%,d events", events.size()));
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("written", out.toString());
        result.put("frames", frames);
        result.put("width", events.width() * scale);
        result.put("height", events.height() * scale);
        result.put("events", events.size());
        return result;
    }

    private Map<String, ?> page(Printer printer, EventStream events) throws IOException {
        int every = EventPage.write(out, file.getFileName().toString(), events);
        int shown = (events.size() + every - 1) / every;
        printer.say(String.format(
                Locale.ROOT,
                "%s: a page of %,d bytes that plays %,d of %,d events; open it in a browser",
                out,
                Files.size(out),
                shown,
                events.size()));
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("written", out.toString());
        result.put("width", events.width());
        result.put("height", events.height());
        result.put("events", events.size());
        result.put("shown", shown);
        return result;
    }

    /** As many frames as the recording lasts at the speed of its playing, within bounds. */
    private static int frames(EventStream events) {
        if (events.size() == 0) {
            return LEAST_FRAMES;
        }
        long millis = (events.t(events.size() - 1) - events.t(0)) / 1000;
        return (int) Math.max(LEAST_FRAMES, Math.min(MOST_FRAMES, millis / FRAME_MILLIS));
    }
}
