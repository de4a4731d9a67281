package org.spike4j.datasets.catalog;

import org.spike4j.datasets.download.Checksum;
import org.spike4j.datasets.download.RemoteFile;
import org.spike4j.datasets.sets.NCaltech101;
import org.spike4j.datasets.sets.SetOptions;

/** N-Caltech101. */
final class NCaltech101Entry {
    private static final double TEST_SHARE = 0.1;

    private NCaltech101Entry() {}

    static DataSetEntry entry() {
        return DataSetEntry.named(
                        "ncaltech101", "N-Caltech101", "The pictures of Caltech101 before a moving event camera.")
                .sensor("up to 240 x 180 pixels", 101)
                .licence("see the home page")
                .source(
                        "G. Orchard et al., Converting Static Image Datasets to Spiking "
                                + "Neuromorphic Datasets Using Saccades, Frontiers in Neuroscience 9:437, "
                                + "2015",
                        "https://www.garrickorchard.com/datasets/n-caltech101")
                .layout("Caltech101 with a folder for each class full of .bin files")
                .rule(SplitRule.of(
                        "random",
                        "a tenth of each class is drawn for testing, by the seed; there is no " + "official division"))
                .download(SetDownload.unpacked(RemoteFile.of(
                                "Caltech101.zip",
                                "https://data.mendeley.com/public-files/datasets/cy6cvx3ryv/files/36b5c52a-b49d-4853-addb-a836a8883e49/file_downloaded",
                                "https://www.dropbox.com/sh/iuv7o3h2gv6g4vd/AAD0T79lglp-BrdbSCuH_7MFa/Caltech101.zip?dl=1")
                        .withChecksum(Checksum.md5("66201824eabb0239c7ab992480b50ba3"))))
                .opener((folder, rule) -> SetContent.of(NCaltech101.open(
                        folder, TEST_SHARE, SetOptions.defaults().withCacheBytes(0))));
    }
}
