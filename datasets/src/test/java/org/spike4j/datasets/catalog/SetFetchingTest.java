package org.spike4j.datasets.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spike4j.datasets.archive.ArchiveException;
import org.spike4j.datasets.archive.ArchiveLimits;
import org.spike4j.datasets.download.Checksum;
import org.spike4j.datasets.download.DownloadException;
import org.spike4j.datasets.download.DownloadListener;
import org.spike4j.datasets.download.DownloadSettings;
import org.spike4j.datasets.download.RemoteFile;

/** Whole data sets from a local server. */
class SetFetchingTest {
    private final Map<String, byte[]> served = new ConcurrentHashMap<>();
    private final List<String> remarks = new ArrayList<>();
    private HttpServer server;

    @TempDir
    Path folder;

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = served.get(exchange.getRequestURI().getPath().substring(1));
            exchange.sendResponseHeaders(body == null ? 404 : 200, body == null ? -1 : body.length);
            if (body != null) {
                try (OutputStream out = exchange.getResponseBody()) {
                    out.write(body);
                }
            }
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    @Test
    void aSetAppearsWholeAndWhatWasDownloadedIsGone() throws IOException {
        served.put("train.zip", zip("0/a.bin", "zero"));
        served.put("labels.txt", "0 1".getBytes(StandardCharsets.US_ASCII));

        fetcher().fetch(entry(), folder.resolve("set"));

        assertThat(folder.resolve("set/Train/0/a.bin")).hasContent("zero");
        assertThat(folder.resolve("set/labels.txt")).hasContent("0 1");
        assertThat(content(folder)).containsExactly(folder.resolve("set"));
        assertThat(remarks)
                .containsExactly(
                        "downloading train.zip, for which no checksum is published",
                        "downloading labels.txt, for which no checksum is published",
                        "unpacking train.zip");
    }

    @Test
    void aMissingFileLeavesNoFolderAndWhatArrivedIsNotAskedForAgain() throws IOException {
        served.put("train.zip", zip("0/a.bin", "zero"));

        assertThatThrownBy(() -> fetcher().fetch(entry(), folder.resolve("set")))
                .isInstanceOf(DownloadException.class)
                .hasMessageContaining("labels.txt")
                .hasMessageContaining("answered 404");
        assertThat(content(folder)).containsExactly(folder.resolve("set.downloads"));

        served.remove("train.zip");
        served.put("labels.txt", "0 1".getBytes(StandardCharsets.US_ASCII));
        fetcher().fetch(entry(), folder.resolve("set"));
        assertThat(folder.resolve("set/Train/0/a.bin")).hasContent("zero");
        assertThat(content(folder)).containsExactly(folder.resolve("set"));
    }

    @Test
    void aHostileArchiveLeavesNoFolder() throws IOException {
        served.put("train.zip", zip("../../a.bin", "zero"));
        served.put("labels.txt", "0 1".getBytes(StandardCharsets.US_ASCII));

        assertThatThrownBy(() -> fetcher().fetch(entry(), folder.resolve("set")))
                .isInstanceOf(ArchiveException.class)
                .hasMessageContaining("train.zip");
        assertThat(content(folder)).containsExactly(folder.resolve("set.downloads"));
    }

    @Test
    void aFolderWithContentIsRefusedBeforeAnythingIsDownloaded() throws IOException {
        Path target = Files.createDirectories(folder.resolve("set"));
        Files.writeString(target.resolve("mine"), "old");

        assertThatThrownBy(() -> fetcher().fetch(entry(), target)).isInstanceOf(IllegalArgumentException.class);
        assertThat(remarks).isEmpty();
        assertThat(target.resolve("mine")).hasContent("old");
    }

    @Test
    void aSetThatMustBeFetchedByHandSaysHow() {
        assertThatThrownBy(() -> fetcher().fetch(Catalog.find("dvs-lip"), folder.resolve("set")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("DVS-Lip must be fetched by hand: Download DVS-Lip.zip")
                .hasMessageContaining("data verify dvs-lip DIR");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aPublishedChecksumIsNamedByItsKind() {
        DataSetEntry entry = DataSetEntry.named("a", "A", "An a.")
                .rule(SplitRule.of("official", "as it is"))
                .download(SetDownload.kept(remote("absent.bin").withChecksum(Checksum.md5("0".repeat(32)))))
                .opener((where, rule) -> null);

        assertThatThrownBy(() -> fetcher().fetch(entry, folder.resolve("set"))).isInstanceOf(DownloadException.class);
        assertThat(remarks).containsExactly("downloading absent.bin, checked by MD5");
    }

    private SetFetching fetcher() {
        DownloadSettings settings = DownloadSettings.defaults().withAttempts(1, Duration.ZERO);
        return new SetFetching(settings, DownloadListener.SILENT, ArchiveLimits.defaults(), remarks::add);
    }

    private DataSetEntry entry() {
        return DataSetEntry.named("a", "A", "An a.")
                .rule(SplitRule.of("official", "as it is"))
                .download(new SetDownload(remote("train.zip"), true, "Train"))
                .download(SetDownload.kept(remote("labels.txt")))
                .opener((where, rule) -> null);
    }

    private RemoteFile remote(String name) {
        return RemoteFile.of(
                name,
                "http://" + server.getAddress().getAddress().getHostAddress() + ":"
                        + server.getAddress().getPort() + "/" + name);
    }

    private static byte[] zip(String name, String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static List<Path> content(Path folder) throws IOException {
        try (Stream<Path> content = Files.list(folder)) {
            return content.toList();
        }
    }
}
