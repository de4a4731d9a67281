package org.spike4j.datasets.video.sets;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.spike4j.datasets.sets.SampleShape;
import org.spike4j.datasets.sets.Split;
import org.spike4j.datasets.sets.TensorDataSet;
import org.spike4j.datasets.sets.TensorSample;
import org.spike4j.datasets.video.clip.Clip;

/** Clips of the videos of a data set as samples. A clip is decoded when it is asked for; none is kept. */
public final class VideoClips implements TensorDataSet {
    private final LabelledVideos videos;
    private final SampleShape shape;
    private final Map<Split, List<TensorSample>> samples = new EnumMap<>(Split.class);

    /**
     * Clips of all videos.
     *
     * @param videos the data set
     * @param training how a clip to train with is made, with random numbers
     * @param testing how a clip to validate and test with is made; its random numbers are always the same
     * @param shape what both give
     */
    public VideoClips(LabelledVideos videos, ClipSource training, ClipSource testing, SampleShape shape) {
        this.videos = videos;
        this.shape = shape;
        for (Split split : Split.values()) {
            samples.put(
                    split,
                    videos.videos(split).stream()
                            .map(video -> sample(video, training, testing))
                            .toList());
        }
    }

    @Override
    public String name() {
        return videos.name();
    }

    @Override
    public SampleShape shape() {
        return shape;
    }

    @Override
    public List<String> classNames() {
        return videos.classNames();
    }

    @Override
    public List<TensorSample> samples(Split split) {
        return samples.get(split);
    }

    private TensorSample sample(LabelledVideo video, ClipSource training, ClipSource testing) {
        TensorSample.Source source = new TensorSample.Source() {
            @Override
            public float[] read() throws IOException {
                return checked(video, testing.clip(video.path(), new SplittableRandom(0)));
            }

            @Override
            public float[] readChanged(SplittableRandom random) throws IOException {
                return checked(video, training.clip(video.path(), random));
            }
        };
        return new TensorSample(video.path().toString(), video.label(), video.group(), source);
    }

    private float[] checked(LabelledVideo video, Clip clip) {
        SampleShape found = SampleShape.frames(clip.frames(), clip.channels(), clip.height(), clip.width());
        if (!found.equals(shape)) {
            throw new IllegalArgumentException(
                    video.path() + " gave a clip " + found + ", wanted " + shape + "; end with a crop or a size");
        }
        return clip.timeMajor();
    }
}
