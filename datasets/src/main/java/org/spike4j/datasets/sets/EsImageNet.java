package org.spike4j.datasets.sets;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.event.EventStreamBuilder;
import org.spike4j.datasets.format.EventFileException;
import org.spike4j.datasets.format.numpy.NumpyRows;

/**
 * ES-ImageNet: the pictures of ILSVRC2012 made events by moving them in eight steps, on 256x256 pixels.
 *
 * <p>Layout: {@code train/class0} to {@code train/class999} full of {@code .npz} files, and {@code vallabel.txt} beside
 * the folder {@code val}, whose lines hold the name of a file and its class. A file has the arrays {@code pos} and
 * {@code neg} of rows [row, column, time]; times count the steps, and are left as they are. Events are put in the order of
 * time, brighter ones first.
 *
 * <p>Source: Y. Lin et al., "ES-ImageNet: A Million Event-Stream Classification Dataset for Spiking Neural Networks",
 * Frontiers in Neuroscience 15:726582, 2021.
 */
public final class EsImageNet {
    private static final int SENSOR = 256;
    private static final int CLASSES = 1000;
    private static final int MOST_EVENTS = 1 << 24;
    private static final int PIECE_ROWS = 1 << 14;
    private static final String LAYOUT =
            "the folders train/class0 to train/class999 full of .npz files, and vallabel.txt"
                    + " beside the folder val";

    private EsImageNet() {}

    /** An event of a file. */
    private record Event(long t, int x, int y, int polarity) {}

    /**
     * Opens the data set: finds its files, reads none.
     *
     * @param folder the folder of train and val, or the one that holds it as ES-imagenet-0.18
     * @param options what is held out, and memory
     * @return the data set, the official validation part for testing
     * @throws IOException if a folder or file is missing
     */
    public static EventDataSet open(Path folder, SetOptions options) throws IOException {
        Path root = ClassFolders.root(folder, LAYOUT, "ES-imagenet-0.18", "");
        List<String> folders =
                IntStream.range(0, CLASSES).mapToObj(i -> "class" + i).toList();
        List<LabelledFile> train =
                ClassFolders.list(ClassFolders.root(root, LAYOUT, "train"), folders, LAYOUT, List.of(".npz"));
        List<LabelledFile> test = RecordingList.read(
                root.resolve("vallabel.txt"), "the name of a file in val and its class, 0 to 999", words -> {
                    int label = words.size() == 2 ? RecordingList.label(words.get(1)) : -1;
                    return label >= 0 && label < CLASSES
                            ? new LabelledFile(root.resolve("val").resolve(words.get(0)), label)
                            : null;
                });
        SetTraits traits = SetTraits.of("ES-ImageNet", SENSOR, SENSOR, folders).withReading(EsImageNet::read);
        return new FileDataSet(traits, FileParts.of(train, test, options), options.cacheBytes());
    }

    private static EventStream read(Path file) throws IOException {
        List<Event> events = new ArrayList<>();
        add(file, "pos", 1, events);
        add(file, "neg", 0, events);
        events.sort(Comparator.comparingLong(Event::t));
        EventStreamBuilder stream = EventStream.builder(SENSOR, SENSOR);
        for (Event event : events) {
            stream.add(event.t(), event.x(), event.y(), event.polarity());
        }
        return stream.build();
    }

    private static void add(Path file, String member, int polarity, List<Event> events) throws IOException {
        try (NumpyRows rows = NumpyRows.open(file, member)) {
            if (rows.fields().size() != 3 || rows.rows() > MOST_EVENTS) {
                throw refusal(
                        file, member, rows.rows() + " rows of " + rows.fields().size());
            }
            for (int read = rows.next(PIECE_ROWS); read > 0; read = rows.next(PIECE_ROWS)) {
                for (int i = 0; i < read; i++) {
                    double y = rows.get(i, 0);
                    double x = rows.get(i, 1);
                    if (!(x >= 0 && x < SENSOR && y >= 0 && y < SENSOR)) {
                        throw refusal(file, member, "an event at (" + x + ", " + y + ")");
                    }
                    events.add(new Event(Math.round(rows.get(i, 2)), (int) x, (int) y, polarity));
                }
            }
        }
    }

    private static EventFileException refusal(Path file, String member, String found) {
        return new EventFileException(
                file,
                0,
                "at most " + MOST_EVENTS + " rows [row, column, time] on 256x256 pixels in array " + member,
                found,
                "the file is damaged, unpack or download it again");
    }
}
