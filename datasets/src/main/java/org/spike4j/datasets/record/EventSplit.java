package org.spike4j.datasets.record;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.datavec.api.io.labels.ParentPathLabelGenerator;
import org.datavec.api.io.labels.PathLabelGenerator;
import org.datavec.api.split.InputSplit;
import org.spike4j.datasets.format.EventFile;
import org.spike4j.datasets.format.ReadOptions;
import org.spike4j.datasets.sets.EventDataSet;
import org.spike4j.datasets.sets.EventSample;
import org.spike4j.datasets.sets.Split;

/** Labelled event samples as an input split, for {@link EventRecordReader}. */
public final class EventSplit extends SampleSplit {
    private final List<EventSample> samples;

    private EventSplit(List<EventSample> samples, List<String> classNames) {
        super(samples.size(), classNames);
        this.samples = List.copyOf(samples);
        requireLabels();
    }

    /**
     * A part of a data set.
     *
     * @param data the data set
     * @param split which part
     * @return its samples, in their order
     */
    public static EventSplit of(EventDataSet data, Split split) {
        return new EventSplit(data.samples(split), data.classNames());
    }

    /**
     * Any samples.
     *
     * @param samples the samples; not modified
     * @param classNames names of the classes; place i belongs to label i
     * @return the samples, in their order
     * @throws IllegalArgumentException if a label has no name
     */
    public static EventSplit of(List<EventSample> samples, List<String> classNames) {
        return new EventSplit(samples, classNames);
    }

    /**
     * Event files of any format, each in a folder named by its class.
     *
     * @param files where they are, a FileSplit for instance
     * @return a sample for each file, in the order of the split; classes in the order of their names
     */
    public static EventSplit ofFiles(InputSplit files) {
        return ofFiles(files, new ParentPathLabelGenerator(), ReadOptions.defaults());
    }

    /**
     * Event files of any format.
     *
     * @param files where they are, a FileSplit for instance
     * @param labels names the class of a file
     * @param options how to read them
     * @return a sample for each file, in the order of the split; classes in the order of their names
     */
    public static EventSplit ofFiles(InputSplit files, PathLabelGenerator labels, ReadOptions options) {
        List<URI> places = new ArrayList<>();
        files.locationsIterator().forEachRemaining(places::add);
        TreeSet<String> found = new TreeSet<>();
        places.forEach(place -> found.add(labels.getLabelForPath(place).toString()));
        List<String> classNames = List.copyOf(found);
        List<EventSample> samples = new ArrayList<>();
        for (URI place : places) {
            int label = classNames.indexOf(labels.getLabelForPath(place).toString());
            Path file = Path.of(place);
            String name = file.toString();
            samples.add(new EventSample(name, label, name, () -> EventFile.read(file, options)));
        }
        return new EventSplit(samples, classNames);
    }

    EventSample sample(int number) {
        return samples.get(number);
    }

    @Override
    String name(int number) {
        return samples.get(number).name();
    }

    @Override
    int label(int number) {
        return samples.get(number).label();
    }
}
