package org.spike4j.datasets.format.hdf5;

import io.jhdf.GlobalHeap;
import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Node;
import io.jhdf.dataset.DatasetBase;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.OrderedDataType;
import io.jhdf.object.datatype.VariableLength;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.event.EventStreamBuilder;
import org.spike4j.datasets.format.ContentException;
import org.spike4j.datasets.format.EventFileException;

/**
 * Lists of spikes of many samples in one HDF5 file, as SHD and SSC have them: {@code spikes/times} (seconds) and
 * {@code spikes/units}, each a list of any length for each sample, {@code labels}, and perhaps the names of the classes in
 * {@code extra/keys}. A spike of unit u becomes an event (t, u, 0) of polarity 1.
 *
 * <p>Where the lists lie is read at once, 16 bytes each; the lists themselves one by one. Safe for use by several threads.
 */
public final class SpikeLists implements Closeable {
    private static final int MOST_SPIKES = 1 << 24;
    private static final int REFERENCE_BYTES = 16;
    private static final long MICROS = TimeUnit.SECONDS.toMicros(1);

    private final Path path;
    private final HdfFile file;
    private final Lists times;
    private final Lists units;
    private final int[] labels;

    /** The references of a data set of lists, and the type of their numbers. */
    private record Lists(ByteBuffer references, NumberReader numbers) {
        int length(int i) {
            return references.getInt(i * REFERENCE_BYTES);
        }
    }

    private SpikeLists(Path path, HdfFile file) throws ContentException {
        this.path = path;
        this.file = file;
        this.times = lists("spikes/times");
        this.units = lists("spikes/units");
        this.labels = wholeNumbers("labels");
        int samples = times.references().limit() / REFERENCE_BYTES;
        if (samples != labels.length || samples != units.references().limit() / REFERENCE_BYTES) {
            throw new ContentException(
                    "times, units and labels of as many samples",
                    samples + ", " + units.references().limit() / REFERENCE_BYTES + " and " + labels.length);
        }
    }

    /**
     * Opens a file.
     *
     * @param path the file
     * @return its lists; the caller closes them
     * @throws EventFileException if the file is no HDF5 file or has no such lists
     * @throws IOException if it cannot be read
     */
    public static SpikeLists open(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            throw new EventFileException(path, 0, "an HDF5 file of spikes", "no such file", "check the path");
        }
        HdfFile file = null;
        try {
            file = new HdfFile(path);
            return new SpikeLists(path, file);
        } catch (ContentException e) {
            file.close();
            throw refusal(path, e.wanted(), e.found(), e);
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            if (file != null) {
                file.close();
            }
            throw refusal(
                    path, "an HDF5 file with spikes/times, spikes/units and labels", String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * Number of samples.
     *
     * @return samples
     */
    public int size() {
        return labels.length;
    }

    /**
     * Class of a sample.
     *
     * @param i number of the sample
     * @return label as the file has it
     */
    public int label(int i) {
        return labels[i];
    }

    /**
     * Names of the classes.
     *
     * @return names in the order of the labels; empty if the file has none
     */
    public List<String> classNames() {
        Node extra = file.getChildren().get("extra");
        if (extra == null || !(file.getByPath("extra").isGroup())) {
            return List.of();
        }
        try {
            return file.getDatasetByPath("extra/keys").getData() instanceof String[] names
                    ? Arrays.stream(names).map(String::strip).toList()
                    : List.of();
        } catch (RuntimeException e) {
            return List.of();
        }
    }

    /**
     * Reads the spikes of a sample.
     *
     * @param i number of the sample
     * @param channels units that there are, the width of the stream
     * @return events in the order of the file, on a sensor of channels x 1
     * @throws EventFileException if the sample is damaged, or has other units
     * @throws IOException if the file cannot be read
     */
    public synchronized EventStream read(int i, int channels) throws IOException {
        int length = times.length(i);
        if (length != units.length(i) || length < 0 || length > MOST_SPIKES) {
            throw refusal(
                    path,
                    "as many times as units in sample " + i + ", at most " + MOST_SPIKES,
                    length + " and " + units.length(i),
                    null);
        }
        EventStreamBuilder events = EventStream.builder(channels, 1);
        if (length == 0) {
            return events.build();
        }
        try {
            ByteBuffer time = content(times, i);
            ByteBuffer unit = content(units, i);
            for (int k = 0; k < length; k++) {
                double micros = times.numbers().get(time, k) * MICROS;
                double channel = units.numbers().get(unit, k);
                if (!(channel >= 0 && channel < channels && Math.abs(micros) < Long.MAX_VALUE / 4.0)) {
                    throw refusal(
                            path,
                            "units 0 to " + (channels - 1) + " at times in seconds in sample " + i,
                            "unit " + channel + " at " + micros / MICROS + " s",
                            null);
                }
                events.add(Math.round(micros), (int) channel, 0, 1);
            }
            return events.build();
        } catch (RuntimeException | LinkageError e) {
            throw refusal(path, "whole lists of sample " + i, String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public void close() {
        file.close();
    }

    private ByteBuffer content(Lists lists, int i) {
        int at = i * REFERENCE_BYTES;
        long address = lists.references().getLong(at + Integer.BYTES);
        int index = lists.references().getInt(at + Integer.BYTES + Long.BYTES);
        return new GlobalHeap(file.getHdfBackingStorage(), address).getObjectData(index);
    }

    private Lists lists(String name) throws ContentException {
        Dataset data = file.getDatasetByPath(name);
        DataType numbers = data.getDataType() instanceof VariableLength lists ? lists.getParent() : null;
        boolean fits = data instanceof DatasetBase
                && data.getDimensions().length == 1
                && file.getHdfBackingStorage().getSizeOfOffsets() == Long.BYTES;
        if (!fits || !(numbers instanceof OrderedDataType)) {
            throw new ContentException("a list of numbers for each sample in " + name, "type " + data.getDataType());
        }
        ByteBuffer references = ((DatasetBase) data).getDataBuffer();
        ByteBuffer whole = references
                .slice(references.position(), data.getDimensions()[0] * REFERENCE_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN);
        return new Lists(whole, NumberReader.of(numbers, name));
    }

    private int[] wholeNumbers(String name) throws ContentException {
        Hdf5Rows rows = Hdf5Rows.ofColumn(file.getDatasetByPath(name));
        int[] numbers = new int[rows.rows()];
        for (int i = 0; i < numbers.length; i++) {
            long number = rows.get(i, 0, 1, 1);
            if (number < 0 || number > Short.MAX_VALUE) {
                throw new ContentException("labels from 0 in " + name, number + " in sample " + i);
            }
            numbers[i] = (int) number;
        }
        return numbers;
    }

    private static EventFileException refusal(Path path, String wanted, String found, Throwable cause) {
        EventFileException failure =
                new EventFileException(path, 0, wanted, found, "the file is damaged or another one, download it again");
        failure.initCause(cause);
        return failure;
    }
}
