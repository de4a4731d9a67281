package org.spike4j.datasets.catalog;

import org.spike4j.datasets.download.Checksum;
import org.spike4j.datasets.download.RemoteFile;
import org.spike4j.datasets.sets.Mnist;
import org.spike4j.datasets.sets.Split;

/** MNIST. */
final class MnistEntry {
    /** The classes of the whole set, which the sets made of it share. */
    static SplitRule withDigits(SplitRule rule) {
        return rule.withClasses(Split.TRAIN, 5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949)
                .withClasses(Split.TEST, 980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009);
    }

    private static SetDownload file(String name, long bytes, String sha256) {
        RemoteFile file = RemoteFile.of(
                name,
                "https://ossci-datasets.s3.amazonaws.com/mnist/" + name,
                "https://storage.googleapis.com/cvdf-datasets/mnist/" + name);
        return SetDownload.kept(file.withChecksum(Checksum.sha256(sha256)).withBytes(bytes));
    }

    private MnistEntry() {}

    static DataSetEntry entry() {
        return DataSetEntry.named("mnist", "MNIST", "Still images of handwritten digits.")
                .sensor("28 x 28 pixels, grey", 10)
                .licence("CC BY-SA 3.0")
                .source(
                        "Y. LeCun, C. Cortes, C. Burges, The MNIST database of handwritten digits",
                        "http://yann.lecun.com/exdb/mnist/")
                .size("11.6 MB")
                .layout("train-images-idx3-ubyte, train-labels-idx1-ubyte, t10k-images-idx3-ubyte "
                        + "and t10k-labels-idx1-ubyte, each with .gz or without")
                .rule(withDigits(SplitRule.of("official", "the division of the authors")
                        .withCounts(60000, 10000, "the authors")))
                .download(file(
                        "train-images-idx3-ubyte.gz",
                        9_912_422,
                        "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609"))
                .download(file(
                        "train-labels-idx1-ubyte.gz",
                        28_881,
                        "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c"))
                .download(file(
                        "t10k-images-idx3-ubyte.gz",
                        1_648_877,
                        "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6"))
                .download(file(
                        "t10k-labels-idx1-ubyte.gz",
                        4_542,
                        "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6"))
                .recipe("mnist-mlp")
                .opener((folder, rule) -> SetContent.of(Mnist.open(folder, 0, 0)));
    }
}
