package org.spike4j.examples.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.spike4j.datasets.video.VideoFile;
import org.spike4j.datasets.video.VideoFrame;
import org.spike4j.datasets.video.VideoReader;

/**
 * What {@code data info} says of a video, all of whose pictures it reads.
 *
 * @param width columns of a picture
 * @param height rows of a picture
 * @param pictures their number
 * @param durationMicros from the first picture to the last
 */
record VideoInfo(int width, int height, long pictures, long durationMicros) {
    static VideoInfo of(Path file) throws IOException {
        try (VideoReader video = VideoFile.open(file)) {
            long pictures = 0;
            long last = 0;
            for (Optional<VideoFrame> next = video.next(); next.isPresent(); next = video.next()) {
                pictures++;
                last = next.get().micros();
            }
            return new VideoInfo(video.width(), video.height(), pictures, last);
        }
    }

    /** Says it to people, and answers with the same. */
    Map<String, ?> tell(Path file, Printer printer) {
        double rate = durationMicros == 0 ? 0 : (pictures - 1) * 1e6 / durationMicros;
        printer.say(file.toString());
        printer.say("  format    video");
        printer.say("  size      " + width + " x " + height + " pixels");
        printer.say(String.format(Locale.ROOT, "  pictures  %,d, %.2f a second", pictures, rate));
        printer.say(String.format(Locale.ROOT, "  duration  %.6f s", durationMicros / 1e6));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("format", "video");
        answer.put("width", width);
        answer.put("height", height);
        answer.put("pictures", pictures);
        answer.put("picturesPerSecond", rate);
        answer.put("durationMicros", durationMicros);
        return answer;
    }
}
