package org.spike4j.datasets.catalog;

import org.spike4j.datasets.download.Checksum;
import org.spike4j.datasets.download.RemoteFile;
import org.spike4j.datasets.sets.Cifar10Dvs;
import org.spike4j.datasets.sets.SetOptions;

/** CIFAR10-DVS. */
final class Cifar10DvsEntry {
    private static SetDownload zip(String name, int figshare, String md5) {
        RemoteFile file = RemoteFile.of(name + ".zip", "https://ndownloader.figshare.com/files/" + figshare);
        return SetDownload.unpacked(file.withChecksum(Checksum.md5(md5)));
    }

    private Cifar10DvsEntry() {}

    static DataSetEntry entry() {
        return DataSetEntry.named(
                        "cifar10-dvs",
                        "CIFAR10-DVS",
                        "1000 pictures of each class of CIFAR-10, moved on a screen before an " + "event camera.")
                .sensor("128 x 128 pixels", 10)
                .licence("see the home page")
                .source(
                        "H. Li et al., CIFAR10-DVS: An Event-Stream Dataset for Object "
                                + "Classification, Frontiers in Neuroscience 11:309, 2017",
                        "https://figshare.com/articles/dataset/CIFAR10-DVS_New/4724671")
                .layout("the folders airplane to truck full of cifar10_airplane_0.aedat and so on, " + "AEDAT 2.0")
                .rule(SplitRule.of(
                                "random",
                                "a tenth of each class is drawn for testing, by the seed; the authors do "
                                        + "not divide the set")
                        .withCounts(9000, 1000, "the rule")
                        .withEqualClasses(10))
                .rule(SplitRule.of(
                                "tebn",
                                "recordings 0 to 99 of each class are for testing, as in TEBN (C. Duan et "
                                        + "al., NeurIPS 2022); accuracies come out higher than with a random "
                                        + "division")
                        .withCounts(9000, 1000, "the rule")
                        .withEqualClasses(10))
                .download(zip("airplane", 7712788, "0afd5c4bf9ae06af762a77b180354fdd"))
                .download(zip("automobile", 7712791, "8438dfeba3bc970c94962d995b1b9bdd"))
                .download(zip("bird", 7712794, "a9c207c91c55b9dc2002dc21c684d785"))
                .download(zip("cat", 7712812, "52c63c677c2b15fa5146a8daf4d56687"))
                .download(zip("deer", 7712815, "b6bf21f6c04d21ba4e23fc3e36c8a4a3"))
                .download(zip("dog", 7712818, "f379ebdf6703d16e0a690782e62639c3"))
                .download(zip("frog", 7712842, "cad6ed91214b1c7388a5f6ee56d08803"))
                .download(zip("horse", 7712851, "e7cbbf77bec584ffbf913f00e682782a"))
                .download(zip("ship", 7712836, "41c7bd7d6b251be82557c6cce9a7d5c9"))
                .download(zip("truck", 7712839, "89f3922fd147d9aeff89e76a2b0b70a7"))
                .opener((folder, rule) -> SetContent.of(Cifar10Dvs.open(
                        folder,
                        rule.name().equals("tebn") ? Cifar10Dvs.Division.TEBN : Cifar10Dvs.Division.RANDOM,
                        SetOptions.defaults().withCacheBytes(0))));
    }
}
