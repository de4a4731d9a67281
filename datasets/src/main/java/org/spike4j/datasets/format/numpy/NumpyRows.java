package org.spike4j.datasets.format.numpy;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.spike4j.datasets.format.ContentException;
import org.spike4j.datasets.format.EventFileException;

/**
 * The numbers of an array that holds no events: an npy file, or a member of an npz file, with named fields or plain columns.
 * Reads some rows at a time.
 */
public final class NumpyRows implements Closeable {
    private static final int MOST_NAMES = 10;

    private final Path path;
    private final Closeable file;
    private final NpyArray array;

    private NumpyRows(Path path, Closeable file, NpyArray array) {
        this.path = path;
        this.file = file;
        this.array = array;
    }

    /**
     * Opens an npy file.
     *
     * @param npy the file
     * @return its array, before the first row; the caller closes it
     * @throws EventFileException if the file is missing, or no array of numbers
     * @throws IOException if it cannot be read
     */
    public static NumpyRows open(Path npy) throws IOException {
        InputStream in;
        try {
            in = new BufferedInputStream(Files.newInputStream(npy));
        } catch (NoSuchFileException e) {
            throw refusal(npy, "an npy file", "no such file", e);
        }
        return opened(npy, in, in, npy.getFileName().toString());
    }

    /**
     * Opens an array of an npz file.
     *
     * @param npz the file
     * @param member name of the array, without .npy
     * @return the array, before the first row; the caller closes it
     * @throws EventFileException if the file is missing or damaged, or has no such array
     * @throws IOException if it cannot be read
     */
    public static NumpyRows open(Path npz, String member) throws IOException {
        ZipFile zip = null;
        try {
            zip = new ZipFile(npz.toFile());
            ZipEntry entry = zip.getEntry(member + ".npy");
            if (entry == null) {
                List<String> names =
                        zip.stream().map(ZipEntry::getName).limit(MOST_NAMES).toList();
                throw refusal(npz, "an array " + member, "the members " + names, null);
            }
            return opened(npz, zip, new BufferedInputStream(zip.getInputStream(entry)), member);
        } catch (ZipException | EOFException | NoSuchFileException | IllegalArgumentException e) {
            close(zip);
            throw refusal(npz, "an npz file", String.valueOf(e.getMessage()), e);
        } catch (IOException | RuntimeException e) {
            close(zip);
            throw e;
        }
    }

    /**
     * The columns.
     *
     * @return names of the fields, lower case, each empty in an array without fields
     */
    public List<String> fields() {
        return array.header().fields().stream().map(Field::name).toList();
    }

    /**
     * Number of rows in all.
     *
     * @return as the header says
     */
    public long rows() {
        return array.header().rows();
    }

    /**
     * Reads on.
     *
     * @param most rows
     * @return rows read, fewer at the end, then 0
     * @throws EventFileException if the array ends early
     * @throws IOException if the file cannot be read
     */
    public int next(int most) throws IOException {
        try {
            return array.next(most);
        } catch (ContentException e) {
            throw refusal(path, e.wanted(), e.found(), e);
        } catch (EOFException | ZipException e) {
            throw refusal(path, "whole rows", String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * A number of the rows that were read last.
     *
     * @param row 0 for the first of them
     * @param column place of the field
     * @return the number
     */
    public double get(int row, int column) {
        return array.decimal(row, array.header().fields().get(column));
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private static NumpyRows opened(Path path, Closeable file, InputStream in, String name) throws IOException {
        try {
            return new NumpyRows(path, file, NpyArray.open(name, in));
        } catch (ContentException e) {
            file.close();
            throw refusal(path, e.wanted(), e.found(), e);
        } catch (EOFException e) {
            file.close();
            throw refusal(path, "an array", "a file that ends early", e);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static void close(ZipFile zip) throws IOException {
        if (zip != null) {
            zip.close();
        }
    }

    private static EventFileException refusal(Path path, String wanted, String found, Exception cause) {
        EventFileException failure =
                new EventFileException(path, 0, wanted, found, "the file is damaged or another one, download it again");
        failure.initCause(cause);
        return failure;
    }
}
