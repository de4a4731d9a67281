package org.spike4j.datasets.catalog;

import org.spike4j.datasets.download.Checksum;
import org.spike4j.datasets.download.RemoteFile;
import org.spike4j.datasets.sets.PokerDvs;
import org.spike4j.datasets.sets.SetOptions;

/** POKER-DVS. */
final class PokerDvsEntry {
    private PokerDvsEntry() {}

    static DataSetEntry entry() {
        return DataSetEntry.named("poker-dvs", "POKER-DVS", "The pips of poker cards browsed before an event camera.")
                .sensor("35 x 35 pixels", 4)
                .source(
                        "T. Serrano-Gotarredona, B. Linares-Barranco, Poker-DVS and MNIST-DVS. "
                                + "Their History, How They Were Made, and Other Details, Frontiers in "
                                + "Neuroscience 9:481, 2015",
                        "http://www2.imse-cnm.csic.es/caviar/POKERDVS.html")
                .layout("pips_train and pips_test, each with cl, he, di and sp full of .npy files "
                        + "(the copy of tonic)")
                .rule(SplitRule.of(
                        "tonic", "the division of tonic's copy; the authors' 131 recordings are not divided"))
                .download(SetDownload.unpacked(RemoteFile.of(
                                "pips_train.tar.gz",
                                "https://www.neuromorphic-vision.com/public/downloads/pips_train.tar.gz",
                                "https://raw.githubusercontent.com/neuromorphs/tonic/d6f0a56421008c8e5700ca52abda193f9ff29836/tonic/datasets/pips_train.tar.gz")
                        .withChecksum(Checksum.md5("412bcfb96826e4fcb290558e8c150aae"))))
                .download(SetDownload.unpacked(RemoteFile.of(
                                "pips_test.tar.gz",
                                "https://www.neuromorphic-vision.com/public/downloads/pips_test.tar.gz",
                                "https://raw.githubusercontent.com/neuromorphs/tonic/d6f0a56421008c8e5700ca52abda193f9ff29836/tonic/datasets/pips_test.tar.gz")
                        .withChecksum(Checksum.md5("eef2bf7d0d3defae89a6fa98b07c17af"))))
                .opener((folder, rule) -> SetContent.of(
                        PokerDvs.open(folder, SetOptions.defaults().withCacheBytes(0))));
    }
}
