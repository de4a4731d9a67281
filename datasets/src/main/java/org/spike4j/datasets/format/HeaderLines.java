package org.spike4j.datasets.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines of text at the start of a binary file, each with the same first character. The data after them may start with
 * that very byte, so a line counts only if it is text up to its line feed.
 */
public final class HeaderLines {
    private static final int MAX_LINE_BYTES = 1 << 16;
    private static final int MAX_BYTES = 1 << 24;

    private HeaderLines() {}

    /**
     * Takes the lines and leaves the cursor at the first byte of the data.
     *
     * @param file at its first byte
     * @param mark first character of each line
     * @param lastLine the line after which the data starts even if they look like a line
     * @return the lines, without white space around them
     * @throws EventFileException if the lines take more than 16 MiB
     * @throws IOException if the file cannot be read
     */
    public static List<String> take(FileCursor file, char mark, String lastLine) throws IOException {
        List<String> lines = new ArrayList<>();
        String line = line(file, mark);
        while (!line.isEmpty()) {
            lines.add(line);
            if (file.position() > MAX_BYTES) {
                throw file.damaged(0, "header lines of at most " + MAX_BYTES + " bytes", "more");
            }
            line = line.equals(lastLine) ? "" : line(file, mark);
        }
        return lines;
    }

    /** The next line, or an empty text where the data start. */
    private static String line(FileCursor file, char mark) throws IOException {
        long start = file.position();
        ByteBuffer bytes = file.take((int) Math.min(file.remaining(), MAX_LINE_BYTES), "header lines");
        int end = 0;
        while (end < bytes.limit() && isText(bytes.get(end))) {
            end++;
        }
        boolean whole = end > 0 && end < bytes.limit() && bytes.get(end) == '\n' && bytes.get(0) == mark;
        file.moveTo(whole ? start + end + 1 : start);
        if (!whole) {
            return "";
        }
        byte[] text = new byte[end];
        bytes.get(0, text);
        return new String(text, StandardCharsets.UTF_8).strip();
    }

    private static boolean isText(byte b) {
        return (b & 0xff) >= ' ' || b == '\t' || b == '\r';
    }
}
