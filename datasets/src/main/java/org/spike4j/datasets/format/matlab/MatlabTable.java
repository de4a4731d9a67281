package org.spike4j.datasets.format.matlab;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.spike4j.datasets.format.ContentException;
import org.spike4j.datasets.format.ReadOptions;
import org.spike4j.datasets.format.matlab.Elements.Tag;
import org.spike4j.datasets.format.table.ColumnNames;
import org.spike4j.datasets.format.table.EventTable;
import org.spike4j.datasets.format.table.TimeScale;

/** The variables t, x, y, p of a file; each is read by a stream of its own, so that none is in memory as a whole. */
final class MatlabTable implements EventTable {
    private static final int HEADER_BYTES = 128;
    private static final int ORDER_AT = 126;
    private static final int TAG_BYTES = 8;

    /** Variables that are looked at, since each holds a file open. */
    private static final int MAX_ELEMENTS = 100;

    private final List<InputStream> open = new ArrayList<>();
    private final MatlabColumn[] columns = new MatlabColumn[4];
    private final TimeScale times;

    private MatlabTable(TimeUnit unit) {
        times = TimeScale.of(unit);
    }

    static MatlabTable open(Path path, ReadOptions options) throws IOException, ContentException {
        MatlabTable table = new MatlabTable(options.timeUnit().orElse(TimeUnit.MICROSECONDS));
        try {
            table.find(path);
            return table;
        } catch (ZipException | EOFException e) {
            table.close();
            throw damaged(e);
        } catch (IOException | ContentException | RuntimeException e) {
            table.close();
            throw e;
        }
    }

    @Override
    public long rows() {
        return columns[T].rows();
    }

    @Override
    public int next(long[][] values) throws IOException, ContentException {
        try {
            int count = columns[T].next(values[T], times.up(), times.down());
            for (int c = X; c <= P; c++) {
                columns[c].next(values[c], 1, 1);
            }
            return count;
        } catch (ZipException | EOFException e) {
            throw damaged(e);
        }
    }

    @Override
    public void close() throws IOException {
        for (InputStream in : open) {
            in.close();
        }
    }

    private void find(Path path) throws IOException, ContentException {
        List<String> names = new ArrayList<>();
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            ByteOrder order = order(path);
            long at = HEADER_BYTES;
            for (int i = 0; i < MAX_ELEMENTS && at + TAG_BYTES <= file.size(); i++) {
                InputStream in = at(path, at);
                Tag tag = new Elements(in, order).tag();
                boolean compressed = tag.type() == Elements.COMPRESSED;
                if (compressed || tag.type() == Elements.MATRIX) {
                    MatlabColumn column = column(in, order, compressed);
                    names.add(column.name());
                    int index = ColumnNames.indexOf(column.name());
                    if (index >= 0 && column.rows() >= 0 && columns[index] == null) {
                        columns[index] = column;
                    }
                }
                at += TAG_BYTES + (tag.isSmall() ? 0 : tag.bytes()) + (compressed ? 0 : tag.padding());
            }
        }
        for (MatlabColumn column : columns) {
            if (column == null || column.rows() != columns[T].rows()) {
                throw new ContentException(
                        "variables t, x, y, p of one length (named of " + ColumnNames.all() + ")",
                        "the variables " + names);
            }
        }
    }

    private MatlabColumn column(InputStream in, ByteOrder order, boolean compressed)
            throws IOException, ContentException {
        if (!compressed) {
            return MatlabColumn.of(new Elements(in, order));
        }
        Elements inner = new Elements(new BufferedInputStream(new InflaterInputStream(in)), order);
        open.add(inner.in());
        Tag tag = inner.tag();
        if (tag.type() != Elements.MATRIX) {
            throw new ContentException("a compressed variable", "an element of type " + tag.type());
        }
        return MatlabColumn.of(inner);
    }

    private InputStream at(Path path, long offset) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        InputStream in = new BufferedInputStream(Channels.newInputStream(channel.position(offset)));
        open.add(in);
        return in;
    }

    /** The letters IM at the end of the header are MI in the order of the machine that wrote them. */
    private ByteOrder order(Path path) throws IOException, ContentException {
        byte[] mark = at(path, ORDER_AT).readNBytes(2);
        String letters = mark.length < 2 ? "" : "" + (char) mark[0] + (char) mark[1];
        if (!letters.equals("IM") && !letters.equals("MI")) {
            throw new ContentException("the letters IM or MI at byte " + ORDER_AT, "letters " + letters);
        }
        return letters.equals("IM") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    }

    private static ContentException damaged(IOException e) {
        ContentException failure = new ContentException("a readable MATLAB 5 file", String.valueOf(e.getMessage()));
        failure.initCause(e);
        return failure;
    }
}
