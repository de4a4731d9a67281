package org.spike4j.datasets.scenes;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.spike4j.datasets.sets.Split;

/**
 * A data set of long recordings. Opening one finds its files; events are read packet by packet.
 *
 * @param name of the data set, for reports
 * @param width columns of the sensor
 * @param height rows of the sensor
 * @param classNames names of the classes of the boxes; place i belongs to label i; none if there are no boxes
 * @param parts the recordings of each part, in the order of their names
 */
public record SceneSet(String name, int width, int height, List<String> classNames, Map<Split, List<Scene>> parts) {

    /** Copies the lists. */
    public SceneSet {
        Objects.requireNonNull(name, "name");
        classNames = List.copyOf(classNames);
        Map<Split, List<Scene>> copy = new EnumMap<>(Split.class);
        parts.forEach((split, scenes) -> copy.put(split, List.copyOf(scenes)));
        parts = copy;
    }

    /**
     * The recordings of a part.
     *
     * @param split which part
     * @return recordings, may be none
     */
    public List<Scene> scenes(Split split) {
        return parts.getOrDefault(split, List.of());
    }
}
