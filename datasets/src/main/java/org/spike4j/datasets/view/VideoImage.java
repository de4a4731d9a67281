package org.spike4j.datasets.view;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.spike4j.datasets.file.AtomicFile;
import org.spike4j.datasets.video.VideoFile;
import org.spike4j.datasets.video.VideoFileException;
import org.spike4j.datasets.video.VideoFrame;
import org.spike4j.datasets.video.VideoOptions;
import org.spike4j.datasets.video.VideoReader;
import org.spike4j.datasets.video.VideoWriter;
import org.spike4j.datasets.video.clip.UniformFrames;

/** Shows a video: some of its pictures side by side, an animation, or another video. */
public final class VideoImage {
    private static final int RGB = 3;

    private VideoImage() {}

    /**
     * Writes pictures from the whole video side by side, four in a row, as one PNG picture.
     *
     * @param path the file; one that exists is replaced
     * @param video a video or a folder of pictures
     * @param pictures number of pictures, at least 1
     * @param side longest side of each in pixels, at least 1
     * @return pictures that were written
     * @throws IOException if reading or writing fails
     */
    public static int writePng(Path path, Path video, int pictures, int side) throws IOException {
        List<BufferedImage> images = pictures(video, pictures, side);
        Pictures.writePng(path, Pictures.sheet(images));
        return images.size();
    }

    /**
     * Writes pictures from the whole video as an animated GIF that plays for ever.
     *
     * @param path the file; one that exists is replaced
     * @param video a video or a folder of pictures
     * @param pictures number of pictures, at least 1
     * @param frameMillis how long each is shown, 10 milliseconds or more
     * @param side longest side in pixels, at least 1
     * @return pictures that were written
     * @throws IOException if reading or writing fails
     */
    public static int writeGif(Path path, Path video, int pictures, int frameMillis, int side) throws IOException {
        List<BufferedImage> images = pictures(video, pictures, side);
        AtomicFile.write(path, EventAnimation.gif(images, frameMillis / 10));
        return images.size();
    }

    /**
     * Writes a video anew, in its size and at its mean rate.
     *
     * @param path the file, its ending one of {@link VideoWriter}; one that exists is replaced
     * @param video a video or a folder of pictures
     * @return pictures that were written
     * @throws IOException if reading or writing fails
     */
    public static int writeVideo(Path path, Path video) throws IOException {
        double rate = rate(video);
        try (VideoReader reader = VideoFile.open(video);
                VideoWriter writer = VideoWriter.create(path, reader.width(), reader.height(), rate)) {
            int pictures = 0;
            for (Optional<VideoFrame> next = reader.next(); next.isPresent(); next = reader.next()) {
                writer.write(next.get().rgb());
                pictures++;
            }
            writer.finish();
            return pictures;
        }
    }

    private static double rate(Path video) throws IOException {
        try (VideoReader reader = VideoFile.open(video, VideoOptions.defaults().withSize(1, 1))) {
            int pictures = 0;
            long micros = 0;
            for (Optional<VideoFrame> next = reader.next(); next.isPresent(); next = reader.next()) {
                micros = next.get().micros();
                pictures++;
            }
            return pictures < 2 ? 1 : Math.min(1000, (pictures - 1) * 1e6 / micros);
        }
    }

    /** Red, green and blue of each pixel, [height, width, 3]. */
    static byte[] bytes(BufferedImage image) {
        int width = image.getWidth();
        int[] pixels = image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
        byte[] rgb = new byte[RGB * pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            rgb[RGB * i] = (byte) (pixels[i] >> 16);
            rgb[RGB * i + 1] = (byte) (pixels[i] >> 8);
            rgb[RGB * i + 2] = (byte) pixels[i];
        }
        return rgb;
    }

    private static List<BufferedImage> pictures(Path video, int pictures, int side) throws IOException {
        int frames = VideoFile.countFrames(video, VideoOptions.defaults());
        int[] chosen = new UniformFrames(Math.max(1, Math.min(frames, pictures)), false)
                .choose(Math.max(1, frames), new SplittableRandom(0));
        List<BufferedImage> images = new ArrayList<>();
        try (VideoReader reader = VideoFile.open(video)) {
            Optional<VideoFrame> next = reader.next();
            for (int number = 0; next.isPresent() && images.size() < chosen.length; number++) {
                if (number == chosen[images.size()]) {
                    VideoFrame picture = next.get();
                    images.add(Pictures.scaled(Pictures.of(picture.rgb(), picture.width(), picture.height()), side));
                }
                next = reader.next();
            }
        }
        if (images.isEmpty()) {
            throw new VideoFileException(video, "there is no picture in it", "copy the file again");
        }
        return images;
    }
}
