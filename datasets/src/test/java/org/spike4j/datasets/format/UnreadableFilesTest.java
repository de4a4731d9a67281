package org.spike4j.datasets.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spike4j.datasets.RandomEvents;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.format.aedat31.Aedat31Writer;
import org.spike4j.datasets.format.aedat4.Aedat4Sample;
import org.spike4j.datasets.format.nmnist.NmnistWriter;

class UnreadableFilesTest {
    private static final EventStream EVENTS = RandomEvents.ordered(1, 1000, 34, 34, 0, 100);

    @TempDir
    Path folder;

    private byte[] aedat31;
    private byte[] aedat4;
    private byte[] nmnist;

    @BeforeEach
    void writeSamples() throws IOException {
        Aedat31Writer.write(folder.resolve("good.aedat"), EVENTS);
        NmnistWriter.write(folder.resolve("good.bin"), EVENTS);
        aedat31 = Files.readAllBytes(folder.resolve("good.aedat"));
        nmnist = Files.readAllBytes(folder.resolve("good.bin"));
        aedat4 = Aedat4Sample.file(EVENTS, 300, 1);
    }

    @Test
    void missingFileAndFolderAreNamed() {
        assertThat(failure(folder.resolve("none.aedat")))
                .hasMessageContaining("none.aedat")
                .hasMessageContaining("no such file");
        assertThat(failure(folder)).hasMessageContaining("a folder");
    }

    @Test
    void emptyFileOfAnyNameIsSaidToBeEmpty() throws IOException {
        for (String name : new String[] {"a.aedat", "a.aedat4", "a.bin", "a.bs2", "a.txt"}) {
            assertThat(failure(name, new byte[0])).hasMessageContaining(name).hasMessageContaining("an empty file");
        }
    }

    @Test
    void unknownFormatListsThoseKnown() throws IOException {
        EventFileException failure = failure("a.raw", new byte[] {0x26, 0x20, 0x64, 1, 2, 3, 4, 5, 6});

        assertThat(failure)
                .hasMessageContaining("26 20 64 01 02 03 04 05")
                .hasMessageContaining("AEDAT 3.1 (starts with #!AER-DAT3.1)")
                .hasMessageContaining("AEDAT 4.0 (starts with #!AER-DAT4.0)")
                .hasMessageContaining("N-MNIST 40-bit (named *.bin or *.bs2)");
        assertThat(failure.offset()).isZero();
    }

    @Test
    void otherVersionOfAedatIsNamed() throws IOException {
        byte[] bytes = "#!AER-DAT3.0\r\n#Format: RAW\r\n".getBytes(StandardCharsets.US_ASCII);

        assertThat(failure("a.bin", bytes)).hasMessageContaining("version line #!AER-DAT3.0");
    }

    @Test
    void cutOffFilesNameThePlace() throws IOException {
        EventFileException cut31 = failure("a.aedat", Arrays.copyOf(aedat31, aedat31.length - 3));
        assertThat(cut31).hasMessageContaining("a packet of 8000 bytes").hasMessageContaining("cut off");
        assertThat(cut31.offset()).isEqualTo(aedat31.length - 8028);
        assertThat(cut31.path()).isEqualTo(folder.resolve("a.aedat"));

        assertThat(failure("b.aedat", Arrays.copyOf(aedat31, 40))).hasMessageContaining("#!END-HEADER");
        assertThat(failure("c.aedat", Arrays.copyOf(aedat31, aedat31.length - 8010)))
                .hasMessageContaining("a packet header of 28 bytes")
                .hasMessageContaining("only 18 bytes");

        EventFileException cut40 = failure("a.bin", Arrays.copyOf(nmnist, nmnist.length - 3));
        assertThat(cut40).hasMessageContaining("a whole event of 5 bytes at byte 4995, found 2 bytes");
        assertThat(cut40.offset()).isEqualTo(4995);

        assertThat(failure("a.aedat4", Arrays.copyOf(aedat4, aedat4.length - 3)))
                .hasMessageContaining("a packet that ends before byte " + (aedat4.length - 3));
        assertThat(failure("b.aedat4", Arrays.copyOf(aedat4, 100))).hasMessageContaining("the header of");
    }

    @Test
    void eventOutsideTheGivenSensorNamesTheWayOut() throws IOException {
        Path path = Files.write(folder.resolve("wide.bin"), new byte[] {1, 2, 0, 0, 1, 40, 2, 0, 0, 2});
        EventFileException failure = catchThrowableOfType(
                EventFileException.class,
                () -> EventFile.read(path, ReadOptions.defaults().withSensor(34, 34)));

        assertThat(failure)
                .hasMessageContaining("at byte 5")
                .hasMessageContaining("(40, 2)")
                .hasMessageContaining("ReadOptions.withSensor");
    }

    @Test
    void otherFormatLineOfAedat31IsRefused() throws IOException {
        String text = new String(aedat31, StandardCharsets.ISO_8859_1).replace("#Format: RAW", "#Format: ZIP");

        assertThat(failure("z.aedat", text.getBytes(StandardCharsets.ISO_8859_1)))
                .hasMessageContaining("#Format: ZIP");
    }

    @Test
    void messageIsOneSentence() throws IOException {
        String message = failure("a.bin", Arrays.copyOf(nmnist, 7)).getMessage();

        assertThat(message)
                .isEqualTo(folder.resolve("a.bin")
                        + ": wanted a whole event of 5 bytes at byte 5, found 2 bytes; the file is cut off or not of this"
                        + " format, copy or download it again");
    }

    private EventFileException failure(String name, byte[] bytes) throws IOException {
        return failure(Files.write(folder.resolve(name), bytes));
    }

    private static EventFileException failure(Path path) {
        EventFileException failure = catchThrowableOfType(EventFileException.class, () -> EventFile.read(path));
        assertThat(failure).isNotNull();
        return failure;
    }
}
