package org.spike4j.datasets.catalog;

import org.spike4j.datasets.sets.EsImageNet;
import org.spike4j.datasets.sets.SetOptions;

/** ES-ImageNet. */
final class EsImageNetEntry {
    private EsImageNetEntry() {}

    static DataSetEntry entry() {
        return DataSetEntry.named(
                        "es-imagenet",
                        "ES-ImageNet",
                        "The pictures of ILSVRC2012 made events by moving them in eight steps.")
                .sensor("256 x 256 pixels", 1000)
                .licence("for research; it derives from ImageNet, whose terms hold")
                .source(
                        "Y. Lin et al., ES-ImageNet: A Million Event-Stream Classification Dataset "
                                + "for Spiking Neural Networks, Frontiers in Neuroscience 15:726582, 2021",
                        "https://github.com/lyh983012/ES-imagenet-master")
                .layout("train/class0 to train/class999 full of .npz files, and vallabel.txt "
                        + "beside the folder val")
                .rule(SplitRule.of("official", "the validation part of ImageNet is for testing")
                        .withCounts(1257035, 49881, "as papers that use it say"))
                .byHand("Download ES-imagenet-0.18.part01.rar to part25.rar from "
                        + "https://cloud.tsinghua.edu.cn/d/94873ab4ec2a4eb497b3/ and unpack them by "
                        + "unrar: RAR cannot be unpacked here.")
                .opener((folder, rule) -> SetContent.of(
                        EsImageNet.open(folder, SetOptions.defaults().withCacheBytes(0))));
    }
}
