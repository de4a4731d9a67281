package org.spike4j.datasets.format;

import java.io.IOException;
import java.util.Optional;
import org.spike4j.datasets.event.EventStream;

/** The size of a sensor that a file does not tell: the smallest one that holds its events, for the format packages. */
public final class SmallestSensor {
    private static final int[][] COMMON = {{128, 128}, {240, 180}, {346, 260}, {640, 480}, {1280, 720}};

    private SmallestSensor() {}

    /**
     * The smallest common sensor that holds a recording.
     *
     * @param reader read to its end; left open
     * @return width and height in pixels
     * @throws EventFileException if the file breaks its format
     * @throws IOException if the file cannot be read
     */
    public static int[] holding(EventReader reader) throws IOException {
        int x = 0;
        int y = 0;
        for (Optional<EventStream> events = reader.next(); events.isPresent(); events = reader.next()) {
            for (int i = 0; i < events.get().size(); i++) {
                x = Math.max(x, events.get().x(i));
                y = Math.max(y, events.get().y(i));
            }
        }
        return holding(x, y, COMMON);
    }

    /**
     * The first sensor that has a pixel; one that ends there if none has.
     *
     * @param x column of the pixel
     * @param y row of the pixel
     * @param sensors width and height of each, smallest first; not modified
     * @return width and height in pixels
     */
    public static int[] holding(int x, int y, int[][] sensors) {
        for (int[] sensor : sensors) {
            if (x < sensor[0] && y < sensor[1]) {
                return sensor.clone();
            }
        }
        return new int[] {x + 1, y + 1};
    }
}
