package org.spike4j.datasets.view;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.IntStream;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.file.AtomicFile;

/**
 * Writes a recording as a web page that plays it: with play and pause, speed, length of the time window, polarities, and a
 * curve of the rate to go to any time. The page holds everything and asks no network.
 *
 * <p>Events lie in the page as base64 of 8 bytes each, little-endian: time since the first event (32 bits, in a unit of
 * 2^k microseconds that holds the whole recording), column (16 bits), row and in bit 15 the polarity.
 */
public final class EventPage {
    /** Events in a page at most; it is then about 5 MB large. */
    public static final int MOST_EVENTS = 500_000;

    private static final int EVENT_BYTES = 8;
    private static final int TIME_BITS = 32;

    private EventPage() {}

    /**
     * Writes a page. Of a longer recording only every k-th event is in it, with the smallest k that suffices; the page
     * says so.
     *
     * @param path the file, to be named *.html; one that exists is replaced
     * @param title heading of the page
     * @param events what to show; not modified
     * @return k, 1 if all events are in the page
     * @throws IOException if writing fails
     */
    public static int write(Path path, String title, EventStream events) throws IOException {
        return write(path, title, events, MOST_EVENTS);
    }

    static int write(Path path, String title, EventStream events, int most) throws IOException {
        int every = Math.max(1, (events.size() + most - 1) / most);
        int[] kept = IntStream.range(0, events.size())
                .filter(i -> i % every == 0)
                .boxed()
                .sorted(Comparator.comparingLong(events::t))
                .mapToInt(Integer::intValue)
                .toArray();
        int shift = shift(events, kept);
        String page = template()
                .replace("@TITLE@", escaped(title))
                .replace("@FACTS@", facts(events, kept, every, shift))
                .replace("@WIDTH@", Integer.toString(events.width()))
                .replace("@HEIGHT@", Integer.toString(events.height()))
                .replace("@MICROS@", Long.toString(1L << shift))
                .replace("@EVENTS@", Base64.getEncoder().encodeToString(packed(events, kept, shift)));
        AtomicFile.write(path, page.getBytes(StandardCharsets.UTF_8));
        return every;
    }

    private static byte[] packed(EventStream events, int[] kept, int shift) {
        ByteBuffer bytes = ByteBuffer.allocate(kept.length * EVENT_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i : kept) {
            bytes.putInt((int) (events.t(i) - events.t(kept[0]) >>> shift));
            bytes.putShort((short) events.x(i));
            bytes.putShort((short) (events.y(i) | events.polarity(i) << 15));
        }
        return bytes.array();
    }

    /** The times of a recording fit 32 bits when shifted by so many bits. */
    private static int shift(EventStream events, int[] kept) {
        return Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(duration(events, kept)) - TIME_BITS);
    }

    private static long duration(EventStream events, int[] kept) {
        return kept.length == 0 ? 0 : events.t(kept[kept.length - 1]) - events.t(kept[0]);
    }

    private static String facts(EventStream events, int[] kept, int every, int shift) {
        String all = String.format(
                Locale.ROOT,
                "%d x %d pixels, %,d events in %.3f s",
                events.width(),
                events.height(),
                events.size(),
                duration(events, kept) / 1e6);
        String thinned = every == 1 ? "" : ". Thinned: 1 event of " + every + " is shown";
        return all + thinned + (shift == 0 ? "." : ". Times are rounded down to " + (1L << shift) + " microseconds.");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("@", "&#64;");
    }

    private static String template() throws IOException {
        try (InputStream in = EventPage.class.getResourceAsStream("player.html")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
