package org.spike4j.datasets.view;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import org.spike4j.datasets.file.AtomicFile;
import org.spike4j.datasets.file.PartFolder;
import org.spike4j.datasets.format.EventFileException;
import org.spike4j.datasets.format.SensorFile;
import org.spike4j.datasets.format.sensor.CameraFrame;
import org.spike4j.datasets.format.sensor.FrameTimes;
import org.spike4j.datasets.format.sensor.SensorReader;
import org.spike4j.datasets.format.sensor.SensorRecord;
import org.spike4j.datasets.format.sensor.SensorSelection;
import org.spike4j.datasets.format.sensor.StreamKind;
import org.spike4j.datasets.video.clip.UniformFrames;

/** Shows the frames that a camera took beside its events: some of them side by side, an animation, or all as files. */
public final class FrameImage {
    private static final int BYTE_BITS = 8;
    private static final String TABLE = "times.csv";
    private static final SensorSelection FRAMES = SensorSelection.all().withKind(StreamKind.FRAMES);

    private FrameImage() {}

    /**
     * Writes frames from the whole recording side by side, four in a row, as one PNG picture.
     *
     * @param path the file; one that exists is replaced
     * @param recording a recording with frames
     * @param pictures number of pictures, at least 1
     * @param side longest side of each in pixels, at least 1
     * @return pictures that were written
     * @throws EventFileException if the recording has no frame or breaks its format
     * @throws IOException if reading or writing fails
     */
    public static int writePng(Path path, Path recording, int pictures, int side) throws IOException {
        List<BufferedImage> images = pictures(recording, pictures, side);
        Pictures.writePng(path, Pictures.sheet(images));
        return images.size();
    }

    /**
     * Writes frames from the whole recording as an animated GIF that plays for ever.
     *
     * @param path the file; one that exists is replaced
     * @param recording a recording with frames
     * @param pictures number of pictures, at least 1
     * @param frameMillis how long each is shown, 10 milliseconds or more
     * @param side longest side in pixels, at least 1
     * @return pictures that were written
     * @throws EventFileException if the recording has no frame or breaks its format
     * @throws IOException if reading or writing fails
     */
    public static int writeGif(Path path, Path recording, int pictures, int frameMillis, int side) throws IOException {
        List<BufferedImage> images = pictures(recording, pictures, side);
        AtomicFile.write(path, EventAnimation.gif(images, frameMillis / 10));
        return images.size();
    }

    /**
     * Writes every frame as a PNG picture {@code 000000.png} and so on, and the table {@code times.csv} with a line for each. Grey
     * pictures keep their 8 or 16 bits; colours get 8 bits and lose alpha. Such a folder can be read as a video.
     *
     * @param folder where to write, as a whole or not at all; must be empty if it is there
     * @param recording a recording with frames
     * @param includeInvalid whether frames that the file marks invalid are written too (AEDAT 3.1)
     * @return frames that were written
     * @throws IllegalArgumentException if there is something in the folder
     * @throws EventFileException if the recording has no frame or breaks its format
     * @throws IOException if reading or writing fails
     */
    public static int writeFolder(Path folder, Path recording, boolean includeInvalid) throws IOException {
        StringBuilder table = new StringBuilder("file,t_us,start_of_frame_us,end_of_frame_us,start_of_exposure_us,"
                + "end_of_exposure_us,left,top,width,height,channels,bits,stream\n");
        int written = 0;
        PartFolder.requireFree(folder);
        try (SensorReader reader = SensorFile.open(recording, FRAMES.withInvalid(includeInvalid));
                PartFolder part = PartFolder.beside(folder)) {
            for (Optional<SensorRecord> next = reader.next(); next.isPresent(); next = reader.next()) {
                CameraFrame frame = (CameraFrame) next.get();
                String name = String.format(Locale.ROOT, "%06d.png", written++);
                Pictures.writePng(part.path().resolve(name), exact(frame));
                table.append(name).append(line(frame)).append('\n');
            }
            requireSome(recording, written);
            AtomicFile.write(part.path().resolve(TABLE), table.toString().getBytes(StandardCharsets.US_ASCII));
            part.publish();
        }
        return written;
    }

    private static String line(CameraFrame frame) {
        FrameTimes times = frame.times();
        return "," + times.middle() + "," + times.startOfFrame() + "," + times.endOfFrame() + ","
                + times.startOfExposure() + "," + times.endOfExposure() + "," + frame.left() + "," + frame.top() + ","
                + frame.width() + "," + frame.height() + "," + frame.channels() + "," + frame.bits() + ","
                + frame.stream();
    }

    /** A picture of the values as they are, if it is grey. */
    private static BufferedImage exact(CameraFrame frame) {
        if (frame.channels() > 1) {
            return Pictures.of(frame.rgb(), frame.width(), frame.height());
        }
        int type = frame.bits() == BYTE_BITS ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_USHORT_GRAY;
        BufferedImage image = new BufferedImage(frame.width(), frame.height(), type);
        int[] row = new int[frame.width()];
        for (int y = 0; y < frame.height(); y++) {
            for (int x = 0; x < row.length; x++) {
                row[x] = frame.value(y, x, 0);
            }
            image.getRaster().setSamples(0, y, row.length, 1, 0, row);
        }
        return image;
    }

    private static List<BufferedImage> pictures(Path recording, int pictures, int side) throws IOException {
        int frames = 0;
        try (SensorReader reader = SensorFile.open(recording, FRAMES)) {
            while (reader.next().isPresent()) {
                frames++;
            }
        }
        requireSome(recording, frames);
        int[] chosen = new UniformFrames(Math.min(frames, pictures), false).choose(frames, new SplittableRandom(0));
        List<BufferedImage> images = new ArrayList<>();
        try (SensorReader reader = SensorFile.open(recording, FRAMES)) {
            for (int number = 0; images.size() < chosen.length; number++) {
                CameraFrame frame = (CameraFrame) reader.next().orElseThrow();
                if (number == chosen[images.size()]) {
                    images.add(Pictures.scaled(Pictures.of(frame.rgb(), frame.width(), frame.height()), side));
                }
            }
        }
        return images;
    }

    private static void requireSome(Path recording, int frames) throws EventFileException {
        if (frames == 0) {
            throw new EventFileException(
                    recording, 0, "a recording with frames", "none in it", "look at its events instead");
        }
    }
}
