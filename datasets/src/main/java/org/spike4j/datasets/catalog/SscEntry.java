package org.spike4j.datasets.catalog;

import org.spike4j.datasets.download.Checksum;
import org.spike4j.datasets.download.RemoteFile;
import org.spike4j.datasets.sets.HeidelbergSpikes;

/** Spiking Speech Commands. */
final class SscEntry {
    private SscEntry() {}

    static DataSetEntry entry() {
        return DataSetEntry.named("ssc", "SSC", "The words of Speech Commands through a model of the inner ear.")
                .sensor("700 channels", 35)
                .licence("CC BY 4.0")
                .source(
                        "B. Cramer et al., The Heidelberg Spiking Data Sets for the Systematic "
                                + "Evaluation of Spiking Neural Networks, IEEE Transactions on Neural "
                                + "Networks and Learning Systems 33(7):2744-2757, 2022",
                        "https://zenkelab.org/resources/spiking-heidelberg-datasets-shd/")
                .layout("ssc_train.h5, ssc_valid.h5 and ssc_test.h5")
                .rule(SplitRule.of("official", "the division of Speech Commands")
                        .withCounts(75466, 9981, 20382, "the authors"))
                .download(SetDownload.unpacked(RemoteFile.of(
                                "ssc_train.h5.zip",
                                "https://zenkelab.org/datasets/ssc_train.h5.zip",
                                "https://compneuro.net/datasets/ssc_train.h5.zip")
                        .withChecksum(Checksum.md5("d102be95e7144fcc0553d1f45ba94170"))))
                .download(SetDownload.unpacked(RemoteFile.of(
                                "ssc_valid.h5.zip",
                                "https://zenkelab.org/datasets/ssc_valid.h5.zip",
                                "https://compneuro.net/datasets/ssc_valid.h5.zip")
                        .withChecksum(Checksum.md5("b4eee3516a4a90dd0c71a6ac23a8ae43"))))
                .download(SetDownload.unpacked(RemoteFile.of(
                                "ssc_test.h5.zip",
                                "https://zenkelab.org/datasets/ssc_test.h5.zip",
                                "https://compneuro.net/datasets/ssc_test.h5.zip")
                        .withChecksum(Checksum.md5("a35ff1e9cffdd02a20eb850c17c37748"))))
                .opener((folder, rule) -> SetContent.of(HeidelbergSpikes.openSsc(folder, 0)));
    }
}
