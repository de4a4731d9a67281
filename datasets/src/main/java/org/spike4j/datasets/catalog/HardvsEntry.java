package org.spike4j.datasets.catalog;

import org.spike4j.datasets.sets.Hardvs;

/** HARDVS. */
final class HardvsEntry {
    private HardvsEntry() {}

    static DataSetEntry entry() {
        return DataSetEntry.named("hardvs", "HARDVS", "300 human activities before an event camera.")
                .sensor("346 x 260 pixels", 300)
                .source(
                        "X. Wang et al., HARDVS: Revisiting Human Activity Recognition with "
                                + "Dynamic Vision Sensors, AAAI 2024",
                        "https://github.com/Event-AHU/HARDVS")
                .layout("train_label.txt, val_label.txt and test_label.txt beside action_001 to "
                        + "action_300 full of .npz files")
                .rule(SplitRule.of("official", "the lists of the authors")
                        .withCounts(64526, 10734, 32386, "as papers that use it say"))
                .byHand("Follow the home page to the compact event files (MINI_HARDVS_files.zip, "
                        + "MD5 9c4cc0d9ba043faa17f6f1a9e9aff982) and the three lists; unpack "
                        + "action_001.zip to action_300.zip each into a folder of its name beside "
                        + "the lists.")
                .opener((folder, rule) -> SetContent.of(Hardvs.open(folder, 0)));
    }
}
