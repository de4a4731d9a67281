package org.spike4j.datasets.catalog;

import org.spike4j.datasets.audio.Cochlea;
import org.spike4j.datasets.sets.SpokenDigits;

/** Free Spoken Digits. */
final class SpokenDigitsEntry {
    private SpokenDigitsEntry() {}

    static DataSetEntry entry() {
        return DataSetEntry.named(
                        "spoken-digits", "Free Spoken Digits", "English digits of six speakers, heard by a cochlea.")
                .sensor("64 channels of a cochlea", 10)
                .licence("CC BY-SA 4.0")
                .source(
                        "Z. Jackson et al., Free Spoken Digit Dataset",
                        "https://github.com/Jakobovski/free-spoken-digit-dataset")
                .layout("recordings full of DIGIT_SPEAKER_NUMBER.wav")
                .rule(SplitRule.of("official", "recordings 0 to 4 of each speaker and digit are for testing")
                        .withCounts(2700, 300, "the files themselves"))
                .byHand("Clone or download https://github.com/Jakobovski/free-spoken-digit-dataset, and give the folder"
                        + " that holds recordings.")
                .recipe("spoken-digits")
                .opener((folder, rule) -> SetContent.of(SpokenDigits.open(folder, Cochlea.standard(), 0, 0)));
    }
}
