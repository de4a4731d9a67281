package org.spike4j.datasets.record;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.TreeSet;
import org.datavec.api.io.labels.ParentPathLabelGenerator;
import org.datavec.api.io.labels.PathLabelGenerator;
import org.datavec.api.split.BaseInputSplit;
import org.datavec.api.split.InputSplit;
import org.spike4j.datasets.format.EventFile;
import org.spike4j.datasets.format.ReadOptions;
import org.spike4j.datasets.sets.EventDataSet;
import org.spike4j.datasets.sets.EventSample;
import org.spike4j.datasets.sets.Split;

/**
 * Labelled event samples as an input split, for {@link EventRecordReader}. Its locations are the numbers of the samples, as
 * {@code sample:0}; nothing is written to it.
 */
public final class EventSplit extends BaseInputSplit {
    private final List<EventSample> samples;
    private final List<String> classNames;

    private EventSplit(List<EventSample> samples, List<String> classNames) {
        this.samples = List.copyOf(samples);
        this.classNames = List.copyOf(classNames);
        this.uriStrings = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            uriStrings.add("sample:" + i);
        }
        this.length = samples.size();
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
        for (EventSample sample : samples) {
            if (sample.label() >= classNames.size()) {
                throw new IllegalArgumentException("label of " + sample.name() + " must be below the "
                        + classNames.size() + " classes, was " + sample.label());
            }
        }
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

    List<EventSample> samples() {
        return samples;
    }

    List<String> classNames() {
        return classNames;
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public Iterator<String> locationsPathIterator() {
        return uriStrings.iterator();
    }

    @Override
    public void updateSplitLocations(boolean reset) {
        throw new UnsupportedOperationException("the samples of an event split are fixed");
    }

    @Override
    public boolean needsBootstrapForWrite() {
        return false;
    }

    @Override
    public void bootStrapForWrite() {
        throw new UnsupportedOperationException("event samples cannot be written through an input split");
    }

    @Override
    public OutputStream openOutputStreamFor(String location) {
        throw new UnsupportedOperationException("event samples cannot be written through an input split");
    }

    @Override
    public InputStream openInputStreamFor(String location) {
        throw new UnsupportedOperationException("event samples have no bytes of their own; read them by a reader");
    }

    @Override
    public void reset() {}

    @Override
    public boolean resetSupported() {
        return true;
    }
}
