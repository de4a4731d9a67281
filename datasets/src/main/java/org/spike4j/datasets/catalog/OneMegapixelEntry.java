package org.spike4j.datasets.catalog;

import org.spike4j.datasets.scenes.PropheseeDetection;

/** The 1 megapixel automotive detection set. */
final class OneMegapixelEntry {
    private OneMegapixelEntry() {}

    static DataSetEntry entry() {
        return DataSetEntry.named(
                        "1mpx",
                        "1 Megapixel Automotive Detection",
                        "Driving before an event camera, boxes of seven classes.")
                .sensor("1280 x 720 pixels", 7)
                .licence("Prophesee's terms, for research")
                .source(
                        "E. Perot et al., Learning to Detect Objects with a 1 Megapixel Event "
                                + "Camera, NeurIPS 2020",
                        "https://www.prophesee.ai/2020/11/24/automotive-megapixel-event-based-dataset/")
                .layout("train, val and test full of pairs NAME_td.dat and NAME_bbox.npy")
                .rule(SplitRule.of("official", "the division of the authors"))
                .byHand("Accept the terms on the home page, download the archives of the three "
                        + "parts, and unpack them by 7z: it cannot be unpacked here.")
                .opener((folder, rule) -> SetContent.of(PropheseeDetection.openOneMegapixel(folder)));
    }
}
