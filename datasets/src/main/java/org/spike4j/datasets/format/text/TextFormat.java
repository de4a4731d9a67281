package org.spike4j.datasets.format.text;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.spike4j.datasets.format.EventFormat;
import org.spike4j.datasets.format.EventReader;
import org.spike4j.datasets.format.FileCursor;
import org.spike4j.datasets.format.ReadOptions;

/** Recognises text without a line of names by the ending of the file name and its first character. */
public final class TextFormat implements EventFormat {
    @Override
    public String name() {
        return "RPG text";
    }

    @Override
    public String sign() {
        return "named *.txt, lines of t x y p";
    }

    @Override
    public boolean matches(Path path, byte[] head) {
        boolean start = head[0] >= '0' && head[0] <= '9' || head[0] == '-' || head[0] == '#';
        return start && path.toString().toLowerCase(Locale.ROOT).endsWith(".txt");
    }

    @Override
    public EventReader open(FileCursor file, ReadOptions options) throws IOException {
        return TextReader.open(file, options, name(), TextColumns.RPG);
    }
}
