package org.spike4j.datasets.format.aedat4;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.spike4j.datasets.format.ContentException;
import org.spike4j.datasets.format.FileCursor;

/**
 * The start of the file: the version line and a size-prefixed FlatBuffer.
 *
 * @param compression of all packets
 * @param dataStart offset of the first packet
 * @param dataEnd offset one past the last packet, where the table of packets or the end of the file is
 * @param hasTable whether a table of packets is at the end
 * @param streams in the order of the file
 */
record IoHeader(Compression compression, long dataStart, long dataEnd, boolean hasTable, List<StreamInfo> streams) {
    private static final String IDENTIFIER = "IOHE";
    private static final int COMPRESSION = 0;
    private static final int DATA_TABLE_POSITION = 1;
    private static final int INFO_NODE = 2;
    private static final int MAX_BYTES = 1 << 24;

    IoHeader {
        streams = List.copyOf(streams);
    }

    /** Reads the header and leaves the cursor at the first packet. */
    static IoHeader read(FileCursor file) throws IOException {
        file.take(Aedat4Format.VERSION_LINE.length(), "the version line");
        long start = file.position();
        int size = file.take(Integer.BYTES, "the header size").getInt(0);
        if (size < 0 || size > MAX_BYTES) {
            throw file.damaged(start, "a header of at most " + MAX_BYTES + " bytes", "size " + size);
        }
        ByteBuffer bytes = file.take(size, "the header");
        try {
            FlatTable table = FlatTable.root(bytes, IDENTIFIER);
            Compression compression = Compression.of(table.intAt(COMPRESSION, 0));
            long position = table.longAt(DATA_TABLE_POSITION, -1);
            long fileSize = file.position() + file.remaining();
            if (position > fileSize) {
                throw file.error(
                        fileSize,
                        "packets up to byte " + position,
                        "the end of the file",
                        "the file is cut off, copy or download it again");
            }
            if (position != -1 && position < file.position()) {
                throw file.damaged(start, "packets up to a byte after the header", "byte " + position);
            }
            List<StreamInfo> streams = InfoNode.streams(table.stringAt(INFO_NODE));
            boolean hasTable = position != -1;
            long dataEnd = hasTable ? position : fileSize;
            return new IoHeader(compression, file.position(), dataEnd, hasTable, streams);
        } catch (ContentException e) {
            throw file.damaged(start, e.wanted(), e.found());
        }
    }
}
