package org.spike4j.datasets.view;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.spike4j.datasets.event.EventSlicing;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.event.FrameBinning;

/**
 * Draws events as pictures: white background, blue for polarity 1 (brighter), red for polarity 0 (darker), purple where
 * both met. Intensity grows with the logarithm of the count; full intensity is the count that 1 in 100 of the pixels
 * with events exceeds, so that single hot pixels do not pale the rest.
 */
public final class EventImage {
    private static final double HOT = 0.99;

    private EventImage() {}

    /**
     * Draws all events into one picture.
     *
     * @param events what to draw, for part of a recording {@link EventStream#slice}; not modified
     * @param scale side of the square that shows a pixel of the sensor, at least 1
     * @return a picture of sensor size times scale, with a palette
     */
    public static BufferedImage draw(EventStream events, int scale) {
        return drawSlices(events, 1, scale).get(0);
    }

    /**
     * Draws slices of equal duration, all at one intensity scale.
     *
     * @param events what to draw; not modified
     * @param slices number of pictures
     * @param scale side of the square that shows a pixel of the sensor, at least 1
     * @return the pictures in order of time
     */
    public static List<BufferedImage> drawSlices(EventStream events, int slices, int scale) {
        if (scale < 1 || (long) events.width() * scale > 1 << 15 || (long) events.height() * scale > 1 << 15) {
            throw new IllegalArgumentException("scale must be >= 1 and keep sides at most 32768 pixels, was " + scale
                    + " for a sensor of " + events.width() + "x" + events.height());
        }
        float[] counts = new FrameBinning(EventSlicing.byTime(slices), events.width(), events.height()).bin(events);
        int plane = events.width() * events.height();
        float full = fullIntensity(counts, plane);
        List<BufferedImage> images = new ArrayList<>();
        for (int slice = 0; slice < slices; slice++) {
            images.add(paint(counts, 2 * plane * slice, events.width(), events.height(), full, scale));
        }
        return images;
    }

    /**
     * Writes all events as one PNG picture.
     *
     * @param path the file; one that exists is replaced
     * @param events what to draw; not modified
     * @param scale side of the square that shows a pixel of the sensor, at least 1
     * @throws IOException if writing fails
     */
    public static void writePng(Path path, EventStream events, int scale) throws IOException {
        Pictures.writePng(path, draw(events, scale));
    }

    private static BufferedImage paint(float[] counts, int frame, int width, int height, float full, int scale) {
        BufferedImage image = new BufferedImage(
                width * scale, height * scale, BufferedImage.TYPE_BYTE_INDEXED, EventPalette.colours());
        int plane = width * height;
        int[] row = new int[width * scale];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int at = frame + y * width + x;
                int colour = EventPalette.colour(counts[at], counts[at + plane], full);
                Arrays.fill(row, x * scale, (x + 1) * scale, colour);
            }
            for (int line = 0; line < scale; line++) {
                image.getRaster().setSamples(0, y * scale + line, row.length, 1, 0, row);
            }
        }
        return image;
    }

    private static float fullIntensity(float[] counts, int plane) {
        float[] events = new float[counts.length / 2];
        int used = 0;
        for (int i = 0; i < events.length; i++) {
            int at = i / plane * 2 * plane + i % plane;
            float sum = counts[at] + counts[at + plane];
            if (sum > 0) {
                events[used++] = sum;
            }
        }
        if (used == 0) {
            return 1;
        }
        Arrays.sort(events, 0, used);
        return events[(int) (HOT * (used - 1))];
    }
}
