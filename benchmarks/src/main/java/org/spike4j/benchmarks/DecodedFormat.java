package org.spike4j.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.spike4j.datasets.format.EventFile;
import org.spike4j.datasets.format.EventFormat;
import org.spike4j.datasets.format.EventWriter;

/**
 * A format whose reading can be timed.
 *
 * @param name the ending of its files, or aedat2
 * @param writer makes the files
 */
public record DecodedFormat(String name, EventWriter writer) {

    /**
     * All that can be timed: the formats that can be written, and AEDAT 2.0, which only the benchmark writes.
     *
     * @return in the order of the formats
     */
    public static List<DecodedFormat> all() {
        List<DecodedFormat> all = new ArrayList<>();
        for (EventFormat format : EventFile.formats()) {
            format.writer().ifPresent(writer -> all.add(new DecodedFormat(format.ending(), writer)));
        }
        all.add(new DecodedFormat("aedat2", Aedat2Recording::open));
        return List.copyOf(all);
    }

    /**
     * A format by its name.
     *
     * @param name the ending of its files, or aedat2
     * @return the format
     * @throws IllegalArgumentException if there is none
     */
    public static DecodedFormat of(String name) {
        return all().stream()
                .filter(format -> format.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("formats to decode are "
                        + all().stream().map(DecodedFormat::name).collect(Collectors.joining(", ")) + ", was " + name));
    }
}
