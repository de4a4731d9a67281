package org.spike4j.datasets.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Downloads from servers that misbehave. */
class DownloaderTest extends DownloadFixture {
    @Test
    void aWholeFileIsThereUnderItsNameAndProgressEndsAtItsLength() throws IOException {
        ScriptedServer server = server(ScriptedServer.whole(FILE));
        List<Long> seen = new ArrayList<>();
        DownloadListener listener = (file, bytes, total) -> {
            seen.add(bytes);
            assertThat(total).isEqualTo(OptionalLong.of(FILE.length));
        };

        Path file = new Downloader(DownloadSettings.defaults(), listener).fetch(checked(server), folder);

        assertThat(file).hasFileName("file.bin").hasBinaryContent(FILE);
        assertThat(seen).isSorted().last().isEqualTo((long) FILE.length);
        assertOnlyTheFile();
    }

    @Test
    void aFileThatIsThereIsNotAskedForAgainUnlessItIsWrong() throws IOException {
        ScriptedServer server = server(ScriptedServer.whole(FILE));
        fetch(checked(server));
        fetch(checked(server));
        assertThat(server.requests()).hasSize(1);

        Files.write(folder.resolve("file.bin"), OTHER);
        assertThat(fetch(checked(server))).hasBinaryContent(FILE);
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void wrongBytesAreRejectedAndNothingIsKept() throws IOException {
        ScriptedServer server = server(ScriptedServer.whole(OTHER));

        assertThatThrownBy(() -> fetch(checked(server)))
                .isInstanceOf(DownloadException.class)
                .hasMessageContaining(sha256(FILE).hex())
                .hasMessageContaining(sha256(OTHER).hex());
        assertThat(folder).isEmptyDirectory();
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void theNextMirrorIsTakenWhereOneIsWrong() throws IOException {
        ScriptedServer wrong = server(ScriptedServer.whole(OTHER));
        ScriptedServer absent = server(ScriptedServer.status("404 Not Found"));
        ScriptedServer broken = server(ScriptedServer.broken(FILE, 4000), ScriptedServer.status("410 Gone"));
        ScriptedServer good = server(ScriptedServer.ranged(FILE, TAG));
        RemoteFile file = RemoteFile.of("file.bin", wrong.address(), absent.address(), broken.address(), good.address())
                .withChecksum(Checksum.md5(hex("MD5", FILE)));

        assertThat(fetch(file)).hasBinaryContent(FILE);
        assertThat(good.requests().get(0).from()).isEqualTo(4000);
        assertThat(failures).hasSize(4);
    }

    @Test
    void oneErrorNamesWhatEveryMirrorDid() throws IOException {
        ScriptedServer absent = server(ScriptedServer.status("404 Not Found"));
        ScriptedServer ill = server(ScriptedServer.status("500 Internal Server Error"));
        ScriptedServer gone = server(ScriptedServer.status("410 Gone"));
        gone.close();
        RemoteFile file = RemoteFile.of("file.bin", absent.address(), ill.address(), gone.address());

        assertThatThrownBy(() -> fetch(file))
                .isInstanceOf(DownloadException.class)
                .hasMessageContaining(absent.address() + " answered 404")
                .hasMessageContaining(ill.address() + " answered 500")
                .hasMessageContaining(gone.address() + " failed (ConnectException")
                .hasMessageContaining("download it by hand to " + folder.resolve("file.bin"));
        assertThat(absent.requests()).hasSize(1);
        assertThat(ill.requests()).hasSize(2);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void anotherLengthThanTheKnownOneIsRefused() throws IOException {
        ScriptedServer server = server(ScriptedServer.whole(FILE));
        RemoteFile file = RemoteFile.of("file.bin", server.address()).withBytes(FILE.length - 1L);

        assertThatThrownBy(() -> fetch(file)).hasMessageContaining("200003 bytes, wanted 200002");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void anAnswerThatIsNoFileIsRefused() throws IOException {
        ScriptedServer later = server(ScriptedServer.status("202 Accepted"));
        ScriptedServer empty = server(ScriptedServer.status("204 No Content"));

        assertThatThrownBy(() -> fetch(RemoteFile.of("file.bin", later.address(), empty.address())))
                .hasMessageContaining(later.address() + " answered 202")
                .hasMessageContaining(empty.address() + " answered 204");
    }

    @Test
    void aServerThatSendsTooMuchIsCutOff() throws IOException {
        ScriptedServer server = server((request, out) -> {
            ScriptedServer.head(out, "200 OK", "Content-Type: application/zip");
            while (true) {
                out.write(FILE);
            }
        });
        RemoteFile file = RemoteFile.of("file.bin", server.address()).withBytes(FILE.length);

        assertThatThrownBy(() -> fetch(file)).hasMessageContaining("sent more than the 200003 bytes");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFileOfUnknownLengthNeedsAChecksum() throws IOException {
        ScriptedServer server = server((request, out) -> {
            ScriptedServer.head(out, "200 OK", "Content-Type: application/zip");
            out.write(FILE);
        });
        assertThatThrownBy(() -> fetch(RemoteFile.of("file.bin", server.address())))
                .hasMessageContaining("does not tell the length");
        assertThat(fetch(checked(server))).hasBinaryContent(FILE);
    }

    @Test
    void aWebPageInPlaceOfTheFileIsRefused() throws IOException {
        ScriptedServer server = server(ScriptedServer.whole(FILE, "Content-Type: text/html; charset=utf-8"));

        assertThatThrownBy(() -> fetch(RemoteFile.of("file.bin", server.address())))
                .hasMessageContaining("a web page in place of the file");
    }

    @Test
    void aSilentServerIsLeftForTheNextMirror() throws IOException {
        ScriptedServer[] silent = new ScriptedServer[1];
        silent[0] = server((request, out) -> silent[0].silentAfter(FILE, 500).answer(request, out));
        ScriptedServer good = server(ScriptedServer.ranged(FILE, TAG));
        RemoteFile file =
                RemoteFile.of("file.bin", silent[0].address(), good.address()).withChecksum(sha256(FILE));
        DownloadSettings impatient =
                DownloadSettings.defaults().withStall(Duration.ofMillis(200)).withAttempts(1, Duration.ZERO);

        Path fetched = new Downloader(impatient, noting()).fetch(file, folder);

        assertThat(fetched).hasBinaryContent(FILE);
        assertThat(failures).first().asString().contains("sent nothing for 0.2 s");
        assertThat(good.requests().get(0).from()).isEqualTo(500);
    }

    @Test
    void redirectionsAreFollowedButNotForEverAndNotOutOfTheWeb() throws IOException {
        ScriptedServer good = server(ScriptedServer.whole(FILE));
        ScriptedServer polite = server(ScriptedServer.status("302 Found", "Location: " + good.address()));
        ScriptedServer endless = server(ScriptedServer.status("301 Moved Permanently", "Location: /again"));
        ScriptedServer local = server(ScriptedServer.status("307 Temporary Redirect", "Location: file:///etc/passwd"));

        assertThat(fetch(checked(polite))).hasBinaryContent(FILE);
        Files.delete(folder.resolve("file.bin"));
        assertThatThrownBy(() -> fetch(checked(endless))).hasMessageContaining("redirects more than 10 times");
        assertThatThrownBy(() -> fetch(checked(local))).hasMessageContaining("file:///etc/passwd");
    }

    @Test
    void aFileLargerThanTheDiskIsNotBegun() throws IOException {
        ScriptedServer server =
                server((request, out) -> ScriptedServer.head(out, "200 OK", "Content-Length: " + (1L << 61)));

        assertThatThrownBy(() -> fetch(checked(server)))
                .isInstanceOf(DownloadException.class)
                .hasMessageContaining((1L << 61) + " more bytes are needed")
                .hasMessageContaining("make room");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void aFullDiskIsOneClearErrorAndNoReasonToTryOtherMirrors() throws IOException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "/dev/full is not on this machine");
        Files.createSymbolicLink(folder.resolve("file.bin.part"), full);
        ScriptedServer first = server(ScriptedServer.whole(FILE));
        ScriptedServer second = server(ScriptedServer.whole(FILE));

        assertThatThrownBy(() -> fetch(RemoteFile.of("file.bin", first.address(), second.address())
                        .withChecksum(sha256(FILE))))
                .isInstanceOf(DownloadException.class)
                .hasMessageContaining("file.bin.part: cannot be written")
                .hasMessageContaining("make room on the disk");
        assertThat(second.requests()).isEmpty();
    }

    @Test
    void badValuesAreRefused() {
        assertThatThrownBy(() -> RemoteFile.of("../x", "http://a/b")).hasMessageContaining("plain file name");
        assertThatThrownBy(() -> RemoteFile.of("x")).hasMessageContaining("must have a mirror");
        assertThatThrownBy(() -> RemoteFile.of("x", "file:///etc/passwd")).hasMessageContaining("http or https");
        assertThatThrownBy(() -> RemoteFile.of("x", "http://a/b").withBytes(-1)).hasMessageContaining("was -1");
        assertThatThrownBy(() -> Checksum.sha256("12")).hasMessageContaining("64 hexadecimal digits");
        assertThatThrownBy(() -> DownloadSettings.defaults().withStall(Duration.ZERO))
                .hasMessageContaining("stall");
        assertThatThrownBy(() -> DownloadSettings.defaults().withAttempts(0, Duration.ZERO))
                .hasMessageContaining("attempts");
    }
}
