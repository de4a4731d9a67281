package org.spike4j.datasets.catalog;

import org.spike4j.datasets.sets.DvsLip;
import org.spike4j.datasets.sets.SetOptions;

/** DVS-Lip. */
final class DvsLipEntry {
    private DvsLipEntry() {}

    static DataSetEntry entry() {
        return DataSetEntry.named("dvs-lip", "DVS-Lip", "100 spoken words of 40 persons, cropped to the lips.")
                .sensor("128 x 128 pixels", 100)
                .source(
                        "G. Tan et al., Multi-Grained Spatio-Temporal Features Perceived Network "
                                + "for Event-Based Lip-Reading, CVPR 2022",
                        "https://sites.google.com/view/event-based-lipreading")
                .layout("train and test, each with the same folders of words full of .npy files")
                .rule(SplitRule.of("official", "other persons for testing")
                        .withCounts(14896, 4975, "as papers that use it say"))
                .byHand("Download DVS-Lip.zip (MD5 2dcb959255122d4cdeb6094ca282494b) from "
                        + "https://drive.google.com/file/d/1dBEgtmctTTWJlWnuWxFtk8gfOdVVpkQ0/view by "
                        + "a browser, and unpack it.")
                .opener((folder, rule) ->
                        SetContent.of(DvsLip.open(folder, SetOptions.defaults().withCacheBytes(0))));
    }
}
