package org.spike4j.datasets.catalog;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.format.EventReader;
import org.spike4j.datasets.scenes.Scene;
import org.spike4j.datasets.scenes.SceneSet;
import org.spike4j.datasets.sets.EventDataSet;
import org.spike4j.datasets.sets.EventSample;
import org.spike4j.datasets.sets.ImageDataSet;
import org.spike4j.datasets.sets.ImageSamples;
import org.spike4j.datasets.sets.Split;
import org.spike4j.datasets.sets.TensorDataSet;
import org.spike4j.datasets.sets.TensorSample;

/**
 * An open data set, of whatever kind, as things that can be read one by one.
 *
 * @param classNames names of the classes; place i belongs to label i; none if samples have no label
 * @param unit what a sample is full of, for reports, for example {@code events}
 * @param parts the samples of each part
 */
public record SetContent(List<String> classNames, String unit, Map<Split, List<Item>> parts) {

    /** Copies the lists. */
    public SetContent {
        classNames = List.copyOf(classNames);
        Map<Split, List<Item>> copy = new EnumMap<>(Split.class);
        parts.forEach((split, items) -> copy.put(split, List.copyOf(items)));
        parts = copy;
    }

    /**
     * One sample.
     *
     * @param name what it is, for messages
     * @param label number of its class, if it has one
     * @param reading reads it from start to end
     */
    public record Item(String name, OptionalInt label, Reading reading) {}

    /** Reads a sample from start to end; used by several threads at once, for different samples. */
    @FunctionalInterface
    public interface Reading {
        /**
         * Reads the sample.
         *
         * @return how much is in it, in units of the set
         * @throws IOException if a file is missing, breaks its format or cannot be read
         */
        long read() throws IOException;
    }

    /**
     * The samples of a part.
     *
     * @param split which part
     * @return samples, may be none
     */
    public List<Item> items(Split split) {
        return parts.getOrDefault(split, List.of());
    }

    /**
     * A data set of labelled events.
     *
     * @param data the open data set
     * @return its samples
     */
    public static SetContent of(EventDataSet data) {
        Map<Split, List<Item>> parts = new EnumMap<>(Split.class);
        for (Split split : Split.values()) {
            List<Item> items = new ArrayList<>();
            for (EventSample sample : data.samples(split)) {
                items.add(new Item(
                        sample.name(),
                        OptionalInt.of(sample.label()),
                        () -> sample.events().size()));
            }
            parts.put(split, items);
        }
        return new SetContent(data.classNames(), "events", parts);
    }

    /**
     * A data set of images, all of which are in memory already.
     *
     * @param data the open data set
     * @return its samples
     */
    public static SetContent of(ImageDataSet data) {
        Map<Split, List<Item>> parts = new EnumMap<>(Split.class);
        for (Split split : Split.values()) {
            ImageSamples samples = data.samples(split);
            List<Item> items = new ArrayList<>();
            for (int i = 0; i < samples.size(); i++) {
                items.add(new Item("image " + i, OptionalInt.of(samples.label(i)), samples::imageSize));
            }
            parts.put(split, items);
        }
        return new SetContent(data.classNames(), "values", parts);
    }

    /**
     * A data set of series of frames or vectors.
     *
     * @param data the open data set
     * @return its samples
     */
    public static SetContent of(TensorDataSet data) {
        Map<Split, List<Item>> parts = new EnumMap<>(Split.class);
        for (Split split : Split.values()) {
            List<Item> items = new ArrayList<>();
            for (TensorSample sample : data.samples(split)) {
                items.add(new Item(
                        sample.name(),
                        OptionalInt.of(sample.label()),
                        () -> sample.source().read().length));
            }
            parts.put(split, items);
        }
        return new SetContent(data.classNames(), "numbers", parts);
    }

    /**
     * A data set of long recordings; the boxes of each are read too.
     *
     * @param data the open data set
     * @return its recordings, without labels
     */
    public static SetContent of(SceneSet data) {
        Map<Split, List<Item>> parts = new EnumMap<>(Split.class);
        for (Split split : Split.values()) {
            List<Item> items = new ArrayList<>();
            for (Scene scene : data.scenes(split)) {
                items.add(new Item(scene.name(), OptionalInt.empty(), () -> read(scene)));
            }
            parts.put(split, items);
        }
        return new SetContent(List.of(), "events", parts);
    }

    private static long read(Scene scene) throws IOException {
        scene.boxes();
        long events = 0;
        try (EventReader reader = scene.open()) {
            Optional<EventStream> packet = reader.next();
            while (packet.isPresent()) {
                events += packet.get().size();
                packet = reader.next();
            }
        }
        return events;
    }
}
