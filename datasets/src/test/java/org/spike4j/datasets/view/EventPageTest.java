package org.spike4j.datasets.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spike4j.datasets.EventAssertions;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.event.EventStreamBuilder;

class EventPageTest {
    private static final long START = 1_663_249_605_734_020L;

    @TempDir
    private Path folder;

    @Test
    void thePageHoldsTheEventsAsItsScriptReadsThem() throws IOException {
        EventStream events = events(1000, 7);
        String page = page(events, 1000);

        EventAssertions.assertSame(decoded(page, 640, 480), relative(events));
        assertThat(page).contains("640 x 480 pixels, 1,000 events").doesNotContain("Thinned");
    }

    @Test
    void aLongRecordingIsThinnedAndThePageSaysSo() throws IOException {
        String page = page(events(1000, 7), 300);
        EventStream shown = decoded(page, 640, 480);

        assertThat(shown.size()).isEqualTo(250);
        assertThat(shown.t(1)).isEqualTo(28);
        assertThat(page).contains("Thinned: 1 event of 4 is shown");
    }

    /** Two hours are 7.2e9 us, which needs 33 bits: times become multiples of 2 us. */
    @Test
    void timesBeyond32BitsAreRoundedDownAndThePageSaysSo() throws IOException {
        EventStream events = EventStream.builder(640, 480)
                .add(START, 1, 2, 1)
                .add(START + 7_200_000_001L, 639, 479, 0)
                .build();
        String page = page(events, 10);

        assertThat(page).contains("micros = 2;").contains("rounded down to 2 microseconds");
        assertThat(decoded(page, 640, 480).t(1)).isEqualTo(7_200_000_000L);
    }

    @Test
    void eventsOutOfOrderArePutInOrder() throws IOException {
        EventStream events = EventStream.builder(640, 480)
                .add(START + 5, 1, 0, 1)
                .add(START, 2, 0, 0)
                .build();

        assertThat(decoded(page(events, 10), 640, 480).x(0)).isEqualTo(2);
    }

    @Test
    void thePageIsWholeAndAsksNoNetwork() throws IOException {
        String page = page(events(10, 3), 10);

        assertThat(page).startsWith("<!DOCTYPE html>").contains("<canvas").contains("</html>");
        assertThat(page).doesNotContain("http").doesNotContain("src=").doesNotContain("import ");
        assertThat(page.replaceAll("@(media|keyframes)", "")).doesNotContainPattern("@[A-Z]+@");
    }

    @Test
    void aTitleCannotBecomeMarkup() throws IOException {
        Path file = folder.resolve("page.html");
        EventPage.write(file, "<script>a&b @EVENTS@", events(2, 1));

        assertThat(Files.readString(file))
                .contains("&lt;script&gt;a&amp;b &#64;EVENTS&#64;")
                .doesNotContain("<script>a");
    }

    @Test
    void aRecordingWithoutEventsMakesAPage() throws IOException {
        String page = page(EventStream.builder(640, 480).build(), 10);

        assertThat(decoded(page, 640, 480).size()).isZero();
    }

    private String page(EventStream events, int most) throws IOException {
        Path file = folder.resolve("page.html");
        EventPage.write(file, "a recording", events, most);
        return Files.readString(file);
    }

    private static EventStream events(int size, int step) {
        EventStreamBuilder events = EventStream.builder(640, 480);
        for (int i = 0; i < size; i++) {
            events.add(START + (long) step * i, i * 7 % 640, i * 11 % 480, i / 3 % 2);
        }
        return events.build();
    }

    private static EventStream relative(EventStream events) {
        EventStreamBuilder from = EventStream.builder(events.width(), events.height());
        for (int i = 0; i < events.size(); i++) {
            from.add(events.t(i) - events.t(0), events.x(i), events.y(i), events.polarity(i));
        }
        return from.build();
    }

    /** Does what the function decode of the page does. */
    private static EventStream decoded(String page, int width, int height) {
        Matcher packed = Pattern.compile("const packed = '([^']*)'").matcher(page);
        Matcher micros = Pattern.compile("micros = (\\d+);").matcher(page);
        assertThat(packed.find() && micros.find()).isTrue();
        long unit = Long.parseLong(micros.group(1));
        ByteBuffer bytes =
                ByteBuffer.wrap(Base64.getDecoder().decode(packed.group(1))).order(ByteOrder.LITTLE_ENDIAN);
        EventStreamBuilder events = EventStream.builder(width, height);
        while (bytes.hasRemaining()) {
            long time = (bytes.getInt() & 0xffffffffL) * unit;
            int column = bytes.getShort() & 0xffff;
            int row = bytes.getShort() & 0xffff;
            events.add(time, column, row & 0x7fff, row >> 15);
        }
        return events.build();
    }
}
