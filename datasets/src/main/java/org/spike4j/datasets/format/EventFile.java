package org.spike4j.datasets.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.format.aedat2.Aedat2Format;
import org.spike4j.datasets.format.aedat2.IndexFormat;
import org.spike4j.datasets.format.aedat31.Aedat31Format;
import org.spike4j.datasets.format.aedat4.Aedat4Format;
import org.spike4j.datasets.format.es.EsFormat;
import org.spike4j.datasets.format.hdf5.Hdf5Format;
import org.spike4j.datasets.format.hdf5.Matlab73Format;
import org.spike4j.datasets.format.matlab.MatlabFormat;
import org.spike4j.datasets.format.nmnist.NmnistFormat;
import org.spike4j.datasets.format.numpy.NpyFormat;
import org.spike4j.datasets.format.numpy.NpzFormat;
import org.spike4j.datasets.format.prophesee.DatFormat;
import org.spike4j.datasets.format.prophesee.RawFormat;
import org.spike4j.datasets.format.text.CsvFormat;
import org.spike4j.datasets.format.text.TextFormat;
import org.spike4j.datasets.format.wav.WavFormat;

/**
 * Opens an event file of any known format. The format is found by the first bytes, then by the ending of the name,
 * since the N-MNIST format and text have no mark of their own.
 */
public final class EventFile {
    private static final List<EventFormat> FORMATS = List.of(
            new Aedat31Format(),
            new Aedat4Format(),
            new Aedat2Format(),
            new DatFormat(),
            new RawFormat(),
            new EsFormat(),
            new NpyFormat(),
            new NpzFormat(),
            new Hdf5Format(),
            new WavFormat(),
            new Matlab73Format(),
            new MatlabFormat(),
            new IndexFormat(),
            new NmnistFormat(),
            new TextFormat(),
            new CsvFormat());

    private EventFile() {}

    /**
     * All formats.
     *
     * @return in the order in which they are tried
     */
    public static List<EventFormat> formats() {
        return FORMATS;
    }

    /**
     * Finds a format to write.
     *
     * @param ending of the file name, without the point, in any case
     * @return a format that has a writer
     * @throws IllegalArgumentException if none is written to files of this ending
     */
    public static EventFormat formatToWrite(String ending) {
        String wanted = ending.toLowerCase(Locale.ROOT);
        return FORMATS.stream()
                .filter(format -> format.writer().isPresent() && format.ending().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no format to write has the ending " + ending
                        + "; formats that can be written have "
                        + FORMATS.stream()
                                .filter(format -> format.writer().isPresent())
                                .map(EventFormat::ending)
                                .collect(Collectors.joining(", "))));
    }

    /**
     * Opens a recording to read it packet by packet.
     *
     * @param path the file
     * @param options how to read
     * @return a reader at the first event; the caller closes it
     * @throws EventFileException if there is no such file, its format is unknown, or it breaks its format
     * @throws IOException if the file cannot be read
     */
    public static EventReader open(Path path, ReadOptions options) throws IOException {
        FileCursor file = cursor(path);
        try {
            return TurnedReader.of(formatOf(file).open(file, options), options);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /**
     * Reads a whole recording with {@link ReadOptions#defaults}.
     *
     * @param path the file
     * @return all its events
     * @throws EventFileException if there is no such file, its format is unknown, it breaks its format, or is too long
     * @throws IOException if the file cannot be read
     */
    public static EventStream read(Path path) throws IOException {
        return read(path, ReadOptions.defaults());
    }

    /**
     * Reads a whole recording.
     *
     * @param path the file
     * @param options how to read
     * @return all its events, none if there are none
     * @throws EventFileException if there is no such file, its format is unknown, it breaks its format, or is too long
     * @throws IOException if the file cannot be read
     */
    public static EventStream read(Path path, ReadOptions options) throws IOException {
        try (EventReader reader = open(path, options)) {
            List<EventStream> packets = new ArrayList<>();
            long events = 0;
            Optional<EventStream> packet = reader.next();
            while (packet.isPresent()) {
                packets.add(packet.get());
                events += packet.get().size();
                if (events > options.maxEvents()) {
                    throw new EventFileException(
                            path,
                            0,
                            "at most " + options.maxEvents() + " events",
                            "more",
                            "read it packet by packet with EventFile.open or raise ReadOptions.withMaxEvents");
                }
                packet = reader.next();
            }
            if (packets.isEmpty()) {
                return EventStream.builder(reader.width(), reader.height()).build();
            }
            return packets.size() == 1 ? packets.get(0) : EventStream.concat(packets);
        }
    }

    /** Opens a file at its first byte. */
    static FileCursor cursor(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            throw new EventFileException(path, 0, "an event file", "a folder", "check the path");
        }
        try {
            return FileCursor.open(path);
        } catch (NoSuchFileException e) {
            EventFileException failure =
                    new EventFileException(path, 0, "an event file", "no such file", "check the path");
            failure.initCause(e);
            throw failure;
        }
    }

    /** The format of a file at its first byte, which it is left at. */
    static EventFormat formatOf(FileCursor file) throws IOException {
        byte[] head = head(file);
        for (EventFormat format : FORMATS) {
            if (format.matches(file.path(), head)) {
                return format;
            }
        }
        String known =
                FORMATS.stream().map(f -> f.name() + " (" + f.sign() + ")").collect(Collectors.joining(", "));
        throw file.error(0, "a known event format", describe(head), "formats that can be read are " + known);
    }

    private static byte[] head(FileCursor file) throws IOException {
        if (file.remaining() == 0) {
            throw file.error(0, "an event file", "an empty file", "copy or download the recording again");
        }
        byte[] head = new byte[(int) Math.min(file.remaining(), EventFormat.HEAD_BYTES)];
        file.take(head.length, "the first bytes").get(head);
        file.moveTo(0);
        return head;
    }

    private static String describe(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        int line = text.indexOf('\r');
        if (text.startsWith("#!AER-DAT")) {
            return "version line " + (line < 0 ? text : text.substring(0, line)).strip();
        }
        StringBuilder hex = new StringBuilder("first bytes");
        for (int i = 0; i < Math.min(8, head.length); i++) {
            hex.append(String.format(" %02x", head[i]));
        }
        return hex.toString();
    }
}
