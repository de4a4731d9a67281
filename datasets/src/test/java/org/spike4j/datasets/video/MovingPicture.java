package org.spike4j.datasets.video;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A smooth coloured pattern that moves, as small videos of tests. */
final class MovingPicture {
    private MovingPicture() {}

    static byte[] picture(int width, int height, int number) {
        byte[] rgb = new byte[3 * width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int at = 3 * (y * width + x);
                rgb[at] = wave(2 * Math.PI * (x + 2 * number) / width);
                rgb[at + 1] = wave(2 * Math.PI * (y - number) / height);
                rgb[at + 2] = wave(2 * Math.PI * (x + y) / (width + height) + 0.2 * number);
            }
        }
        return rgb;
    }

    static Path write(Path file, int width, int height, int pictures, double rate) throws IOException {
        try (VideoWriter writer = VideoWriter.create(file, width, height, rate)) {
            for (int i = 0; i < pictures; i++) {
                writer.write(picture(width, height, i));
            }
            writer.finish();
        }
        return file;
    }

    static List<VideoFrame> read(Path file) throws IOException {
        return read(file, VideoOptions.defaults());
    }

    static List<VideoFrame> read(Path file, VideoOptions options) throws IOException {
        List<VideoFrame> frames = new ArrayList<>();
        try (VideoReader reader = VideoFile.open(file, options)) {
            for (Optional<VideoFrame> next = reader.next(); next.isPresent(); next = reader.next()) {
                frames.add(next.get());
            }
        }
        return frames;
    }

    /** Mean absolute difference of two pictures, in steps of 255. */
    static double difference(byte[] one, byte[] other) {
        long sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += Math.abs((one[i] & 0xff) - (other[i] & 0xff));
        }
        return (double) sum / one.length;
    }

    private static byte wave(double angle) {
        return (byte) Math.round(127.5 + 100 * Math.sin(angle));
    }
}
