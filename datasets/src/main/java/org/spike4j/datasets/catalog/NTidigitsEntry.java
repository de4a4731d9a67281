package org.spike4j.datasets.catalog;

import org.spike4j.datasets.download.Checksum;
import org.spike4j.datasets.download.RemoteFile;
import org.spike4j.datasets.sets.NTidigits;
import org.spike4j.datasets.sets.SetOptions;

/** N-TIDIGITS18. */
final class NTidigitsEntry {
    private NTidigitsEntry() {}

    static DataSetEntry entry() {
        return DataSetEntry.named(
                        "ntidigits",
                        "N-TIDIGITS18",
                        "The spoken digits of TIDIGITS through a silicon cochlea; the samples of a " + "single digit.")
                .sensor("64 channels", 11)
                .licence("not stated; TIDIGITS itself is licensed by the LDC")
                .source(
                        "J. Anumula et al., Feature Representations for Neuromorphic Audio Spike "
                                + "Streams, Frontiers in Neuroscience 12:23, 2018",
                        "https://docs.google.com/document/d/1Uxe7GsKKXcy6SlDUX4hoJVAC0-UkH-8kr5UXp0Ndi1M/edit")
                .layout("n-tidigits.hdf5")
                .rule(SplitRule.of("single-digits", "the division of TIDIGITS, samples of one digit only")
                        .withCounts(2463, 2486, "as papers that use it say"))
                .download(SetDownload.kept(RemoteFile.of(
                                "n-tidigits.hdf5",
                                "https://www.dropbox.com/scl/fi/1x4lxt9yyw25sc3tez8oi/n-tidigits.hdf5?e=2&rlkey=w8gi5udvib2zqzosusa5tr3wq&dl=1")
                        .withChecksum(Checksum.md5("360a2d11e5429555c9197381cf6b58e0"))))
                .opener((folder, rule) -> SetContent.of(NTidigits.open(folder, SetOptions.defaults())));
    }
}
