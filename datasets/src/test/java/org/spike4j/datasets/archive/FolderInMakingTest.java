package org.spike4j.datasets.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spike4j.datasets.SharedData;

class FolderInMakingTest {
    @TempDir
    Path folder;

    private Path target;

    enum Kind {
        ZIP,
        TAR,
        TAR_GZ;

        Path write(Path folder, Map<String, String> entries) throws IOException {
            Path file = folder.resolve("archive");
            return switch (this) {
                case ZIP -> HostileArchives.zip(file, entries);
                case TAR -> HostileArchives.tar(file, entries);
                case TAR_GZ -> HostileArchives.tarGz(file, entries);
            };
        }
    }

    @BeforeEach
    void chooseTarget() {
        target = folder.resolve("out/set");
    }

    @ParameterizedTest
    @EnumSource
    void filesAndFoldersOfEveryKindOfArchiveAreUnpacked(Kind kind) throws IOException {
        String deep = "train/" + "long-name-".repeat(15) + "/1.bin";
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("./train/", "");
        entries.put("./train/0.bin", "zero");
        entries.put(deep, "one");
        entries.put("empty/", "");
        entries.put("readme.txt", "");

        unpack(kind.write(folder, entries));

        assertThat(target.resolve("train/0.bin")).hasContent("zero");
        assertThat(target.resolve(deep)).hasContent("one");
        assertThat(target.resolve("empty")).isEmptyDirectory();
        assertThat(target.resolve("readme.txt")).isEmptyFile();
        assertThat(filesOf(target.getParent())).containsExactly(target);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../out.txt",
                "a/../../out.txt",
                "a/..",
                "/tmp/out.txt",
                "C:/out.txt",
                "c:out.txt",
                "..\\out.txt",
                "a\\..\\..\\out.txt",
                "//host/share/out.txt"
            })
    void namesThatLeaveTheFolderAreRefused(String name) throws IOException {
        for (Kind kind : Kind.values()) {
            assertRefused(kind.write(folder, Map.of(name, "x")), "is no path inside of a folder");
        }
    }

    @Test
    void nameWithNulIsRefused() throws IOException {
        Path archive = HostileArchives.zip(folder.resolve("archive"), Map.of("a\0b.txt", "x"));

        assertRefused(archive, "a?b.txt");
    }

    @Test
    void linksAndDevicesAreRefused() throws IOException {
        Path file = folder.resolve("archive");
        assertRefused(HostileArchives.special(file, "a", TarConstants.LF_SYMLINK, "/etc"), "a link to \"/etc\"");
        assertRefused(HostileArchives.special(file, "a", TarConstants.LF_LINK, "../b"), "a link to \"../b\"");
        assertRefused(HostileArchives.special(file, "a", TarConstants.LF_CHR, ""), "a device");
        assertRefused(HostileArchives.special(file, "a", TarConstants.LF_BLK, ""), "a device");
        assertRefused(HostileArchives.special(file, "a", TarConstants.LF_FIFO, ""), "pipe");
    }

    @Test
    void aFileInPlaceOfAFolderIsRefused() throws IOException {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("a", "file");
        entries.put("a/b", "in it");
        for (Kind kind : Kind.values()) {
            assertRefused(kind.write(folder, entries), "needs the folder");
        }
    }

    @Test
    void anEntryThatComesTwiceIsRefused() throws IOException {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("a", "1");
        entries.put("./a", "2");

        assertRefused(HostileArchives.tar(folder.resolve("archive"), entries), "comes twice");
    }

    @Test
    void anArchiveMadeToFillTheDiskIsStopped() throws IOException {
        String zeros = "\0".repeat(24 << 20);
        for (Kind kind : List.of(Kind.ZIP, Kind.TAR_GZ)) {
            assertRefused(kind.write(folder, Map.of("zeros", zeros)), "200.0 times its own size");
        }
        assertThatCode(() -> unpack(HostileArchives.tar(folder.resolve("archive"), Map.of("zeros", zeros))))
                .doesNotThrowAnyException();
    }

    @Test
    void limitsOfBytesAndEntriesHold() throws IOException {
        Path archive = HostileArchives.zip(folder.resolve("archive"), Map.of("a", "12345", "b", "67890"));
        ArchiveLimits limits = ArchiveLimits.defaults();

        assertThatThrownBy(() -> FolderInMaking.unpack(archive, target, limits.withMaxBytes(9)))
                .hasMessageContaining("more than 9 bytes");
        assertThatThrownBy(() -> FolderInMaking.unpack(archive, target, limits.withMaxEntries(1)))
                .hasMessageContaining("more than 1 entries");
        assertThat(target).doesNotExist();
        FolderInMaking.unpack(archive, target, limits.withMaxBytes(10).withMaxEntries(2));
        assertThat(target.resolve("b")).hasContent("67890");
    }

    @Test
    void somethingElseIsNoArchive() throws IOException {
        Path file = Files.writeString(folder.resolve("archive"), "<html>not found</html>");

        assertRefused(file, "zip, tar or tar.gz");
        Files.write(file, new byte[0]);
        assertRefused(file, "zip, tar or tar.gz");
    }

    @Test
    void aFolderWithContentIsLeftAlone() throws IOException {
        Path archive = HostileArchives.zip(folder.resolve("archive"), Map.of("a", "new"));
        Files.createDirectories(target);
        Files.writeString(target.resolve("mine"), "old");

        assertThatThrownBy(() -> unpack(archive)).hasMessageContaining("absent or empty was wanted");
        assertThat(filesOf(target)).containsExactly(target.resolve("mine"));

        Files.delete(target.resolve("mine"));
        unpack(archive);
        assertThat(target.resolve("a")).hasContent("new");
    }

    @Test
    void severalArchivesMakeOneFolderAndNothingShowsBeforeTheEnd() throws IOException {
        Path first = HostileArchives.zip(folder.resolve("first.zip"), Map.of("0.bin", "train"));
        Path second = HostileArchives.tarGz(folder.resolve("second.tgz"), Map.of("0.bin", "test"));
        Path plain = Files.writeString(folder.resolve("labels.txt"), "0");

        try (FolderInMaking making = FolderInMaking.at(target)) {
            making.add(first, "Train", ArchiveLimits.defaults());
            making.add(second, "Test", ArchiveLimits.defaults());
            making.copy(plain, "");
            assertThat(target).doesNotExist();
            making.publish();
        }

        assertThat(target.resolve("Train/0.bin")).hasContent("train");
        assertThat(target.resolve("Test/0.bin")).hasContent("test");
        assertThat(target.resolve("labels.txt")).hasContent("0");
    }

    @Test
    void aRealArchiveOfPicturesIsUnpackedWhole() throws IOException {
        Path archive = SharedData.require("cifar10_jpg/cifar10_jpg_train10k_test10k.tar");

        unpack(archive);

        try (Stream<Path> files = Files.walk(target)) {
            assertThat(files.filter(file -> file.toString().endsWith(".jpg"))).hasSize(20_000);
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void damagedArchivesEndInOneKindOfErrorAndLeaveNothing(long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        Kind kind = Kind.values()[random.nextInt(3)];
        Path archive = kind.write(folder, Map.of("a/0.bin", "zero".repeat(300), "a/1.bin", "one".repeat(50), "b/", ""));
        byte[] bytes = Files.readAllBytes(archive);
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        Files.write(archive, random.nextInt(4) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes);

        try {
            unpack(archive);
            assertThat(target).isDirectory();
        } catch (ArchiveException e) {
            assertThat(e.getMessage()).contains("archive: ").doesNotContain("\n");
            assertThat(filesOf(target.getParent())).isEmpty();
        }
    }

    @Test
    void limitsMustBePositive() {
        assertThatThrownBy(() -> ArchiveLimits.defaults().withMaxRatio(Double.NaN))
                .hasMessageContaining("ratio");
        assertThatThrownBy(() -> ArchiveLimits.defaults().withMaxBytes(0)).hasMessageContaining("1 byte");
    }

    private void unpack(Path archive) throws IOException {
        FolderInMaking.unpack(archive, target, ArchiveLimits.defaults());
    }

    private void assertRefused(Path archive, String why) throws IOException {
        byte[] before = Files.readAllBytes(archive);
        assertThatThrownBy(() -> unpack(archive))
                .isInstanceOf(ArchiveException.class)
                .hasMessageContaining(archive.toString())
                .hasMessageContaining(why);
        assertThat(filesOf(folder)).containsExactlyInAnyOrder(archive, target.getParent());
        assertThat(filesOf(target.getParent())).isEmpty();
        assertThat(archive).hasBinaryContent(before);
    }

    private static List<Path> filesOf(Path folder) throws IOException {
        try (Stream<Path> content = Files.list(folder)) {
            return content.toList();
        }
    }

    @Test
    void aNameIsPrintedOnOneShortLine() {
        String name = "a\nb" + "c".repeat(500);
        assertThat(EntryNames.printable(name)).hasSizeLessThan(100).startsWith("\"a?b");
        assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSize(503);
    }
}
