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
    private final PartedSamples<EventSample> parts;

    FileDataSet(SetTraits traits, FileParts files, long cacheBytes) {
        this.traits = traits;
        this.cache = new SampleCache<>(cacheBytes);
        this.parts = new PartedSamples<>(samples(files.train()), samples(files.validation()), samples(files.test()));
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
        return parts.of(split);
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
