package org.spike4j.datasets.video;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.format.EventReader;
import org.spike4j.datasets.simulation.EventCamera;
import org.spike4j.datasets.simulation.EventCameraSettings;

/**
 * A video as an event camera would have seen it, a packet for each picture.
 *
 * <p>The intensity of a pixel is its grey g (BT.601, 0 to 255) as v2e takes it, linear where it is dark, so that the noise
 * of dark pictures makes few events:
 *
 * <pre>
 * ln I = g ln(20) / 20 - ln(255)   where g &lt;= 20
 * ln I = ln(g) - ln(255)           elsewhere
 * </pre>
 *
 * <p>Between two pictures the camera takes ln I as linear in time. So what moves by more than a pixel or two from picture
 * to picture gives events that are right in number and place and crude in time; a video of a high rate gives better ones.
 *
 * <p>Source: Y. Hu, S.-C. Liu, T. Delbruck, "v2e: From Video Frames to Realistic DVS Events", CVPR Workshops 2021.
 */
public final class VideoEventReader implements EventReader {
    private static final double LINEAR_BELOW = 20;
    private static final float[] INTENSITY = new float[256];

    static {
        for (int grey = 0; grey < 256; grey++) {
            double log = grey <= LINEAR_BELOW ? grey * Math.log(LINEAR_BELOW) / LINEAR_BELOW : Math.log(grey);
            INTENSITY[grey] = (float) Math.min(1, Math.exp(log) / 255);
        }
    }

    private final VideoReader video;
    private final EventCamera camera;
    private final float[] frame;

    private VideoEventReader(VideoReader video, EventCameraSettings settings) {
        this.video = video;
        this.camera = new EventCamera(video.width(), video.height(), settings);
        this.frame = new float[video.width() * video.height()];
    }

    /**
     * Puts a camera in front of a video.
     *
     * @param path a video or a folder of pictures
     * @param options size of the sensor, and rate of a folder
     * @param settings the camera
     * @return a reader at the first picture
     * @throws VideoFileException if there is no video that can be read
     * @throws IOException if the file cannot be read
     */
    public static VideoEventReader open(Path path, VideoOptions options, EventCameraSettings settings)
            throws IOException {
        return new VideoEventReader(VideoFile.open(path, options), settings);
    }

    @Override
    public String formatName() {
        return "video through a simulated event camera";
    }

    @Override
    public int width() {
        return video.width();
    }

    @Override
    public int height() {
        return video.height();
    }

    @Override
    public Optional<EventStream> next() throws IOException {
        while (true) {
            Optional<VideoFrame> picture = video.next();
            if (picture.isEmpty()) {
                return Optional.empty();
            }
            look(picture.get());
            EventStream events = camera.drain();
            if (events.size() > 0) {
                return Optional.of(events);
            }
        }
    }

    /**
     * All events that are left.
     *
     * @return events in the order of time; may be none
     * @throws IOException if the video is damaged or cannot be read
     */
    public EventStream all() throws IOException {
        for (Optional<VideoFrame> next = video.next(); next.isPresent(); next = video.next()) {
            look(next.get());
        }
        return camera.drain();
    }

    @Override
    public void close() throws IOException {
        video.close();
    }

    private void look(VideoFrame picture) {
        byte[] rgb = picture.rgb();
        for (int i = 0; i < frame.length; i++) {
            int red = rgb[3 * i] & 0xff;
            int green = rgb[3 * i + 1] & 0xff;
            int blue = rgb[3 * i + 2] & 0xff;
            frame[i] = INTENSITY[(299 * red + 587 * green + 114 * blue + 500) / 1000];
        }
        camera.accept(frame, picture.micros());
    }
}
