package org.spike4j.datasets.catalog;

import org.spike4j.datasets.download.RemoteFile;
import org.spike4j.datasets.sets.MnistDvs;
import org.spike4j.datasets.sets.SetOptions;

/** MNIST-DVS. */
final class MnistDvsEntry {
    private static SetDownload zip(int digit) {
        String name = "grabbed_data" + digit + ".zip";
        return SetDownload.unpacked(RemoteFile.of(name, "http://www2.imse-cnm.csic.es/caviar/MNIST_DVS/" + name));
    }

    private static MnistDvs.Scale scale(SplitRule rule) {
        return switch (rule.name()) {
            case "scale8" -> MnistDvs.Scale.SCALE_8;
            case "scale16" -> MnistDvs.Scale.SCALE_16;
            default -> MnistDvs.Scale.SCALE_4;
        };
    }

    private MnistDvsEntry() {}

    static DataSetEntry entry() {
        return DataSetEntry.named(
                        "mnist-dvs",
                        "MNIST-DVS",
                        "10,000 digits of MNIST, moved on a screen before an event camera at three " + "scales.")
                .sensor("128 x 128 pixels", 10)
                .source(
                        "T. Serrano-Gotarredona, B. Linares-Barranco, Poker-DVS and MNIST-DVS. "
                                + "Their History, How They Were Made, and Other Details, Frontiers in "
                                + "Neuroscience 9:481, 2015",
                        "http://www2.imse-cnm.csic.es/caviar/MNISTDVS.html")
                .layout("grabbed_data0 to grabbed_data9, each with scale4, scale8 and scale16 full "
                        + "of .aedat files, AEDAT 2.0")
                .rule(SplitRule.of(
                                "scale4",
                                "the small digits; a tenth of each class is drawn for testing, by the "
                                        + "seed; there is no official division")
                        .withCounts(9000, 1000, "the rule, 10,000 recordings a scale"))
                .rule(SplitRule.of(
                                "scale8",
                                "the middling digits; a tenth of each class is drawn for testing, by the "
                                        + "seed; there is no official division")
                        .withCounts(9000, 1000, "the rule, 10,000 recordings a scale"))
                .rule(SplitRule.of(
                                "scale16",
                                "the large digits; a tenth of each class is drawn for testing, by the "
                                        + "seed; there is no official division")
                        .withCounts(9000, 1000, "the rule, 10,000 recordings a scale"))
                .download(zip(0))
                .download(zip(1))
                .download(zip(2))
                .download(zip(3))
                .download(zip(4))
                .download(zip(5))
                .download(zip(6))
                .download(zip(7))
                .download(zip(8))
                .download(zip(9))
                .opener((folder, rule) -> SetContent.of(
                        MnistDvs.open(folder, scale(rule), SetOptions.defaults().withCacheBytes(0))));
    }
}
