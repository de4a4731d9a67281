package org.spike4j.datasets.catalog;

import org.spike4j.datasets.download.Checksum;
import org.spike4j.datasets.download.RemoteFile;
import org.spike4j.datasets.sets.Mnist;

/** Fashion-MNIST. */
final class FashionMnistEntry {
    private static SetDownload file(String name, String md5) {
        RemoteFile file = RemoteFile.of(name, "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/" + name);
        return SetDownload.kept(file.withChecksum(Checksum.md5(md5)));
    }

    private FashionMnistEntry() {}

    static DataSetEntry entry() {
        return DataSetEntry.named("fashion-mnist", "Fashion-MNIST", "Still images of clothes.")
                .sensor("28 x 28 pixels, grey", 10)
                .licence("MIT")
                .source(
                        "H. Xiao, K. Rasul, R. Vollgraf, Fashion-MNIST: a Novel Image Dataset for "
                                + "Benchmarking Machine Learning Algorithms, 2017",
                        "https://github.com/zalandoresearch/fashion-mnist")
                .layout("train-images-idx3-ubyte, train-labels-idx1-ubyte, t10k-images-idx3-ubyte "
                        + "and t10k-labels-idx1-ubyte, each with .gz or without")
                .rule(SplitRule.of("official", "the division of the authors")
                        .withCounts(60000, 10000, "the authors")
                        .withEqualClasses(10))
                .download(file("train-images-idx3-ubyte.gz", "8d4fb7e6c68d591d4c3dfef9ec88bf0d"))
                .download(file("train-labels-idx1-ubyte.gz", "25c81989df183df01b3e8a0aad5dffbe"))
                .download(file("t10k-images-idx3-ubyte.gz", "bef4ecab320f06d8554ea6380940ec79"))
                .download(file("t10k-labels-idx1-ubyte.gz", "bb300cfdad3c16e7a12a480ee83cd310"))
                .opener((folder, rule) -> SetContent.of(Mnist.openFashion(folder, 0, 0)));
    }
}
