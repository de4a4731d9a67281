package org.spike4j.datasets.catalog;

import org.spike4j.datasets.video.sets.Jester;

/** Jester. */
final class JesterEntry {
    private JesterEntry() {}

    static DataSetEntry entry() {
        return DataSetEntry.named(
                        "jester", "Jester", "Videos of hand gestures before a webcam, as folders of pictures.")
                .sensor("pictures of 100 rows, colour", 27)
                .source(
                        "J. Materzynska et al., The Jester Dataset: A Large-Scale Video Dataset of Human Gestures, ICCV"
                                + " Workshops 2019",
                        "https://www.qualcomm.com/developer/software/jester-dataset")
                .layout("a folder of numbered .jpg files for each video, in the folder or in 20bn-jester-v1, beside the"
                        + " .csv lists")
                .rule(SplitRule.of("official", "the lists train and validation; the latter is the test part"))
                .byHand(
                        "Register at the home page, accept the licence, and unpack the parts and the lists into one folder.")
                .opener((folder, rule) -> VideoReading.of(Jester.open(folder, 0, 0)));
    }
}
