package org.spike4j.datasets.catalog;

import org.spike4j.datasets.download.Checksum;
import org.spike4j.datasets.download.RemoteFile;
import org.spike4j.datasets.sets.TonicGesture;

/** DVS128 Gesture as tonic publishes it. */
final class TonicGestureEntry {
    private TonicGestureEntry() {}

    static DataSetEntry entry() {
        return DataSetEntry.named(
                        "dvs-gesture-tonic",
                        "DVS128 Gesture of tonic",
                        "DVS128 Gesture cut into one gesture for each class of a recording, times in whole milliseconds.")
                .sensor("128 x 128 pixels", 11)
                .licence("CC BY 4.0")
                .source(
                        "A. Amir et al., A Low Power, Fully Event-Based Gesture Recognition System, CVPR 2017",
                        "https://tonic.readthedocs.io")
                .size("1.6 GB")
                .layout("ibmGestureTrain and ibmGestureTest with a folder for each recording of 0.npy to 10.npy")
                .rule(SplitRule.of("official", "the official lists of persons, cut by tonic")
                        .withCounts(1077, 264, "SpikingJelly's documentation of tonic"))
                .download(archive("ibmGestureTrain.tar.gz", 38022171, "3a8f0d4120a166bac7591f77409cb105"))
                .download(archive("ibmGestureTest.tar.gz", 38020584, "56070e45dadaa85fff82e0fbfbc06de5"))
                .opener((folder, rule) -> SetContent.of(TonicGesture.open(folder, 0)));
    }

    private static SetDownload archive(String name, int figshare, String md5) {
        RemoteFile file = RemoteFile.of(
                name,
                "https://ndownloader.figshare.com/files/" + figshare,
                "https://www.neuromorphic-vision.com/public/downloads/" + name);
        return SetDownload.unpacked(file.withChecksum(Checksum.md5(md5)));
    }
}
