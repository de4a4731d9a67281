package org.spike4j.datasets.record;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.datavec.api.split.BaseInputSplit;

/**
 * Labelled samples as an input split. Its locations are the numbers of the samples, as {@code sample:0}; nothing is written
 * to it.
 */
abstract class SampleSplit extends BaseInputSplit {
    private final List<String> classNames;

    SampleSplit(int samples, List<String> classNames) {
        this.classNames = List.copyOf(classNames);
        this.uriStrings = new ArrayList<>();
        for (int i = 0; i < samples; i++) {
            uriStrings.add("sample:" + i);
        }
        this.length = samples;
    }

    /** Name of a sample, for messages. */
    abstract String name(int number);

    /** Number of the class of a sample. */
    abstract int label(int number);

    /** Place i belongs to label i. */
    final List<String> classNames() {
        return classNames;
    }

    final int size() {
        return (int) length;
    }

    /** Refuses labels without a name. */
    final void requireLabels() {
        for (int i = 0; i < length; i++) {
            if (label(i) >= classNames.size()) {
                throw new IllegalArgumentException("label of " + name(i) + " must be below the " + classNames.size()
                        + " classes, was " + label(i));
            }
        }
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
        throw new UnsupportedOperationException("the samples of this split are fixed");
    }

    @Override
    public boolean needsBootstrapForWrite() {
        return false;
    }

    @Override
    public void bootStrapForWrite() {
        throw new UnsupportedOperationException("samples cannot be written through an input split");
    }

    @Override
    public OutputStream openOutputStreamFor(String location) {
        throw new UnsupportedOperationException("samples cannot be written through an input split");
    }

    @Override
    public InputStream openInputStreamFor(String location) {
        throw new UnsupportedOperationException("samples have no bytes of their own; read them by a reader");
    }

    @Override
    public void reset() {}

    @Override
    public boolean resetSupported() {
        return true;
    }
}
