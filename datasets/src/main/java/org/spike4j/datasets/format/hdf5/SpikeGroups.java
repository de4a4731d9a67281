package org.spike4j.datasets.format.hdf5;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import java.io.Closeable;
import java.io.IOException;
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
 * Spikes of many samples in one HDF5 file, as N-TIDIGITS has them: for each part, say train, {@code train_labels} names
 * the samples, {@code train_timestamps/NAME} (seconds) and {@code train_addresses/NAME} hold the spikes of one. A spike of
 * address u becomes an event (t, u, 0) of polarity 1. Safe for use by several threads.
 */
public final class SpikeGroups implements Closeable {
    private static final int MOST_SPIKES = 1 << 24;
    private static final long MICROS = TimeUnit.SECONDS.toMicros(1);

    private final Path path;
    private final HdfFile file;

    private SpikeGroups(Path path, HdfFile file) {
        this.path = path;
        this.file = file;
    }

    /**
     * Opens a file.
     *
     * @param path the file
     * @return its groups; the caller closes them
     * @throws EventFileException if it is missing or no HDF5 file
     * @throws IOException if it cannot be read
     */
    public static SpikeGroups open(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            throw new EventFileException(path, 0, "an HDF5 file of spikes", "no such file", "check the path");
        }
        try {
            return new SpikeGroups(path, new HdfFile(path));
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            throw refusal(path, "an HDF5 file", String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * Names of the samples of a part.
     *
     * @param part name of the part
     * @return names in the order of the file
     * @throws EventFileException if the file has no such part
     */
    public List<String> names(String part) throws EventFileException {
        try {
            if (file.getDatasetByPath(part + "_labels").getData() instanceof String[] names) {
                return Arrays.stream(names).map(String::strip).toList();
            }
            throw refusal(path, "a list of texts " + part + "_labels", "another type", null);
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            throw refusal(path, "a list of texts " + part + "_labels", String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * Reads the spikes of a sample.
     *
     * @param part name of the part
     * @param name of the sample
     * @param channels addresses that there are, the width of the stream
     * @return events in the order of the file, on a sensor of channels x 1
     * @throws EventFileException if the sample is missing or damaged, or has other addresses
     */
    public synchronized EventStream read(String part, String name, int channels) throws EventFileException {
        String wanted = part + "_timestamps/" + name + " and " + part + "_addresses/" + name
                + " of one length, addresses" + " 0 to " + (channels - 1);
        try {
            Dataset timeData = file.getDatasetByPath(part + "_timestamps/" + name);
            Dataset addressData = file.getDatasetByPath(part + "_addresses/" + name);
            EventStreamBuilder events = EventStream.builder(channels, 1);
            if (timeData.getSize() == 0 && addressData.getSize() == 0) {
                return events.build();
            }
            Hdf5Rows times = Hdf5Rows.ofColumn(timeData);
            Hdf5Rows addresses = Hdf5Rows.ofColumn(addressData);
            if (times.rows() != addresses.rows() || times.rows() > MOST_SPIKES) {
                throw refusal(path, wanted, times.rows() + " and " + addresses.rows() + " numbers", null);
            }
            for (int i = 0; i < times.rows(); i++) {
                long address = addresses.get(i, 0, 1, 1);
                if (address < 0 || address >= channels) {
                    throw refusal(path, wanted, "address " + address, null);
                }
                events.add(times.get(i, 0, MICROS, 1), (int) address, 0, 1);
            }
            return events.build();
        } catch (ContentException e) {
            throw refusal(path, e.wanted(), e.found(), e);
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            throw refusal(path, wanted, String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public void close() {
        file.close();
    }

    private static EventFileException refusal(Path path, String wanted, String found, Throwable cause) {
        EventFileException failure =
                new EventFileException(path, 0, wanted, found, "the file is damaged or another one, download it again");
        failure.initCause(cause);
        return failure;
    }
}
