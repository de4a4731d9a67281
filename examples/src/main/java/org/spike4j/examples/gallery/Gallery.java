package org.spike4j.examples.gallery;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.spike4j.benchmarks.NeuronsBenchmark;
import org.spike4j.examples.plot.NeuronPlot;

/** All neuron models of the library, each with constants that show what it does. */
public final class Gallery {
    /** File name of the page. */
    public static final String PAGE = "neurons.md";

    /** Folder of the pictures, beside the page. */
    static final String PICTURES = "neurons";

    private static final List<GalleryGroup> GROUPS = List.of(
            IntegrateAndFireGroup.group(),
            VariantGroup.group(),
            CurrentGroup.group(),
            AdaptiveGroup.group(),
            UpstrokeGroup.group(),
            ResonatorGroup.group(),
            BiophysicalGroup.group(),
            WrapperGroup.group());

    private Gallery() {}

    /**
     * What the models are.
     *
     * @return a few words on each, by the name of its class
     */
    public static Map<String, String> summaries() {
        Map<String, String> summaries = new LinkedHashMap<>();
        entries().forEach(entry -> summaries.put(entry.name(), entry.summary()));
        return summaries;
    }

    /**
     * The models to measure: each with inputs up to the largest of its picture.
     *
     * @return one for each entry
     */
    public static List<NeuronsBenchmark.Subject> subjects() {
        return entries().stream()
                .map(entry -> new NeuronsBenchmark.Subject(
                        entry.name(), entry.model(), 0, entry.stimulus().highest()))
                .toList();
    }

    /**
     * The text of the page.
     *
     * @return Markdown
     */
    public static String page() {
        return new GalleryPage(GROUPS).text();
    }

    /**
     * Writes the page, and a picture of each model in a folder beside it.
     *
     * @param folder of the page; created if it is missing
     * @throws IOException if it cannot be written
     */
    public static void write(Path folder) throws IOException {
        Path pictures = Files.createDirectories(folder.resolve(PICTURES));
        for (GalleryEntry entry : entries()) {
            byte[] png = NeuronPlot.draw(Recording.trace(entry), Recording.response(entry))
                    .png();
            Files.write(pictures.resolve(entry.picture()), png);
        }
        Files.writeString(folder.resolve(PAGE), page(), StandardCharsets.UTF_8);
    }

    static List<GalleryEntry> entries() {
        return GROUPS.stream().flatMap(group -> group.entries().stream()).toList();
    }
}
