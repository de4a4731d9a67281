package org.spike4j.datasets.format.es;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.spike4j.datasets.format.FileCursor;

/**
 * Signature, version (3 bytes), kind of stream (1 byte), and unless that is generic width and height (16 bits each).
 *
 * @param type of the events
 * @param width columns of the sensor, 0 of generic events
 * @param height rows of the sensor, 0 of generic events
 */
record EsHeader(StreamType type, int width, int height) {
    static final int BYTES = 20;
    static final int MAJOR_VERSION = 2;
    private static final int VERSION_AT = 12;
    static final int TYPE_AT = 15;
    private static final int WIDTH_AT = 16;
    private static final int HEIGHT_AT = 18;

    /** Reads the header and leaves the cursor at the first event. */
    static EsHeader read(FileCursor file) throws IOException {
        ByteBuffer kind = file.take(WIDTH_AT, "the header");
        int version = kind.get(VERSION_AT);
        if (version != MAJOR_VERSION) {
            throw file.error(
                    VERSION_AT,
                    "version 2 of Event Stream",
                    "version " + version + "." + kind.get(VERSION_AT + 1),
                    "convert the recording to version 2.0");
        }
        StreamType type = type(file, kind.get(TYPE_AT));
        if (type == StreamType.GENERIC) {
            return new EsHeader(type, 0, 0);
        }
        file.moveTo(0);
        ByteBuffer bytes = file.take(BYTES, "the header");
        int width = bytes.getShort(WIDTH_AT);
        int height = bytes.getShort(HEIGHT_AT);
        if (width < 1 || height < 1) {
            throw file.damaged(
                    WIDTH_AT, "a sensor of 1x1 to 32767x32767 pixels", (width & 0xffff) + "x" + (height & 0xffff));
        }
        return new EsHeader(type, width, height);
    }

    private static StreamType type(FileCursor file, int number) throws IOException {
        for (StreamType type : StreamType.values()) {
            if (type.number == number) {
                return type;
            }
        }
        throw file.error(
                TYPE_AT,
                "generic, DVS, ATIS or colour events (type 0, 1, 2 or 4)",
                "type " + number,
                "convert the recording to DVS events");
    }
}
