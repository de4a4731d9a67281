package org.spike4j.datasets.sets;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spike4j.datasets.event.EventStream;

/**
 * Decoded samples on disk, for formats that are slow to read: a file for each sample, of packed events with a checksum, in one
 * folder of bounded size.
 *
 * <p>A file appears as a whole or not at all. One that is damaged, as after a power cut, is dropped and made again. When there
 * is no room, the files that were not used for longest leave first. Several threads and processes can share a folder. Caching
 * never fails a reading: if the folder cannot be written, samples come from their source.
 */
public final class DiskCache {
    private static final Logger LOG = LoggerFactory.getLogger(DiskCache.class);

    private final CacheFolder folder;

    private DiskCache(CacheFolder folder) {
        this.folder = folder;
    }

    /**
     * Opens a cache, and removes what writers that were killed left there.
     *
     * @param folder made if it is missing; for this purpose alone
     * @param maxBytes bytes of the files to keep at most
     * @return the cache
     * @throws IOException if the folder cannot be made or listed
     */
    public static DiskCache open(Path folder, long maxBytes) throws IOException {
        if (maxBytes < 0) {
            throw new IllegalArgumentException("cache must hold 0 or more bytes, was " + maxBytes);
        }
        return new DiskCache(CacheFolder.open(folder, maxBytes));
    }

    /**
     * A data set whose samples come from this cache if they are there, and go to it if they are not.
     *
     * @param data the data set
     * @param version changes whenever its samples have other events: its folder, how it is cut, how it is read
     * @return the same samples, names and splits
     */
    public EventDataSet over(EventDataSet data, String version) {
        Map<Split, List<EventSample>> cached = new EnumMap<>(Split.class);
        for (Split split : Split.values()) {
            List<EventSample> samples = data.samples(split);
            cached.put(
                    split,
                    IntStream.range(0, samples.size())
                            .mapToObj(i -> over(samples.get(i), data.name() + "\n" + version + "\n" + split + "\n" + i))
                            .toList());
        }
        return new CachedDataSet(data, cached);
    }

    /** A sample that comes from a file named by its key, its name and its label. */
    private EventSample over(EventSample sample, String key) {
        String file = hash(key + "\n" + sample.name() + "\n" + sample.label());
        return new EventSample(sample.name(), sample.label(), sample.group(), () -> read(sample, file));
    }

    private EventStream read(EventSample sample, String file) throws IOException {
        try {
            return PackedEvents.fromBytes(folder.read(file)).unpack();
        } catch (NoSuchFileException e) {
            return make(sample, file);
        } catch (IOException e) {
            LOG.warn("The cached sample {} is dropped and made again: {}", sample.name(), e.getMessage());
            return make(sample, file);
        }
    }

    private EventStream make(EventSample sample, String file) throws IOException {
        EventStream events = sample.events();
        try {
            folder.write(file, PackedEvents.of(events).toBytes());
        } catch (IOException e) {
            LOG.warn("The sample {} is not cached: {}", sample.name(), e.toString());
        }
        return events;
    }

    private static String hash(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** A data set with other samples. */
    private record CachedDataSet(EventDataSet data, Map<Split, List<EventSample>> cached) implements EventDataSet {
        @Override
        public String name() {
            return data.name();
        }

        @Override
        public int width() {
            return data.width();
        }

        @Override
        public int height() {
            return data.height();
        }

        @Override
        public List<String> classNames() {
            return data.classNames();
        }

        @Override
        public List<EventSample> samples(Split split) {
            return cached.get(split);
        }
    }
}
