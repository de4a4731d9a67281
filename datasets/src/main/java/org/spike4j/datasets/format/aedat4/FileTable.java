package org.spike4j.datasets.format.aedat4;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.spike4j.datasets.format.ContentException;
import org.spike4j.datasets.format.FileCursor;

/**
 * The table of packets (FTAB) behind the last one, compressed as they are: for each its offset, stream, size, number of elements,
 * time of the first and of the last one. The offset is that of the content, 8 bytes after that of the packet. DV and its tools
 * need it to seek. Source: FileDataTable.fbs of dv-processing.
 */
final class FileTable {
    private static final String IDENTIFIER = "FTAB";
    private static final int ENTRIES = 0;
    private static final int OFFSET = 0;
    private static final int PACKET = 1;
    private static final int ELEMENTS = 2;
    private static final int FIRST = 3;
    private static final int LAST = 4;

    /** Layout of what is written: the vector follows the root; a list of fields for all entries, at multiples of 8 less 4. */
    private static final int VECTOR_AT = 28;

    private static final int FIELDS_BYTES = 16;
    private static final int ENTRY_BYTES = 48;

    private FileTable() {}

    /**
     * A packet.
     *
     * @param start offset of its head
     * @param stream number of its stream
     * @param size bytes of its content
     * @param elements events or other records in it
     * @param first time of the first one, microseconds
     * @param last time of the last one, microseconds
     */
    record Entry(long start, int stream, int size, long elements, long first, long last) {
        /** Offset of the first byte behind it. */
        long end() {
            return start + Packets.HEADER_BYTES + size;
        }
    }

    /**
     * Reads the table and leaves the cursor where it was.
     *
     * @return all packets in the order of the file; empty if there is no table, or none that fits the file
     */
    static Optional<List<Entry>> read(FileCursor file, IoHeader header) throws IOException {
        long place = file.position();
        file.moveTo(header.dataEnd());
        try {
            if (!header.hasTable() || file.remaining() > Packets.MAX_BYTES) {
                return Optional.empty();
            }
            ByteBuffer packed = file.take((int) file.remaining(), "the table of packets");
            ByteBuffer content = header.compression().decompress(packed, new BoundedBytes(Packets.MAX_BYTES));
            return entries(file, FlatTable.root(Packets.flatBuffer(content), IDENTIFIER), header);
        } catch (ContentException e) {
            return Optional.empty();
        } finally {
            file.moveTo(place);
        }
    }

    /** The entries, if each packet starts where the one before ends and its head says the same. */
    private static Optional<List<Entry>> entries(FileCursor file, FlatTable table, IoHeader header)
            throws IOException, ContentException {
        FlatTable.Structs vector = table.tablesAt(ENTRIES);
        List<Entry> entries = new ArrayList<>();
        long end = header.dataStart();
        for (int i = 0; i < vector.count(); i++) {
            FlatTable row = table.tableAt(vector, i);
            Entry entry = new Entry(
                    row.longAt(OFFSET, 0) - Packets.HEADER_BYTES,
                    row.structIntAt(PACKET, 2, 0),
                    row.structIntAt(PACKET, 2, 1),
                    row.longAt(ELEMENTS, 0),
                    row.longAt(FIRST, 0),
                    row.longAt(LAST, 0));
            if (entry.start() != end || entry.end() > header.dataEnd() || !hasHead(file, entry)) {
                return Optional.empty();
            }
            entries.add(entry);
            end = entry.end();
        }
        return end == header.dataEnd() ? Optional.of(entries) : Optional.empty();
    }

    private static boolean hasHead(FileCursor file, Entry entry) throws IOException {
        if (entry.size() < 0 || entry.elements() < 0 || entry.first() > entry.last()) {
            return false;
        }
        ByteBuffer head = file.peek(entry.start(), Packets.HEADER_BYTES, "a packet header");
        return head.getInt(0) == entry.stream() && head.getInt(Integer.BYTES) == entry.size();
    }

    /** The FlatBuffer of a table with its size before it; not compressed. */
    static byte[] bytes(List<Entry> entries) {
        int fieldsAt = roundUp(VECTOR_AT + Integer.BYTES * (1 + entries.size()));
        int firstEntry = fieldsAt + FIELDS_BYTES + Integer.BYTES;
        int bytes = firstEntry + ENTRY_BYTES * entries.size() + Integer.BYTES;
        ByteBuffer buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        Aedat4Writer.start(buffer, IDENTIFIER, 16);
        buffer.putShort((short) 6).putShort((short) 8).putShort((short) 4).putShort((short) 0);
        buffer.putInt(8).putInt(4).putInt(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            buffer.putInt(firstEntry + ENTRY_BYTES * i - buffer.position());
        }
        buffer.position(fieldsAt);
        buffer.putShort((short) 14).putShort((short) 44);
        buffer.putShort((short) 12).putShort((short) 4);
        buffer.putShort((short) 20).putShort((short) 28).putShort((short) 36);
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            int at = firstEntry + ENTRY_BYTES * i;
            buffer.position(at).putInt(at - fieldsAt);
            buffer.putInt(entry.stream()).putInt(entry.size());
            buffer.putLong(entry.start() + Packets.HEADER_BYTES);
            buffer.putLong(entry.elements()).putLong(entry.first()).putLong(entry.last());
        }
        return buffer.array();
    }

    private static int roundUp(int bytes) {
        return (bytes + Long.BYTES - 1) / Long.BYTES * Long.BYTES;
    }
}
