package org.spike4j.datasets.format.prophesee;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.spike4j.datasets.format.FileCursor;
import org.spike4j.datasets.format.HeaderLines;

/**
 * The lines at the start of a DAT file, then one byte for the type of the events and one for their size.
 *
 * @param width columns of the sensor, 0 if the file does not say
 * @param height rows of the sensor, 0 if the file does not say
 */
record DatHeader(int width, int height) {
    static final int EVENT_BYTES = 8;
    static final int TYPE_CHANGE = 12;
    private static final int TYPE_ANY = 0;
    private static final Pattern NUMBER = Pattern.compile("% *(Version|Width|Height) +(\\d{1,5})");

    /** Reads the header and leaves the cursor at the first event. */
    static DatHeader read(FileCursor file) throws IOException {
        List<String> lines = HeaderLines.take(file, '%', "");
        int version = number(lines, "Version", 2);
        if (version != 2) {
            throw file.error(0, "% Version 2", "% Version " + version, "convert it with the camera's software");
        }
        long start = file.position();
        ByteBuffer kind = file.take(2, "the type and size of the events");
        int type = kind.get(0);
        int size = kind.get(1);
        if (type != TYPE_ANY && type != TYPE_CHANGE || size != EVENT_BYTES) {
            throw file.error(
                    start,
                    "events of type 0 or 12 and size 8",
                    "type " + type + " and size " + size,
                    "only files of CD events can be read, or the file is damaged");
        }
        long rest = file.remaining() % EVENT_BYTES;
        if (rest != 0) {
            throw file.error(
                    file.position() + file.remaining() - rest,
                    "a whole event of 8 bytes",
                    rest + " bytes",
                    "the file is cut off, copy or download it again");
        }
        int width = number(lines, "Width", 0);
        int height = number(lines, "Height", 0);
        boolean sensor = width > 0 && width <= Short.MAX_VALUE && height > 0 && height <= Short.MAX_VALUE;
        return sensor ? new DatHeader(width, height) : new DatHeader(0, 0);
    }

    private static int number(List<String> lines, String key, int otherwise) {
        for (String line : lines) {
            Matcher number = NUMBER.matcher(line);
            if (number.matches() && number.group(1).equals(key)) {
                return Integer.parseInt(number.group(2));
            }
        }
        return otherwise;
    }
}
