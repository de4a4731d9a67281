package org.spike4j.datasets.sets;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Samples kept in memory, up to a number of bytes; those not used for longest leave first. Safe for several threads.
 *
 * @param <K> what samples are known by
 */
final class SampleCache<K> {
    private final long maxBytes;
    private final Map<K, PackedEvents> samples = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    SampleCache(long maxBytes) {
        if (maxBytes < 0) {
            throw new IllegalArgumentException("cache must hold 0 or more bytes, was " + maxBytes);
        }
        this.maxBytes = maxBytes;
    }

    /** The usual bound: half of what the heap may grow to. */
    static long defaultBytes() {
        return Runtime.getRuntime().maxMemory() / 2;
    }

    /** Whether it is worth packing a sample. */
    boolean keepsAny() {
        return maxBytes > 0;
    }

    /** The bound. */
    long maxBytes() {
        return maxBytes;
    }

    /** The sample, or null if it is not there. */
    synchronized PackedEvents get(K key) {
        return samples.get(key);
    }

    /** Keeps a sample; one that is larger than the whole cache is not kept. */
    synchronized void put(K key, PackedEvents sample) {
        if (sample.bytes() > maxBytes) {
            return;
        }
        PackedEvents before = samples.put(key, sample);
        bytes += sample.bytes() - (before == null ? 0 : before.bytes());
        Iterator<PackedEvents> oldest = samples.values().iterator();
        while (bytes > maxBytes) {
            bytes -= oldest.next().bytes();
            oldest.remove();
        }
    }

    synchronized long bytes() {
        return bytes;
    }
}
