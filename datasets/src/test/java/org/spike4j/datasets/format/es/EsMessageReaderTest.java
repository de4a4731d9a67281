package org.spike4j.datasets.format.es;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.format.EventFileException;
import org.spike4j.datasets.format.SensorFile;
import org.spike4j.datasets.format.sensor.Message;
import org.spike4j.datasets.format.sensor.SensorReader;
import org.spike4j.datasets.format.sensor.SensorRecord;
import org.spike4j.datasets.format.sensor.SensorSamples;
import org.spike4j.datasets.format.sensor.SensorSelection;
import org.spike4j.datasets.format.sensor.StreamKind;

class EsMessageReaderTest {
    @TempDir
    Path folder;

    @Test
    void bytesLieAsTheFormatSays() throws IOException {
        int[] data = new int[7 + 129];
        data[0] = 5; // 5 us
        data[1] = 0; // no content
        data[2] = 0xff; // 254 us
        data[3] = 0xfe; // a reset
        data[4] = 1; // 1 us
        data[5] = 1 << 1 | 1; // 1 and more
        data[6] = 1 << 1; // 128
        for (int i = 0; i < 129; i++) {
            data[7 + i] = i;
        }
        List<Message> messages = read(EsMessages.file(data));

        assertThat(messages).extracting(Message::t).containsExactly(5L, 260L);
        assertThat(messages.get(0).bytes()).isEmpty();
        assertThat(messages.get(1).bytes()).hasSize(129).startsWith(0, 1, 2).endsWith(126, 127, 128);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 127, 128, 20_000})
    void messagesOfAllSizesAreReadBack(int mostBytes) throws IOException {
        List<Message> wanted = SensorSamples.messages(23, mostBytes);
        List<Message> found = read(EsMessages.file(wanted));

        assertThat(found).hasSameSizeAs(wanted);
        for (int i = 0; i < wanted.size(); i++) {
            assertThat(found.get(i).t()).isEqualTo(wanted.get(i).t());
            assertThat(found.get(i).bytes()).isEqualTo(wanted.get(i).bytes());
        }
    }

    @Test
    void filesOfPixelsHaveNoMessagesButAStreamOfEvents() throws IOException {
        Path path = folder.resolve("dvs.es");
        EsWriter.write(path, EventStream.builder(4, 3).add(5, 3, 2, 1).build());

        try (SensorReader reader = SensorFile.open(path, SensorSelection.all())) {
            assertThat(reader.next()).isEmpty();
            assertThat(reader.streams()).singleElement().satisfies(stream -> {
                assertThat(stream.kind()).isEqualTo(StreamKind.EVENTS);
                assertThat(stream.width()).isEqualTo(4);
            });
        }
    }

    @Test
    void eventsThatAreLongerThanTheFileAreRefused() {
        assertThatThrownBy(() -> read(EsMessages.file(5, 3 << 1, 1, 2)))
                .isInstanceOf(EventFileException.class)
                .hasMessageContaining("at most 2 bytes at byte 17, found 3 bytes");
        assertThatThrownBy(() -> read(EsMessages.file(5, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff)))
                .hasMessageContaining("or more");
        assertThatThrownBy(() -> read(EsMessages.file(5))).isInstanceOf(EventFileException.class);
    }

    private List<Message> read(byte[] bytes) throws IOException {
        Path path = Files.write(folder.resolve("generic.es"), bytes);
        List<Message> messages = new ArrayList<>();
        try (SensorReader reader = SensorFile.open(path, SensorSelection.all())) {
            for (Optional<SensorRecord> next = reader.next(); next.isPresent(); next = reader.next()) {
                messages.add((Message) next.get());
            }
        }
        return messages;
    }
}
