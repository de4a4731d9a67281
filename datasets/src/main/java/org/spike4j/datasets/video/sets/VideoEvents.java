package org.spike4j.datasets.video.sets;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.sets.EventDataSet;
import org.spike4j.datasets.sets.EventSample;
import org.spike4j.datasets.sets.Split;
import org.spike4j.datasets.simulation.EventCameraSettings;
import org.spike4j.datasets.video.VideoEventReader;
import org.spike4j.datasets.video.VideoOptions;

/** The videos of a data set as an event camera would have seen them; simulated when they are asked for. */
public final class VideoEvents implements EventDataSet {
    private final LabelledVideos videos;
    private final VideoOptions options;
    private final Map<Split, List<EventSample>> samples = new EnumMap<>(Split.class);

    /**
     * Events of all videos.
     *
     * @param videos the data set
     * @param options how videos are read; must give them one size, that of the sensor
     * @param camera the camera; video n of a part is seen with the seed plus n, so each has noise of its own
     */
    public VideoEvents(LabelledVideos videos, VideoOptions options, EventCameraSettings camera) {
        if (options.width() == 0) {
            throw new IllegalArgumentException("options must have a size, that of the sensor; use withSize");
        }
        this.videos = videos;
        this.options = options;
        for (Split split : Split.values()) {
            List<LabelledVideo> listed = videos.videos(split);
            samples.put(
                    split,
                    IntStream.range(0, listed.size())
                            .mapToObj(i -> sample(listed.get(i), camera.withSeed(camera.seed() + i)))
                            .toList());
        }
    }

    @Override
    public String name() {
        return videos.name() + " through a simulated event camera";
    }

    @Override
    public int width() {
        return options.width();
    }

    @Override
    public int height() {
        return options.height();
    }

    @Override
    public List<String> classNames() {
        return videos.classNames();
    }

    @Override
    public List<EventSample> samples(Split split) {
        return samples.get(split);
    }

    private EventSample sample(LabelledVideo video, EventCameraSettings camera) {
        return new EventSample(video.path().toString(), video.label(), video.group(), () -> simulate(video, camera));
    }

    private EventStream simulate(LabelledVideo video, EventCameraSettings camera) throws IOException {
        try (VideoEventReader reader = VideoEventReader.open(video.path(), options, camera)) {
            return reader.all();
        }
    }
}
