package org.spike4j.examples.run.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.spike4j.datasets.sets.SampleShape;
import org.spike4j.datasets.simulation.EventCameraSettings;
import org.spike4j.datasets.simulation.SensorNoise;
import org.spike4j.datasets.video.VideoOptions;
import org.spike4j.datasets.video.clip.CentreCrop;
import org.spike4j.datasets.video.clip.ClipReader;
import org.spike4j.datasets.video.clip.ClipTransform;
import org.spike4j.datasets.video.clip.FrameDifferences;
import org.spike4j.datasets.video.clip.Grey;
import org.spike4j.datasets.video.clip.Normalise;
import org.spike4j.datasets.video.clip.RandomCrop;
import org.spike4j.datasets.video.clip.StridedFrames;
import org.spike4j.datasets.video.sets.ClipSource;
import org.spike4j.datasets.video.sets.LabelledVideos;
import org.spike4j.datasets.video.sets.Ucf101;
import org.spike4j.datasets.video.sets.VideoClips;
import org.spike4j.datasets.video.sets.VideoEvents;
import org.spike4j.datasets.video.synthetic.MovingPatterns;
import org.spike4j.training.recipe.Section;

/**
 * Videos in the layout of UCF101, in a folder of the user or made up once. Options: {@code view} (frames, differences or
 * events), {@code list} (1 to 3), {@code stride} of the pictures, and {@code threshold} of differences (of grey, 0 to 1) or
 * of the event camera (of log intensity).
 */
final class VideoSet implements RecipeSet {
    private static final int TRAIN = 150;
    private static final int TEST = 40;
    private static final long SEED = 20_260_101;
    private static final int DEFAULT_SIZE = 32;
    private static final double CAMERA_THRESHOLD = 0.2;

    /** What a network is shown of a video. */
    enum View {
        FRAMES,
        DIFFERENCES,
        EVENTS
    }

    @Override
    public RecipeData open(DataRequest request) throws IOException {
        Section options = request.data().options().allow("view", "list", "stride", "threshold");
        LabelledVideos opened = Ucf101.open(
                folder(request),
                options.integer("list", 1, 3, 1),
                request.data().validation(),
                request.run().seed());
        LabelledVideos videos = request.source().folder().isPresent() ? opened : opened.withName("moving patterns");
        int size = request.data().size() == 0 ? DEFAULT_SIZE : request.data().size();
        return switch (options.choice("view", View.FRAMES)) {
            case FRAMES -> clips(request, videos, size, 0, 1, normalised());
            case DIFFERENCES -> {
                double threshold = options.number("threshold", 0, 1, 0);
                yield clips(request, videos, size, 1, 2, new FrameDifferences(threshold, threshold > 0));
            }
            case EVENTS -> {
                double threshold = options.number("threshold", 0.02, 5, CAMERA_THRESHOLD);
                VideoOptions reading = VideoOptions.defaults().withSize(size, size);
                yield request.events(new VideoEvents(videos, reading, camera(threshold, request)));
            }
        };
    }

    /** Clips of as many pictures as there are steps, and some more; moved at random by as much as the recipe says. */
    private static RecipeData clips(
            DataRequest request, LabelledVideos videos, int size, int more, int channels, ClipTransform last) {
        int steps = request.data().steps();
        int stride = request.data().options().integer("stride", 1, 100, 1);
        int shift = request.data().augmentation().shift();
        VideoOptions reading = VideoOptions.defaults().withSize(size, size);
        ClipSource training = new ClipSource(
                new ClipReader(reading, new StridedFrames(steps + more, stride, stride, true)),
                ClipTransform.chain(new Grey(), new RandomCrop(size, size, shift), last));
        ClipSource testing = new ClipSource(
                new ClipReader(reading, new StridedFrames(steps + more, stride, stride, false)),
                ClipTransform.chain(new Grey(), new CentreCrop(size, size), last));
        return request.tensors(
                new VideoClips(videos, training, testing, SampleShape.frames(steps, channels, size, size)));
    }

    private static ClipTransform normalised() {
        return new Normalise(List.of(0.5), List.of(0.25));
    }

    private static EventCameraSettings camera(double threshold, DataRequest request) {
        EventCameraSettings noisy = EventCameraSettings.noisy();
        return new EventCameraSettings(
                threshold,
                threshold,
                noisy.mismatch(),
                noisy.refractoryMicros(),
                SensorNoise.noisy(),
                request.run().seed());
    }

    private static Path folder(DataRequest request) throws IOException {
        if (request.source().folder().isPresent()) {
            return request.source().folder().get();
        }
        Path kept = request.kept("moving-patterns");
        if (!Files.isDirectory(kept)) {
            request.remark("making up videos of moving patterns in " + kept + ", once ...");
        }
        return MovingPatterns.prepare(kept, TRAIN, TEST, SEED);
    }
}
