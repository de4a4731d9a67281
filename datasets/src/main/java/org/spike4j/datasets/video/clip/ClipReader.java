package org.spike4j.datasets.video.clip;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import org.spike4j.datasets.video.VideoFile;
import org.spike4j.datasets.video.VideoFileException;
import org.spike4j.datasets.video.VideoFrame;
import org.spike4j.datasets.video.VideoOptions;
import org.spike4j.datasets.video.VideoReader;

/**
 * Reads clips of videos. In memory are the clip and one decoded picture.
 *
 * @param options how videos are read; their size is that of the clips
 * @param sampling which pictures are taken
 */
public record ClipReader(VideoOptions options, FrameSampling sampling) {
    private static final int COLOURS = 3;
    private static final float WHITE = 255f;

    /** Checks that both are there. */
    public ClipReader {
        Objects.requireNonNull(options, "options");
        Objects.requireNonNull(sampling, "sampling");
    }

    /**
     * Reads a clip.
     *
     * @param path a video, a picture, or a folder of pictures
     * @param random where the sampling draws from
     * @return red, green and blue from 0 to 1, [3, T, H, W]
     * @throws VideoFileException if there is no video that can be read
     * @throws IOException if the file cannot be read
     */
    public Clip read(Path path, SplittableRandom random) throws IOException {
        int frames = VideoFile.countFrames(path, options);
        if (frames == 0) {
            throw new VideoFileException(path, "there is no picture in it", "leave it out");
        }
        int[] chosen = sampling.choose(frames, random);
        try (VideoReader reader = VideoFile.open(path, options)) {
            Clip clip = Clip.zeros(COLOURS, chosen.length, reader.height(), reader.width());
            int next = -1;
            VideoFrame picture = null;
            for (int t = 0; t < chosen.length; t++) {
                while (next < chosen[t]) {
                    Optional<VideoFrame> decoded = reader.next();
                    next = decoded.isPresent() ? next + 1 : Integer.MAX_VALUE; // fewer than counted: the last one stays
                    picture = decoded.orElse(picture);
                }
                if (picture == null) {
                    throw new VideoFileException(path, "none of its pictures can be decoded", "copy the file again");
                }
                fill(clip, t, picture);
            }
            return clip;
        }
    }

    private static void fill(Clip clip, int frame, VideoFrame picture) {
        byte[] rgb = picture.rgb();
        for (int c = 0; c < COLOURS; c++) {
            int at = clip.at(c, frame);
            for (int i = 0; i < clip.plane(); i++) {
                clip.values()[at + i] = (rgb[COLOURS * i + c] & 0xff) / WHITE;
            }
        }
    }
}
