package org.spike4j.datasets.sets;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.spike4j.datasets.event.EventStream;

/**
 * A data set of which each recording is a file and a sample. Events are kept packed, about 3 to 4 bytes each, up to a
 * bound; what does not fit is read again.
 */
final class FileDataSet implements EventDataSet {
    private final SetTraits traits;
    private final SampleCache<Path> cache;
    private final List<EventSample> train;
    private final List<EventSample> validation;
    private final List<EventSample> test;

    FileDataSet(SetTraits traits, FileParts parts, long cacheBytes) {
        this.traits = traits;
        this.cache = new SampleCache<>(cacheBytes);
        this.train = samples(parts.train());
        this.validation = samples(parts.validation());
        this.test = samples(parts.test());
    }

    @Override
    public String name() {
        return traits.name();
    }

    @Override
    public int width() {
        return traits.width();
    }

    @Override
    public int height() {
        return traits.height();
    }

    @Override
    public List<String> classNames() {
        return traits.classNames();
    }

    @Override
    public List<EventSample> samples(Split split) {
        return switch (split) {
            case TRAIN -> train;
            case VALIDATION -> validation;
            case TEST -> test;
        };
    }

    private List<EventSample> samples(List<LabelledFile> files) {
        return files.stream()
                .map(file -> new EventSample(file.name(), file.label(), file.group(), () -> read(file.file())))
                .toList();
    }

    private EventStream read(Path file) throws IOException {
        PackedEvents kept = cache.get(file);
        if (kept != null) {
            return kept.unpack();
        }
        EventStream events = traits.reading().read(file);
        if (cache.keepsAny()) {
            cache.put(file, PackedEvents.of(events));
        }
        return events;
    }
}
