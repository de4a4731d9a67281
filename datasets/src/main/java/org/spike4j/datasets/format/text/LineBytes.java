package org.spike4j.datasets.format.text;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.spike4j.datasets.format.FileCursor;

/** Lines at the start of a text. */
final class LineBytes {
    static final int MAX_LINE_BYTES = 4096;

    private final FileCursor file;

    LineBytes(FileCursor file) {
        this.file = file;
    }

    /** The next line without its end; the cursor moves behind it. */
    String next(String wanted) throws IOException {
        long start = file.position();
        ByteBuffer bytes = file.take((int) Math.min(file.remaining(), MAX_LINE_BYTES), wanted);
        if (bytes.limit() == 0) {
            throw file.error(start, wanted, "the end of the file", "the file is cut off, copy or download it again");
        }
        int end = 0;
        while (end < bytes.limit() && bytes.get(end) != '\n') {
            end++;
        }
        if (end == MAX_LINE_BYTES) {
            throw file.damaged(start, wanted + " of at most " + MAX_LINE_BYTES + " bytes", "a longer line");
        }
        file.moveTo(Math.min(start + end + 1, start + bytes.limit()));
        byte[] text = new byte[end];
        bytes.get(0, text);
        return new String(text, StandardCharsets.UTF_8).strip();
    }
}
