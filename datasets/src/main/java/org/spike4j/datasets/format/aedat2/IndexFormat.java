package org.spike4j.datasets.format.aedat2;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.spike4j.datasets.format.EventFile;
import org.spike4j.datasets.format.EventFormat;
import org.spike4j.datasets.format.EventReader;
import org.spike4j.datasets.format.FileCursor;
import org.spike4j.datasets.format.ReadOptions;

/**
 * Index files of jAER, for recordings of several cameras at once: a line of text for each camera, the name of its file beside the
 * index. The stream of the options is the line to read, from 0.
 */
public final class IndexFormat implements EventFormat {
    private static final List<String> ENDINGS = List.of(".aeidx", ".index");
    private static final int MAX_BYTES = 1 << 16;

    @Override
    public String name() {
        return "jAER index";
    }

    @Override
    public String sign() {
        return "named *.aeidx or *.index";
    }

    @Override
    public boolean matches(Path path, byte[] head) {
        return isIndex(path.getFileName().toString());
    }

    /** The index is closed before its recording is opened. */
    @Override
    public EventReader open(FileCursor file, ReadOptions options) throws IOException {
        int bytes = (int) Math.min(file.remaining(), MAX_BYTES);
        byte[] text = new byte[bytes];
        file.take(bytes, "names of files").get(text);
        List<String> names = new String(text, StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        int line = options.stream().orElse(0);
        if (line >= names.size()) {
            throw file.error(
                    0,
                    "the name of a recording in line " + (line + 1),
                    names.size() + " lines",
                    "choose a line with ReadOptions.withStream, which counts from 0");
        }
        String name = names.get(line);
        boolean plain = name.chars().noneMatch(c -> c < ' ' || c == '/' || c == '\\' || c == ':' || c == 0xfffd);
        if (!plain || isIndex(name) || !Files.isRegularFile(file.path().resolveSibling(name))) {
            throw file.error(
                    0,
                    "the name of a recording beside the index in line " + (line + 1),
                    name,
                    "put the recordings of all cameras into the folder of the index");
        }
        file.close();
        return EventFile.open(
                file.path().resolveSibling(name),
                new ReadOptions(
                        options.width(),
                        options.height(),
                        options.includeInvalid(),
                        OptionalInt.empty(),
                        options.maxEvents(),
                        options.timeUnit(),
                        false, // whoever opens the index turns the events, once
                        false));
    }

    private static boolean isIndex(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(lower::endsWith);
    }
}
