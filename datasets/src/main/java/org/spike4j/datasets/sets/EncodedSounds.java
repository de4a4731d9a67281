package org.spike4j.datasets.sets;

import java.io.IOException;
import java.nio.file.Path;
import org.spike4j.datasets.audio.Cochlea;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.format.wav.WavFile;

/** Sounds as samples: read and sent through a cochlea when they are asked for, and kept while there is room. */
final class EncodedSounds {
    private final Cochlea cochlea;
    private final SampleCache<Path> cache;

    EncodedSounds(Cochlea cochlea, long cacheBytes) {
        this.cochlea = cochlea;
        this.cache = new SampleCache<>(cacheBytes);
    }

    EventSample sample(Path file, int label, String group) {
        return new EventSample(file.getFileName().toString(), label, group, () -> read(file));
    }

    private EventStream read(Path file) throws IOException {
        PackedEvents kept = cache.get(file);
        if (kept != null) {
            return kept.unpack();
        }
        EventStream spikes = cochlea.encode(WavFile.read(file));
        cache.put(file, PackedEvents.of(spikes));
        return spikes;
    }
}
