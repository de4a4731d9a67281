package org.spike4j.datasets.catalog;

import org.spike4j.datasets.video.sets.RgbGesture;

/** RGB-Gesture. */
final class RgbGestureEntry {
    private RgbGestureEntry() {}

    static DataSetEntry entry() {
        return DataSetEntry.named("rgb-gesture", "RGB-Gesture", "The gestures of DVS128 Gesture before a usual camera.")
                .sensor("videos, colour", 11)
                .source(
                        "Z. Wu et al., BIDL: a brain-inspired deep learning framework for spatiotemporal processing,"
                                + " Frontiers in Neuroscience 17:1213720, 2023",
                        "https://www.frontiersin.org/articles/10.3389/fnins.2023.1213720")
                .layout("train/CLASS and test/CLASS full of videos PERSON_....")
                .rule(SplitRule.of("folders", "as the folders say"))
                .byHand("Ask the authors for the videos, and sort them into train/CLASS and test/CLASS.")
                .opener((folder, rule) -> VideoReading.of(RgbGesture.open(folder, 0, 0)));
    }
}
