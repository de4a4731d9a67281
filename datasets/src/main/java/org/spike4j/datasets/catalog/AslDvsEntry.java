package org.spike4j.datasets.catalog;

import org.spike4j.datasets.sets.AslDvs;
import org.spike4j.datasets.sets.SetOptions;

/** ASL-DVS. */
final class AslDvsEntry {
    private AslDvsEntry() {}

    static DataSetEntry entry() {
        return DataSetEntry.named(
                        "asl-dvs", "ASL-DVS", "24 letters of American Sign Language (all but j and z) of five persons.")
                .sensor("240 x 180 pixels", 24)
                .source(
                        "Y. Bi et al., Graph-Based Object Classification for Neuromorphic Vision "
                                + "Sensing, ICCV 2019",
                        "https://github.com/PIX2NVS/NVS2Graph")
                .layout("a folder for each letter, a to y without j, full of .mat files with the "
                        + "variables ts, x, y, pol")
                .rule(SplitRule.of(
                                "random",
                                "a fifth of each class is drawn for testing, by the seed, as the authors " + "do")
                        .withCounts(80640, 20160, "the authors, 4200 samples a letter")
                        .withEqualClasses(24))
                .byHand("Download the folder "
                        + "https://www.dropbox.com/sh/ibq0jsicatn7l6r/AACNrNELV56rs1YInMWUs9CAa as a "
                        + "zip (packed anew each time, so it has no fixed checksum), unpack it, then "
                        + "the zip of each person in it into one folder.")
                .opener((folder, rule) ->
                        SetContent.of(AslDvs.open(folder, SetOptions.defaults().withCacheBytes(0))));
    }
}
