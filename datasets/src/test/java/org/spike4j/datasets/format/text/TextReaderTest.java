package org.spike4j.datasets.format.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spike4j.datasets.EventAssertions;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.format.EventFile;
import org.spike4j.datasets.format.EventFileException;
import org.spike4j.datasets.format.ReadOptions;

class TextReaderTest {
    @TempDir
    Path folder;

    @Test
    void rpgLinesAreSecondsColumnRowPolarity() throws IOException {
        EventStream events =
                read("a.txt", "# t x y p\n0.003811000 96 133 0\r\n\n1.5e-2\t239 179  1", ReadOptions.defaults());

        EventStream expected = EventStream.builder(240, 180)
                .add(3811, 96, 133, 0)
                .add(15_000, 239, 179, 1)
                .build();
        EventAssertions.assertSame(events, expected);
    }

    @ParameterizedTest
    @CsvSource({
        "13.582595999, 13582596",
        "13.595874999000001, 13595875",
        "1468941032.229165635, 1468941032229166",
        "0.0000005, 1",
        "0.00000049999999999999999999999, 0",
        "-0.25, -250000",
        "7, 7000000",
        "1.25E+3, 1250000000"
    })
    void secondsAreRoundedToTheNearestMicrosecond(String text, long micros) throws IOException {
        assertThat(read("a.txt", text + " 0 0 0\n", ReadOptions.defaults()).t(0))
                .isEqualTo(micros);
    }

    @ParameterizedTest
    @CsvSource({
        "'x,y,p,t', '3,4,1,77'",
        "'t,x,y,p', '77,3,4,1'",
        "'Timestamp [us];x;y;polarity', '77;3;4;1'",
        "'id,t_s,x,y,p,note', '5,0.000077,3,4,1,8'",
        "'time_ms,X,Y,pol', '0.077,3,4,1'",
        "'t_ns,x,y,on', '76900,3,4,1'"
    })
    void namesGiveTheOrderOfTheColumnsAndTheUnit(String names, String line) throws IOException {
        EventStream events = read("a.csv", names + "\n" + line + "\n", ReadOptions.defaults());

        EventAssertions.assertSame(
                events, EventStream.builder(128, 128).add(77, 3, 4, 1).build());
    }

    @Test
    void polarityOfMinus1IsDarker() throws IOException {
        EventStream events = read("a.csv", "t,x,y,p\n1,0,0,-1\n2,0,0,1\n", ReadOptions.defaults());

        assertThat(events.polarity(0)).isZero();
        assertThat(events.polarity(1)).isOne();
    }

    @Test
    void unitOfTheOptionsGoesBeforeThatOfTheFile() throws IOException {
        ReadOptions options = ReadOptions.defaults().withTimeUnit(TimeUnit.MILLISECONDS);

        assertThat(read("a.txt", "2 0 0 1\n", options).t(0)).isEqualTo(2000);
        assertThat(read("a.csv", "t_s,x,y,p\n2,0,0,1\n", options).t(0)).isEqualTo(2000);
    }

    @ParameterizedTest
    @CsvSource({
        "'1,2,3,1', a line of names with t",
        "'t,x,y,p\\n0.5,2,3,1', ReadOptions.withTimeUnit",
        "'t,x,y,p\\n5,2,3', a line of 4 numbers at byte 8",
        "'t,x,y,p\\n5,2,b,1', a line of 4 numbers at byte 8",
        "'t_s,x,y,p\\n99999999999999999,2,3,1', check the unit",
        "'t,x,y,p\\n5,-2,3,1', '(-2, 3)'"
    })
    void linesThatCannotBeReadNameTheWayOut(String text, String message) {
        assertThatThrownBy(() -> read("a.csv", text.replace("\\n", "\n"), ReadOptions.defaults()))
                .isInstanceOf(EventFileException.class)
                .hasMessageContaining(message);
    }

    @Test
    void writtenTextIsPlain() throws IOException {
        Path path = folder.resolve("out.csv");
        CsvWriter.write(
                path, EventStream.builder(9, 9).add(-5, 1, 2, 1).add(7, 3, 4, 0).build());

        assertThat(path).hasContent("t_us,x,y,p\n-5,1,2,1\n7,3,4,0\n");
    }

    private EventStream read(String name, String text, ReadOptions options) throws IOException {
        return EventFile.read(Files.writeString(folder.resolve(name), text), options);
    }
}
