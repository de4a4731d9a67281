package org.spike4j.datasets.catalog;

import org.spike4j.datasets.sets.DvsGesture;

/** DVS128 Gesture. */
final class DvsGestureEntry {
    private DvsGestureEntry() {}

    static DataSetEntry entry() {
        return DataSetEntry.named(
                        "dvs-gesture",
                        "DVS128 Gesture",
                        "Eleven hand and arm gestures of 29 persons under three lights.")
                .sensor("128 x 128 pixels", 11)
                .licence("CC BY 4.0")
                .source(
                        "A. Amir et al., A Low Power, Fully Event-Based Gesture Recognition " + "System, CVPR 2017",
                        "https://research.ibm.com/interactive/dvsgesture/")
                .layout("trials_to_train.txt, trials_to_test.txt, and the .aedat and _labels.csv "
                        + "files that they name; in the folder or in DvsGesture")
                .rule(SplitRule.of("all", "the official lists of persons; every row of a label file is a sample")
                        .withCounts(1176, 288, "SpikingJelly's documentation"))
                .rule(SplitRule.of(
                                "first-of-class",
                                "the official lists of persons; the first row of each class of a recording "
                                        + "is a sample, so that the count is that of tonic")
                        .withCounts(1077, 264, "SpikingJelly's documentation of tonic"))
                .byHand("Open "
                        + "https://ibm.ent.box.com/s/3hiq58ww1pbbjrinh367ykfdf60xsfm8/folder/50167556794, "
                        + "accept the licence, download DvsGesture.tar.gz (MD5 "
                        + "8a5c71fb11e24e5ca5b11866ca6c00a1) and unpack it.")
                .recipe("gesture")
                .opener((folder, rule) -> SetContent.of(DvsGesture.open(
                        folder, rule.name().equals("all") ? DvsGesture.Rows.ALL : DvsGesture.Rows.FIRST_OF_CLASS, 0)));
    }
}
