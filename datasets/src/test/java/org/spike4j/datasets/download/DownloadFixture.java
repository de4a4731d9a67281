package org.spike4j.datasets.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** Servers that follow a script, a file that they hand out, and a folder to download into. */
abstract class DownloadFixture {
    static final byte[] FILE = bytes(200_003, 1);
    static final byte[] OTHER = bytes(200_003, 2);
    static final String TAG = "\"v1\"";

    final List<String> failures = new ArrayList<>();
    private final List<ScriptedServer> servers = new ArrayList<>();

    @TempDir
    Path folder;

    @AfterEach
    void stopServers() throws IOException {
        for (ScriptedServer server : servers) {
            server.close();
        }
    }

    ScriptedServer server(ScriptedServer.Step... steps) throws IOException {
        ScriptedServer server = new ScriptedServer(steps);
        servers.add(server);
        return server;
    }

    Path fetch(RemoteFile file) throws IOException {
        DownloadSettings settings = DownloadSettings.defaults().withAttempts(2, Duration.ZERO);
        return new Downloader(settings, noting()).fetch(file, folder);
    }

    DownloadListener noting() {
        return new DownloadListener() {
            @Override
            public void progress(RemoteFile file, long bytes, OptionalLong total) {
                // only failures are of interest here
            }

            @Override
            public void failed(RemoteFile file, String failure) {
                failures.add(failure);
            }
        };
    }

    void assertOnlyTheFile() throws IOException {
        try (Stream<Path> content = Files.list(folder)) {
            assertThat(content).containsExactly(folder.resolve("file.bin"));
        }
    }

    static RemoteFile checked(ScriptedServer server) {
        return RemoteFile.of("file.bin", server.address()).withChecksum(sha256(FILE));
    }

    static Checksum sha256(byte[] bytes) {
        return Checksum.sha256(hex("SHA-256", bytes));
    }

    static String hex(String algorithm, byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] bytes(int length, long seed) {
        byte[] bytes = new byte[length];
        new SplittableRandom(seed).nextBytes(bytes);
        return bytes;
    }
}
