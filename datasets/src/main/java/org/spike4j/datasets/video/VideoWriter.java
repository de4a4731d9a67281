package org.spike4j.datasets.video;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.spike4j.datasets.file.AtomicFile;

/**
 * Writes pictures of one size as a video of constant rate. The ending of the file chooses how:
 *
 * <table>
 * <caption>Endings</caption>
 * <tr><td>mp4, mov</td><td>H.264; MPEG-4 part 2 where a side is odd or below 16 pixels</td></tr>
 * <tr><td>avi</td><td>MPEG-4 part 2</td></tr>
 * <tr><td>webm</td><td>VP9</td></tr>
 * <tr><td>mkv</td><td>FFV1 in RGB: without loss</td></tr>
 * <tr><td>gif</td><td>256 fixed colours, at most 50 pictures per second</td></tr>
 * </table>
 *
 * <p>The file appears as a whole in {@link #finish}; one that exists is replaced. A writer that is closed before leaves
 * what was there. Used by one thread at a time.
 */
public final class VideoWriter implements Closeable {
    private final Path target;
    private final Path part;
    private final FfmpegWriter writer;
    private boolean finished;

    private VideoWriter(Path target, Path part, FfmpegWriter writer) {
        this.target = target;
        this.part = part;
        this.writer = writer;
    }

    /**
     * Begins a video.
     *
     * @param target the file; its ending chooses container and coding
     * @param width columns, at least 1
     * @param height rows, at least 1
     * @param picturesPerSecond rate, above 0 and at most 1000
     * @return a writer, to be finished and closed
     * @throws IllegalArgumentException if the ending is not one of those above
     * @throws IOException if the file cannot be written
     */
    public static VideoWriter create(Path target, int width, int height, double picturesPerSecond) throws IOException {
        if (width < 1 || height < 1 || (long) width * height > VideoFile.MOST_PIXELS) {
            throw new IllegalArgumentException(
                    "a picture must have 1 to " + VideoFile.MOST_PIXELS + " pixels, was " + width + "x" + height);
        }
        if (!(picturesPerSecond > 0 && picturesPerSecond <= 1000)) {
            throw new IllegalArgumentException(
                    "picturesPerSecond must be > 0 and at most 1000, was " + picturesPerSecond);
        }
        VideoCoding coding = VideoCoding.of(target, width, height);
        Path part = AtomicFile.sibling(target, "part");
        return new VideoWriter(target, part, FfmpegWriter.open(part, coding, width, height, picturesPerSecond));
    }

    /**
     * Adds a picture.
     *
     * @param rgb red, green and blue of each pixel, [height, width, 3], row by row from the top; not modified, not kept
     * @throws IOException if it cannot be coded or written
     */
    public void write(byte[] rgb) throws IOException {
        if (finished) {
            throw new IllegalStateException(target + " is finished; create another writer");
        }
        writer.write(rgb);
    }

    /**
     * Completes the file and puts it in its place.
     *
     * @throws IOException if that fails; the target is then as it was
     */
    public void finish() throws IOException {
        if (!finished) {
            writer.finish();
            writer.close();
            AtomicFile.publish(part, target);
            finished = true;
        }
    }

    @Override
    public void close() throws IOException {
        writer.close();
        Files.deleteIfExists(part);
    }
}
