package org.spike4j.examples.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.format.EventFile;
import org.spike4j.datasets.format.ReadOptions;
import org.spike4j.datasets.video.VideoFile;
import org.spike4j.datasets.video.VideoOptions;
import org.spike4j.datasets.view.EventAnimation;
import org.spike4j.datasets.view.EventImage;
import org.spike4j.datasets.view.EventPage;
import org.spike4j.datasets.view.EventRaster;
import org.spike4j.datasets.view.FrameImage;
import org.spike4j.datasets.view.VideoImage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Draws an event file or a video as a picture, an animation or a video, or makes a page that plays events. */
@Command(
        name = "view",
        header = "Draws events or a video as a picture (.png), an animation (.gif), a video (.mp4) or a page (.html).",
        description = {
            "%nEvents: blue is brighter, red darker, purple both; a page plays them. A sensor of one row, as the channels of a"
                    + " sound, is drawn over time, the first channel at the bottom.",
            "Of a video, .png and .gif show pictures from all of it; there is no page of it. So they do of the frames that a camera"
                    + " took beside its events, with --frames."
        })
final class DataViewCommand extends SpikeCommand {
    private static final int SIDE = 768;
    private static final int FRAME_MILLIS = 50;
    private static final int LEAST_FRAMES = 10;
    private static final int MOST_FRAMES = 120;
    private static final int RASTER_COLUMNS = 256;
    /** Pictures of a video side by side. */
    private static final int SHEET = 12;

    @Parameters(
            index = "0",
            paramLabel = "FILE",
            description = "An event file of any format that can be read, or a video.")
    private Path file;

    @Parameters(
            index = "1",
            paramLabel = "OUT",
            description = "The file to write, ending in .png, .gif, .mp4 or .html.")
    private Path out;

    @Option(names = "--include-invalid", description = "Draw events that the file marks invalid too (AEDAT 3.1).")
    private boolean includeInvalid;

    @Option(names = "--as-stored", description = "Leave rows and columns as the file counts them.")
    private boolean asStored;

    @Option(
            names = "--frames",
            description = "Show the frames of the camera instead of its events (AEDAT 3.1, AEDAT 4).")
    private boolean frames;

    @Override
    Map<String, ?> run(Printer printer) throws IOException {
        String name = out.toString().toLowerCase(Locale.ROOT);
        String ending = name.substring(name.lastIndexOf('.') + 1);
        boolean video = VideoFile.isVideo(file);
        if (frames && !Set.of("png", "gif").contains(ending)) {
            throw new IllegalArgumentException("OUT must end in .png or .gif with --frames, was " + out);
        }
        if (!Set.of("png", "gif", "mp4").contains(ending) && (video || !ending.equals("html"))) {
            throw new IllegalArgumentException(
                    "OUT must end in .png, .gif" + (video ? " or .mp4" : ", .mp4 or .html") + ", was " + out);
        }
        Path folder = out.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException(
                    folder + ": no such folder for " + out.getFileName() + "; create it first");
        }
        if (frames) {
            return frames(printer, ending);
        }
        return video ? video(printer, ending) : events(printer, ending);
    }

    private Map<String, ?> events(Printer printer, String ending) throws IOException {
        EventStream read = EventFile.read(
                file, ReadOptions.defaults().withInvalid(includeInvalid).withUpright(!asStored));
        if (ending.equals("html")) {
            return page(printer, read);
        }
        EventStream events = read.height() == 1 && ending.equals("png") ? EventRaster.over(read, RASTER_COLUMNS) : read;
        int scale = Math.max(1, SIDE / Math.max(events.width(), events.height()));
        int frames = ending.equals("png") ? 1 : frames(events);
        switch (ending) {
            case "png" -> EventImage.writePng(out, events, scale);
            case "gif" -> EventAnimation.writeGif(out, events, frames, FRAME_MILLIS, scale);
            default -> EventAnimation.writeVideo(out, events, frames, 1000.0 / FRAME_MILLIS, scale);
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

    private Map<String, ?> frames(Printer printer, String ending) throws IOException {
        int shown = ending.equals("png")
                ? FrameImage.writePng(out, file, SHEET, SIDE / 4)
                : FrameImage.writeGif(out, file, MOST_FRAMES, FRAME_MILLIS, SIDE / 2);
        printer.say(out + ": " + shown + (shown == 1 ? " frame" : " frames") + " of the camera");
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("written", out.toString());
        result.put("frames", shown);
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

    private Map<String, ?> video(Printer printer, String ending) throws IOException {
        int frames = VideoFile.countFrames(file, VideoOptions.defaults());
        int shown = switch (ending) {
            case "png" -> VideoImage.writePng(out, file, SHEET, SIDE / 4);
            case "gif" -> VideoImage.writeGif(out, file, MOST_FRAMES, FRAME_MILLIS, SIDE / 2);
            default -> VideoImage.writeVideo(out, file);
        };
        printer.say(out + ": " + shown + " of " + frames + " pictures");
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("written", out.toString());
        result.put("frames", shown);
        result.put("pictures", frames);
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
