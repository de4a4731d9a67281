package org.spike4j.datasets.catalog;

import org.spike4j.datasets.sets.SampleShape;
import org.spike4j.datasets.video.VideoOptions;
import org.spike4j.datasets.video.clip.ClipReader;
import org.spike4j.datasets.video.clip.ClipTransform;
import org.spike4j.datasets.video.clip.UniformFrames;
import org.spike4j.datasets.video.sets.ClipSource;
import org.spike4j.datasets.video.sets.LabelledVideos;
import org.spike4j.datasets.video.sets.VideoClips;

/** Reads every video of a set, at a small size. */
final class VideoReading {
    private static final int STEPS = 4;
    private static final int SIDE = 32;
    private static final int COLOURS = 3;

    private VideoReading() {}

    static SetContent of(LabelledVideos videos) {
        VideoOptions small = VideoOptions.defaults().withSize(SIDE, SIDE);
        ClipSource source =
                new ClipSource(new ClipReader(small, new UniformFrames(STEPS, false)), ClipTransform.chain());
        return SetContent.of(new VideoClips(videos, source, source, SampleShape.frames(STEPS, COLOURS, SIDE, SIDE)));
    }
}
