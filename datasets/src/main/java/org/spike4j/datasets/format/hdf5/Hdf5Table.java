package org.spike4j.datasets.format.hdf5;

import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.object.datatype.FixedPoint;
import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.spike4j.datasets.format.ContentException;
import org.spike4j.datasets.format.ReadOptions;
import org.spike4j.datasets.format.table.ColumnNames;
import org.spike4j.datasets.format.table.EventTable;
import org.spike4j.datasets.format.table.TimeScale;

/**
 * The events of an HDF5 file: the columns of the group events or of the root, or the array davis/left/events (stream 1:
 * davis/right/events) with the columns x, y, t, p. The
 * sensor is that of the attribute sensor_resolution [height, width], if there is one. Times are t + t_offset where the file has a whole number t_offset.
 */
final class Hdf5Table implements EventTable {
    private static final List<String> CAMERAS = List.of("left", "right");
    private static final int COLUMNS = 4;

    /** The places of t, x, y, p in a row of MVSEC. */
    private static final int[] ROW = {2, 0, 1, 3};

    private final HdfFile file;
    private final Hdf5Rows[] columns = new Hdf5Rows[COLUMNS];
    private final int[] places = new int[COLUMNS];
    private final int[] sensor = new int[2];
    private TimeScale times;
    private long offset;
    private int at;

    private Hdf5Table(HdfFile file) {
        this.file = file;
    }

    /**
     * Opens a file at its first event.
     *
     * @param path the file
     * @param options stream and unit of the times
     * @param floatUnit unit of times of floating point numbers where the options give none
     */
    static Hdf5Table open(Path path, ReadOptions options, TimeUnit floatUnit) throws IOException, ContentException {
        try {
            Hdf5Table table = new Hdf5Table(map(path));
            try {
                table.find(options.stream().orElse(0));
                boolean isFloat = table.columns[T].isFloat();
                TimeUnit unit = options.timeUnit().orElse(isFloat ? floatUnit : TimeUnit.MICROSECONDS);
                table.times = TimeScale.of(unit);
                return table;
            } catch (ContentException | RuntimeException e) {
                table.close();
                throw e;
            }
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            throw damaged(e);
        }
    }

    @Override
    public int width() {
        return sensor[1];
    }

    @Override
    public int height() {
        return sensor[0];
    }

    @Override
    public long row() {
        return at;
    }

    @Override
    public void goTo(long row) {
        at = (int) row;
    }

    @Override
    public long rows() {
        return columns[T].rows();
    }

    @Override
    public int next(long[][] values) throws ContentException {
        try {
            int count = Math.min(values[T].length, columns[T].rows() - at);
            for (Hdf5Rows column : columns) {
                count = Math.min(count, column.left(at));
            }
            for (int c = 0; c < COLUMNS; c++) {
                TimeScale scale = c == T ? times : TimeScale.ONE;
                for (int i = 0; i < count; i++) {
                    values[c][i] = columns[c].get(at + i, places[c], scale.up(), scale.down());
                }
            }
            for (int i = 0; i < count; i++) {
                long time = values[T][i];
                values[T][i] = time == OUT_OF_RANGE ? OUT_OF_RANGE : time + offset;
            }
            at += count;
            return count;
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            throw damaged(e);
        }
    }

    @Override
    public void close() {
        file.close();
    }

    /** Mapped to memory, jhdf cannot allocate a damaged length before it notices the end of the file. */
    private static HdfFile map(Path path) throws IOException {
        if (Files.size(path) > Integer.MAX_VALUE) {
            return new HdfFile(path);
        }
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            return HdfFile.fromByteBuffer(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
        }
    }

    private void find(int stream) throws ContentException {
        findSensor();
        Node davis = file.getChildren().get("davis");
        if (davis instanceof Group group && stream < CAMERAS.size()) {
            Node camera = group.getChildren().get(CAMERAS.get(stream));
            if (camera instanceof Group events && events.getChildren().get("events") instanceof Dataset rows) {
                useRows(rows);
                return;
            }
        }
        Node events = file.getChildren().get("events");
        if (events instanceof Dataset rows) {
            useRows(rows);
            return;
        }
        useColumns(events instanceof Group group ? group : file);
        if (file.getChildren().get("t_offset") instanceof Dataset start
                && start.isScalar()
                && start.getDataType() instanceof FixedPoint
                && start.getData() instanceof Number number) {
            offset = number.longValue();
            if (Math.abs(offset) > Long.MAX_VALUE / 4) {
                throw new ContentException("a t_offset in microseconds", "t_offset " + offset);
            }
        }
    }

    private void useRows(Dataset data) throws ContentException {
        Hdf5Rows rows = Hdf5Rows.ofRows(data);
        if (rows.width() != COLUMNS) {
            throw new ContentException(
                    "a data set " + data.getPath() + " of rows x, y, t, p", rows.width() + " columns");
        }
        for (int c = 0; c < COLUMNS; c++) {
            columns[c] = rows;
            places[c] = ROW[c];
        }
    }

    private void useColumns(Group group) throws ContentException {
        for (Node node : group.getChildren().values()) {
            int column = ColumnNames.indexOf(node.getName());
            if (column >= 0 && node instanceof Dataset data) {
                columns[column] = Hdf5Rows.ofColumn(data);
            }
        }
        for (Hdf5Rows column : columns) {
            if (column == null || column.rows() != columns[T].rows()) {
                throw new ContentException(
                        "data sets t, x, y, p of one length (named of " + ColumnNames.all() + ")",
                        "in group " + group.getPath() + " the nodes "
                                + group.getChildren().keySet());
            }
        }
    }

    /** Height and width that the attribute tells, as that of e2vid does, whose third number is the channels. */
    private void findSensor() {
        Attribute attribute = file.getAttribute("sensor_resolution");
        if (attribute == null || attribute.getSize() < 2 || attribute.getSize() > 3) {
            return;
        }
        Object sizes = attribute.getData();
        for (int i = 0; i < sensor.length && sizes.getClass().isArray(); i++) {
            double size = Array.get(sizes, i) instanceof Number number ? number.doubleValue() : 0;
            sensor[i] = size >= 1 && size <= Short.MAX_VALUE ? (int) size : 0;
        }
    }

    private static ContentException damaged(Throwable e) {
        ContentException failure =
                new ContentException("an HDF5 file that jhdf can read", String.valueOf(e.getMessage()));
        failure.initCause(e);
        return failure;
    }
}
