package org.spike4j.training.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.nd4j.shade.jackson.core.JsonProcessingException;
import org.nd4j.shade.jackson.databind.JsonNode;
import org.nd4j.shade.jackson.databind.ObjectMapper;

/**
 * Saves and loads models: a zip file with the entries of Deeplearning4j's ModelSerializer, which can read it too, and
 * {@code spike4j.json}, which says what the network is and how far its training has come.
 */
public final class ModelFile {
    /** The version of the format that is written and read. */
    public static final int FORMAT_VERSION = 1;

    private static final String DOCUMENT = "spike4j.json";

    private ModelFile() {}

    /**
     * Saves a model as a whole or not at all.
     *
     * @param file where; one that exists is replaced
     * @param model what
     * @throws IOException if writing fails; a file that existed is then as it was
     */
    public static void save(Path file, SavedModel model) throws IOException {
        ModelDocument document = new ModelDocument(FORMAT_VERSION, model.description(), model.state());
        byte[] json = ModelJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(document);
        AtomicFile.write(file, out -> {
            try (ModelZipWriter zip = new ModelZipWriter(out)) {
                zip.text(DOCUMENT, json);
                NetworkEntries.write(model.network(), zip);
            }
        });
    }

    /**
     * Loads a model.
     *
     * @param file a file written by {@link #save}
     * @return its content
     * @throws ModelFileException if it is missing, cut short, damaged, not a model, or of another version
     */
    public static SavedModel load(Path file) throws ModelFileException {
        Map<String, byte[]> entries = ModelZipReader.read(file);
        byte[] json = entries.get(DOCUMENT);
        if (json == null) {
            throw new ModelFileException(
                    file, "is a zip file but no Spike4J model: it has no entry " + DOCUMENT + "; train one first");
        }
        ModelDocument document = document(file, json);
        return new SavedModel(NetworkEntries.read(file, entries), document.description(), document.state());
    }

    private static ModelDocument document(Path file, byte[] json) throws ModelFileException {
        ObjectMapper mapper = ModelJson.mapper();
        try {
            JsonNode tree = mapper.readTree(json);
            JsonNode version = tree.path("formatVersion");
            if (!version.isInt() || version.intValue() != FORMAT_VERSION) {
                throw new ModelFileException(
                        file,
                        "has format version " + version.asText("none") + ", and version " + FORMAT_VERSION
                                + " is read here; use the Spike4J that wrote it, or train again");
            }
            return mapper.treeToValue(tree, ModelDocument.class);
        } catch (JsonProcessingException e) {
            throw new ModelFileException(
                    file, "is damaged: its entry " + DOCUMENT + " is not understood: " + e.getOriginalMessage(), e);
        } catch (ModelFileException e) {
            throw e;
        } catch (IOException e) {
            throw new ModelFileException(file, "is damaged: its entry " + DOCUMENT + " cannot be read", e);
        }
    }
}
