package org.spike4j.datasets.catalog;

import org.spike4j.datasets.video.sets.Ucf101;

/** UCF101. */
final class Ucf101Entry {
    private Ucf101Entry() {}

    static DataSetEntry entry() {
        return DataSetEntry.named("ucf101", "UCF101", "Videos of human actions.")
                .sensor("320 x 240 pixels, colour", 101)
                .source(
                        "K. Soomro et al., UCF101: A Dataset of 101 Human Actions Classes From Videos in The Wild,"
                                + " CRCV-TR-12-01, 2012",
                        "https://www.crcv.ucf.edu/data/UCF101.php")
                .layout("a folder of .avi files for each class, in the folder or in UCF-101, beside ucfTrainTestlist")
                .rule(SplitRule.of("list1", "the first of the three official lists"))
                .rule(SplitRule.of("list2", "the second list"))
                .rule(SplitRule.of("list3", "the third list"))
                .byHand(
                        "Download UCF101.rar and UCF101TrainTestSplits-RecognitionTask.zip from the home page, and unpack"
                                + " both into one folder.")
                .recipe("video-frames")
                .opener((folder, rule) ->
                        VideoReading.of(Ucf101.open(folder, rule.name().charAt(4) - '0', 0, 0)));
    }
}
