package org.spike4j.datasets.catalog;

import org.spike4j.datasets.sets.Braille;
import org.spike4j.datasets.sets.Touch;

/** Tactile Braille Letters. */
final class BrailleEntry {
    /** As many as the recipe takes. */
    private static final int STEPS = 76;

    private BrailleEntry() {}

    static DataSetEntry entry() {
        return DataSetEntry.named(
                        "braille",
                        "Tactile Braille Letters",
                        "Braille letters under a fingertip, the pressure over time.")
                .sensor("12 taxels", 27)
                .licence("CC BY 4.0")
                .source(
                        "S. F. Mueller-Cleve et al., Braille letter reading: A benchmark for spatio-temporal pattern"
                                + " recognition on neuromorphic hardware, Frontiers in Neuroscience 16:951164, 2022",
                        "https://github.com/fzenke/spytorch")
                .layout("one .pkl.gz file")
                .rule(SplitRule.of(
                                "random", "four of five repetitions of each letter, drawn by a seed, are for training")
                        .withCounts(1080, 270, "the file itself")
                        .withEqualClasses(27))
                .byHand("Download notebooks/data/tutorial5_braille_spiking_data.pkl.gz of"
                        + " https://github.com/fzenke/spytorch into a folder.")
                .recipe("braille")
                .opener((folder, rule) -> SetContent.of(Braille.open(folder, STEPS, Touch.PRESSURE, 0, 0)));
    }
}
