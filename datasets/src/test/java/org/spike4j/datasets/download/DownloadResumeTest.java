package org.spike4j.datasets.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Downloads that go on where another one stopped. */
class DownloadResumeTest extends DownloadFixture {
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aBrokenConnectionGoesOnAtTheNextByte(boolean hasChecksum) throws IOException {
        ScriptedServer server =
                server(ScriptedServer.broken(FILE, 70_001, "ETag: " + TAG), ScriptedServer.ranged(FILE, TAG));
        RemoteFile file = RemoteFile.of("file.bin", server.address());

        assertThat(fetch(hasChecksum ? file.withChecksum(sha256(FILE)) : file)).hasBinaryContent(FILE);

        assertThat(server.requests().get(1).from()).isEqualTo(70_001);
        assertThat(server.requests().get(1).headers()).containsEntry("if-range", TAG);
        assertThat(failures).singleElement().asString().contains("broke off after 70001 of 200003 bytes");
        assertOnlyTheFile();
    }

    @Test
    void anotherRunGoesOnWhereTheFirstOneStopped() throws IOException {
        ScriptedServer server = server(
                ScriptedServer.broken(FILE, 50_000, "ETag: " + TAG),
                ScriptedServer.status("404 Not Found"),
                ScriptedServer.ranged(FILE, TAG));
        assertThatThrownBy(() -> fetch(checked(server))).isInstanceOf(DownloadException.class);
        assertThat(folder.resolve("file.bin")).doesNotExist();
        assertThat(folder.resolve("file.bin.part")).hasSize(50_000);

        assertThat(fetch(checked(server))).hasBinaryContent(FILE);
        assertThat(server.requests().get(2).from()).isEqualTo(50_000);
    }

    @Test
    void aVersionThatChangedInBetweenIsBroughtFromItsFirstByte() throws IOException {
        ScriptedServer server =
                server(ScriptedServer.broken(OTHER, 50_000, "ETag: \"v0\""), ScriptedServer.ranged(FILE, TAG));

        assertThat(fetch(RemoteFile.of("file.bin", server.address()))).hasBinaryContent(FILE);
        assertThat(server.requests().get(1).headers()).containsEntry("if-range", "\"v0\"");
    }

    @Test
    void aServerThatIgnoresRangesStartsTheFileAnew() throws IOException {
        ScriptedServer server = server(ScriptedServer.broken(FILE, 99_999), ScriptedServer.whole(FILE));

        assertThat(fetch(checked(server))).hasBinaryContent(FILE);
        assertThat(server.requests().get(1).from()).isEqualTo(99_999);
    }

    @Test
    void withoutMarkAndChecksumNothingIsContinued() throws IOException {
        ScriptedServer server = server(ScriptedServer.broken(FILE, 10), ScriptedServer.whole(FILE));

        assertThat(fetch(RemoteFile.of("file.bin", server.address()))).hasBinaryContent(FILE);
        assertThat(server.requests().get(1).headers()).doesNotContainKey("range");
    }

    @Test
    void aPartOfWrongBytesIsDroppedAndTheFileBroughtFromItsFirstByte() throws IOException {
        Files.write(folder.resolve("file.bin.part"), Arrays.copyOf(OTHER, 1234));
        ScriptedServer server = server(ScriptedServer.ranged(FILE, TAG));

        assertThat(fetch(checked(server))).hasBinaryContent(FILE);
        assertThat(server.requests()).extracting(ScriptedServer.Request::from).containsExactly(1234, 0);
        assertThat(failures).singleElement().asString().contains("wrong checksum");
    }

    @Test
    void aPartThatIsWholeAlreadyIsTaken() throws IOException {
        Files.write(folder.resolve("file.bin.part"), FILE);
        ScriptedServer server =
                server(ScriptedServer.status("416 Range Not Satisfiable", "Content-Range: bytes */" + FILE.length));

        assertThat(fetch(checked(server))).hasBinaryContent(FILE);
    }

    @Test
    void aPartThatIsTooLongIsDropped() throws IOException {
        Files.write(folder.resolve("file.bin.part"), new byte[FILE.length + 5]);
        ScriptedServer server = server(
                ScriptedServer.status("416 Range Not Satisfiable", "Content-Range: bytes */" + FILE.length),
                ScriptedServer.whole(FILE));

        assertThat(fetch(checked(server))).hasBinaryContent(FILE);
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void aRangeThatStartsElsewhereIsRefused() throws IOException {
        ScriptedServer server = server(
                ScriptedServer.broken(FILE, 1000, "ETag: " + TAG),
                (request, out) -> {
                    ScriptedServer.head(
                            out,
                            "206 Partial Content",
                            "Content-Range: bytes 0-" + (FILE.length - 1) + "/" + FILE.length);
                    out.write(FILE);
                },
                ScriptedServer.whole(FILE));

        assertThat(fetch(checked(server))).hasBinaryContent(FILE);
        assertThat(failures).last().asString().contains("went on at byte 0 in place of 1000");
    }

    @Test
    void aPartOfAFileOfAnotherLengthIsDropped() throws IOException {
        Files.write(folder.resolve("file.bin.part"), Arrays.copyOf(FILE, 1000));
        ScriptedServer server = server(ScriptedServer.ranged(FILE, TAG));
        RemoteFile file = checked(server).withBytes(5000);

        assertThatThrownBy(() -> fetch(file)).hasMessageContaining("200003 bytes, wanted 5000");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void anInterruptedDownloadKeepsWhatArrivedAndGoesOnNextTime() throws IOException {
        ScriptedServer server = server(ScriptedServer.whole(FILE, "ETag: " + TAG), ScriptedServer.ranged(FILE, TAG));
        List<Long> seen = new ArrayList<>();
        DownloadListener listener = (file, bytes, total) -> {
            seen.add(bytes);
            Thread.currentThread().interrupt();
        };

        assertThatThrownBy(() -> new Downloader(DownloadSettings.defaults(), listener).fetch(checked(server), folder))
                .isInstanceOf(InterruptedIOException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(seen).hasSize(1);
        assertThat(folder.resolve("file.bin")).doesNotExist();
        assertThat(folder.resolve("file.bin.part")).hasSize(seen.get(0));

        assertThat(fetch(checked(server))).hasBinaryContent(FILE);
        assertThat((long) server.requests().get(1).from()).isEqualTo(seen.get(0));
    }

    @Test
    void twoDownloadsOfOneFileDoNotMix() throws IOException {
        ScriptedServer server = server(ScriptedServer.whole(FILE));
        try (PartialFile busy = PartialFile.open(folder.resolve("file.bin"))) {
            assertThat(busy.length()).isZero();
            assertThatThrownBy(() -> fetch(checked(server))).hasMessageContaining("another download writes this file");
        }
        assertThat(fetch(checked(server))).hasBinaryContent(FILE);
    }
}
