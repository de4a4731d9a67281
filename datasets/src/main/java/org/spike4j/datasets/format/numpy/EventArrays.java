package org.spike4j.datasets.format.numpy;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.spike4j.datasets.format.ContentException;
import org.spike4j.datasets.format.table.ColumnNames;

/** The arrays of a file that hold the events: one, or one for each of t, x, y, p. */
final class EventArrays implements Closeable {
    private static final int COLUMNS = 4;
    private static final String ENDING = ".npy";

    private final Closeable file;
    private final List<Column> columns = new ArrayList<>();
    private final Set<NpyArray> arrays = new LinkedHashSet<>();
    private int width;
    private int height;

    /** One of t, x, y, p. */
    record Column(NpyArray array, Field field) {}

    private EventArrays(Closeable file) {
        this.file = file;
    }

    /** Opens a file at its first event; npz if it is a ZIP file. */
    static EventArrays open(Path path, boolean zip, OptionalInt stream) throws IOException, ContentException {
        Closeable file = zip ? new ZipFile(path.toFile()) : new BufferedInputStream(Files.newInputStream(path));
        EventArrays arrays = new EventArrays(file);
        try {
            if (zip) {
                arrays.findMembers((ZipFile) file, stream);
            } else {
                arrays.useSingle(NpyArray.open("npy", (InputStream) file));
            }
            return arrays;
        } catch (IOException | ContentException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    Column column(int index) {
        return columns.get(index);
    }

    /** Columns of the sensor, 0 if the file does not say. */
    int width() {
        return width;
    }

    /** Rows of the sensor, 0 if the file does not say. */
    int height() {
        return height;
    }

    /** Reads on by some events, fewer at the end. */
    int next(int most) throws IOException, ContentException {
        int count = -1;
        for (NpyArray array : arrays) {
            int read = array.next(most);
            if (count >= 0 && read != count) {
                throw new ContentException("arrays of one length", "array " + array.name() + " of another length");
            }
            count = read;
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private void findMembers(ZipFile zip, OptionalInt stream) throws IOException, ContentException {
        List<String> names = new ArrayList<>();
        zip.stream()
                .map(ZipEntry::getName)
                .filter(name -> name.endsWith(ENDING))
                .forEach(names::add);
        List<String> found = new ArrayList<>();
        for (int i = 0; i < COLUMNS; i++) {
            int wanted = i;
            names.stream()
                    .filter(name -> ColumnNames.indexOf(bare(name)) == wanted)
                    .findFirst()
                    .ifPresent(found::add);
        }
        if (found.size() == COLUMNS) {
            for (String name : found) {
                NpyArray array = member(zip, name);
                arrays.add(array);
                columns.add(new Column(array, array.header().fields().get(0)));
            }
            width = size(zip, names, "width");
            height = size(zip, names, "height");
            return;
        }
        int index = stream.orElse(0);
        if (index >= names.size()) {
            throw new ContentException(
                    "arrays t, x, y and p, or an array of number " + index + " (ReadOptions.withStream)",
                    "the arrays " + names);
        }
        useSingle(member(zip, names.get(index)));
    }

    private void useSingle(NpyArray array) throws ContentException {
        List<Field> fields = array.header().fields();
        arrays.add(array);
        for (int i = 0; i < COLUMNS; i++) {
            int wanted = i;
            Field field = fields.stream()
                    .filter(candidate -> ColumnNames.indexOf(candidate.name()) == wanted)
                    .findFirst()
                    .orElse(fields.size() == COLUMNS && fields.get(i).name().isEmpty() ? fields.get(i) : null);
            if (field == null) {
                throw new ContentException(
                        "fields t, x, y and p, or 4 columns in this order, in array " + array.name(),
                        fields.size() + " columns "
                                + fields.stream().map(Field::name).toList());
            }
            columns.add(new Column(array, field));
        }
    }

    private static NpyArray member(ZipFile zip, String name) throws IOException, ContentException {
        return NpyArray.open(name, new BufferedInputStream(zip.getInputStream(zip.getEntry(name))));
    }

    private static int size(ZipFile zip, List<String> names, String name) throws IOException, ContentException {
        if (!names.contains(name + ENDING)) {
            return 0;
        }
        NpyArray array = member(zip, name + ENDING);
        long value = array.next(1) == 1 ? array.get(0, array.header().fields().get(0), 1, 1) : 0;
        return value < 1 || value > Short.MAX_VALUE ? 0 : (int) value;
    }

    private static String bare(String name) {
        return name.substring(0, name.length() - ENDING.length());
    }
}
