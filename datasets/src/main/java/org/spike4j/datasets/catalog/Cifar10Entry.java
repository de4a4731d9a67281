package org.spike4j.datasets.catalog;

import org.spike4j.datasets.download.Checksum;
import org.spike4j.datasets.download.RemoteFile;
import org.spike4j.datasets.sets.Cifar10;

/** CIFAR-10. */
final class Cifar10Entry {
    private Cifar10Entry() {}

    static DataSetEntry entry() {
        return DataSetEntry.named("cifar10", "CIFAR-10", "Small still photographs of ten classes.")
                .sensor("32 x 32 pixels, three colours", 10)
                .licence("not stated; for research")
                .source(
                        "A. Krizhevsky, Learning Multiple Layers of Features from Tiny Images, " + "2009",
                        "https://www.cs.toronto.edu/~kriz/cifar.html")
                .size("170 MB")
                .layout("data_batch_1.bin to data_batch_5.bin and test_batch.bin, in the folder or "
                        + "in cifar-10-batches-bin (the binary version)")
                .rule(SplitRule.of("official", "the division of the author")
                        .withCounts(50000, 10000, "the author")
                        .withEqualClasses(10))
                .download(SetDownload.unpacked(RemoteFile.of(
                                "cifar-10-binary.tar.gz", "https://www.cs.toronto.edu/~kriz/cifar-10-binary.tar.gz")
                        .withChecksum(Checksum.md5("c32a1d4ab5d03f1284b67883e8d87530"))))
                .opener((folder, rule) -> SetContent.of(Cifar10.open(folder, 0, 0)));
    }
}
