package org.spike4j.datasets.catalog;

import org.spike4j.datasets.scenes.PropheseeDetection;

/** The Gen1 automotive detection set. */
final class Gen1Entry {
    private Gen1Entry() {}

    static DataSetEntry entry() {
        return DataSetEntry.named(
                        "gen1",
                        "Gen1 Automotive Detection",
                        "Driving before an event camera, boxes around cars and pedestrians.")
                .sensor("304 x 240 pixels", 2)
                .licence("Prophesee's terms, for research")
                .source(
                        "P. de Tournemire et al., A Large Scale Event-based Detection Dataset for "
                                + "Automotive, 2020",
                        "https://www.prophesee.ai/2020/01/24/prophesee-gen1-automotive-detection-dataset/")
                .layout("train, val and test full of pairs NAME_td.dat and NAME_bbox.npy, 60 s " + "each")
                .rule(SplitRule.of("official", "the division of the authors")
                        .withCounts(1460, 429, 470, "as papers that use it say"))
                .byHand("Accept the terms on the home page, download the archives of the three "
                        + "parts, and unpack them by 7z: it cannot be unpacked here.")
                .opener((folder, rule) -> SetContent.of(PropheseeDetection.openGen1(folder)));
    }
}
