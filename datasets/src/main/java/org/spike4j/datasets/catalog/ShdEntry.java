package org.spike4j.datasets.catalog;

import org.spike4j.datasets.download.Checksum;
import org.spike4j.datasets.download.RemoteFile;
import org.spike4j.datasets.sets.HeidelbergSpikes;
import org.spike4j.datasets.sets.SetOptions;

/** Spiking Heidelberg Digits. */
final class ShdEntry {
    private ShdEntry() {}

    static DataSetEntry entry() {
        return DataSetEntry.named("shd", "SHD", "Spoken digits in English and German through a model of the inner ear.")
                .sensor("700 channels", 20)
                .licence("CC BY 4.0")
                .source(
                        "B. Cramer et al., The Heidelberg Spiking Data Sets for the Systematic "
                                + "Evaluation of Spiking Neural Networks, IEEE Transactions on Neural "
                                + "Networks and Learning Systems 33(7):2744-2757, 2022",
                        "https://zenkelab.org/resources/spiking-heidelberg-datasets-shd/")
                .layout("shd_train.h5 and shd_test.h5")
                .rule(SplitRule.of("official", "two of twelve speakers are for testing alone; no validation part")
                        .withCounts(8156, 2264, "the authors"))
                .download(SetDownload.unpacked(RemoteFile.of(
                                "shd_train.h5.zip",
                                "https://zenkelab.org/datasets/shd_train.h5.zip",
                                "https://compneuro.net/datasets/shd_train.h5.zip")
                        .withChecksum(Checksum.md5("f3252aeb598ac776c1b526422d90eecb"))))
                .download(SetDownload.unpacked(RemoteFile.of(
                                "shd_test.h5.zip",
                                "https://zenkelab.org/datasets/shd_test.h5.zip",
                                "https://compneuro.net/datasets/shd_test.h5.zip")
                        .withChecksum(Checksum.md5("1503a5064faa34311c398fb0a1ed0a6f"))))
                .opener((folder, rule) -> SetContent.of(
                        HeidelbergSpikes.openShd(folder, SetOptions.defaults().withCacheBytes(0))));
    }
}
