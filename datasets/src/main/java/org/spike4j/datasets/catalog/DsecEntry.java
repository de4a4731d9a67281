package org.spike4j.datasets.catalog;

import org.spike4j.datasets.scenes.Dsec;

/** DSEC. */
final class DsecEntry {
    private DsecEntry() {}

    static DataSetEntry entry() {
        return DataSetEntry.named(
                        "dsec", "DSEC", "Driving in Switzerland before two event cameras; the event streams alone.")
                .sensor("640 x 480 pixels", 0)
                .licence("see the home page")
                .source(
                        "M. Gehrig et al., DSEC: A Stereo Event Camera Dataset for Driving "
                                + "Scenarios, IEEE Robotics and Automation Letters 6(3):4947-4954, 2021",
                        "https://dsec.ifi.uzh.ch")
                .layout("a folder for each sequence with events/left/events.h5 and "
                        + "events/right/events.h5 (or events_left/events.h5), beside each other or "
                        + "in train and test")
                .rule(SplitRule.of(
                                "official",
                                "53 sequences; the 12 without public ground truth are for testing; each "
                                        + "camera is a recording")
                        .withCounts(82, 24, "the authors, two cameras a sequence"))
                .byHand("Download the events of the sequences from the home page, for example"
                        + " https://download.ifi.uzh.ch/rpg/DSEC/train/interlaken_00_c/interlaken_00_c_events_left.zip,"
                        + " and unpack each into SEQUENCE/events_left or SEQUENCE/events_right.")
                .opener((folder, rule) -> SetContent.of(Dsec.open(folder)));
    }
}
