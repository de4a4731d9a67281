package org.spike4j.datasets.catalog;

import org.spike4j.datasets.download.Checksum;
import org.spike4j.datasets.download.RemoteFile;
import org.spike4j.datasets.sets.NMnist;

/** N-MNIST. */
final class NMnistEntry {
    private NMnistEntry() {}

    static DataSetEntry entry() {
        return DataSetEntry.named(
                        "nmnist",
                        "N-MNIST",
                        "The digits of MNIST before a moving event camera, three saccades of 100 " + "ms.")
                .sensor("34 x 34 pixels", 10)
                .licence("CC BY-SA 4.0")
                .source(
                        "G. Orchard et al., Converting Static Image Datasets to Spiking "
                                + "Neuromorphic Datasets Using Saccades, Frontiers in Neuroscience 9:437, "
                                + "2015",
                        "https://www.garrickorchard.com/datasets/n-mnist")
                .layout("Train and Test, each with the folders 0 to 9 full of .bin files; or "
                        + "train*.txt and test*.txt with numbers and digits beside numbered .bs2 "
                        + "files")
                .rule(MnistEntry.withDigits(
                        SplitRule.of("official", "the division of MNIST").withCounts(60000, 10000, "the authors")))
                .download(SetDownload.unpacked(RemoteFile.of(
                                "train.zip",
                                "https://data.mendeley.com/public-files/datasets/468j46mzdv/files/39c25547-014b-4137-a934-9d29fa53c7a0/file_downloaded",
                                "https://www.dropbox.com/sh/tg2ljlbmtzygrag/AABlMOuR15ugeOxMCX0Pvoxga/Train.zip?dl=1")
                        .withChecksum(Checksum.md5("20959b8e626244a1b502305a9e6e2031"))))
                .download(SetDownload.unpacked(RemoteFile.of(
                                "test.zip",
                                "https://data.mendeley.com/public-files/datasets/468j46mzdv/files/05a4d654-7e03-4c15-bdfa-9bb2bcbea494/file_downloaded",
                                "https://www.dropbox.com/sh/tg2ljlbmtzygrag/AADSKgJ2CjaBWh75HnTNZyhca/Test.zip?dl=1")
                        .withChecksum(Checksum.md5("69ca8762b2fe404d9b9bad1103e97832"))))
                .recipe("nmnist")
                .opener((folder, rule) -> SetContent.of(NMnist.open(folder, 0, 0, 0)));
    }
}
