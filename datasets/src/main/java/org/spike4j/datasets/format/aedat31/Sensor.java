package org.spike4j.datasets.format.aedat31;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Pixels of an event camera. The header names the camera, not its size, so the sizes are listed here.
 *
 * @param width columns
 * @param height rows
 */
record Sensor(int width, int height) {
    /** Start of the source name to size; a longer start comes first where two match. */
    private static final List<Map.Entry<String, Sensor>> BY_NAME = List.of(
            Map.entry("DVS128", new Sensor(128, 128)),
            Map.entry("EDVS", new Sensor(128, 128)),
            Map.entry("DVS132", new Sensor(132, 104)),
            Map.entry("DAVIS128", new Sensor(128, 128)),
            Map.entry("DAVIS208", new Sensor(208, 192)),
            Map.entry("DAVIS240", new Sensor(240, 180)),
            Map.entry("DAVIS346", new Sensor(346, 260)),
            Map.entry("DAVIS640", new Sensor(640, 480)),
            Map.entry("DAVISHET640", new Sensor(640, 480)),
            Map.entry("DVXPLORER", new Sensor(640, 480)));

    /** What an unnamed camera is likely to be, smallest first. */
    private static final List<Sensor> COMMON =
            List.of(new Sensor(128, 128), new Sensor(240, 180), new Sensor(346, 260), new Sensor(640, 480));

    /** The size of the camera a source line names; empty for a name that is not known. */
    static Optional<Sensor> ofSource(String description) {
        String name = description.strip().toUpperCase(Locale.ROOT);
        return BY_NAME.stream()
                .filter(known -> name.startsWith(known.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** A size, if it is one that an event can lie in. */
    static Optional<Sensor> of(int width, int height) {
        boolean fits = width > 0 && width <= Short.MAX_VALUE && height > 0 && height <= Short.MAX_VALUE;
        return fits ? Optional.of(new Sensor(width, height)) : Optional.empty();
    }

    /**
     * The smallest common sensor that has pixel (x, y), since a recording need not touch its last row and column; a
     * sensor that ends at (x, y) if all common ones are smaller.
     */
    static Sensor around(int x, int y) {
        return COMMON.stream()
                .filter(known -> x < known.width && y < known.height)
                .findFirst()
                .orElse(new Sensor(x + 1, y + 1));
    }

    /** The name for a source line. */
    String sourceName() {
        return BY_NAME.stream()
                .filter(known -> known.getValue().equals(this))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("File");
    }
}
