package org.spike4j.examples.run.data;

import java.util.ArrayList;
import java.util.List;
import org.spike4j.datasets.audio.Cochlea;
import org.spike4j.training.recipe.Section;

/**
 * The options of data sets of sound: {@code channels} (64) of the cochlea from {@code lowest} (100) to {@code highest}
 * (3600) Hz, {@code level} (80) dB, {@code threshold} (5) nerve spikes.
 */
final class CochleaOptions {
    private static final List<String> KEYS = List.of("channels", "lowest", "highest", "level", "threshold");

    private CochleaOptions() {}

    static Cochlea read(Section options, String... others) {
        List<String> allowed = new ArrayList<>(KEYS);
        allowed.addAll(List.of(others));
        options.allow(allowed);
        Cochlea standard = Cochlea.standard();
        return standard.withChannels(options.integer("channels", 2, 4096, standard.channels()))
                .withRange(
                        options.number("lowest", 1, 1e6, standard.lowest()),
                        options.number("highest", 1, 1e6, standard.highest()))
                .withLevel(options.number("level", 0, 150, standard.level()))
                .withThreshold(options.number("threshold", 0.01, 1e6, standard.threshold()));
    }
}
