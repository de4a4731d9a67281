package org.spike4j.datasets.synthetic;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.spike4j.datasets.file.PartFolder;

/**
 * A folder of made-up data: made once, as a whole or not at all. A marker file in it says how it was made; a folder
 * whose marker says something else, or that lacks files, is made again; one without a marker is left alone.
 *
 * @param what what is in it and how it was made: a change of it makes the folder anew
 * @param complete whether a folder has its files, for data that somebody could have deleted parts of
 */
public record MadeFolder(String what, Predicate<Path> complete) {
    private static final String MARKER = "spike4j-made-up.txt";

    /** Also those of older versions. */
    private static final Predicate<String> MARKERS =
            Pattern.compile("spike4j-[a-z-]+\\.txt").asMatchPredicate();

    private static final String TITLE = "Made up by Spike4J. Can be deleted; will be made again.\n";

    /** Writes the data. */
    @FunctionalInterface
    public interface Content {
        /**
         * Writes everything.
         *
         * @param folder an empty folder
         * @throws IOException if writing fails
         */
        void writeTo(Path folder) throws IOException;
    }

    /** Checks the values. */
    public MadeFolder {
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(complete, "complete");
    }

    /**
     * A folder that is known by its marker alone.
     *
     * @param what what is in it and how it was made
     */
    public MadeFolder(String what) {
        this(what, folder -> true);
    }

    /**
     * Makes the data, unless these very ones are already there.
     *
     * @param folder where to; made if it is not there, replaced if it holds other made-up data
     * @param content writes them
     * @return the folder
     * @throws IOException if the folder holds something else, or cannot be written
     */
    public Path prepare(Path folder, Content content) throws IOException {
        if (isIn(folder)) {
            return folder;
        }
        requireReplaceable(folder);
        try (PartFolder part = PartFolder.beside(folder)) {
            content.writeTo(part.path());
            Files.writeString(part.path().resolve(MARKER), marker());
            if (!isIn(folder)) { // else another process was faster
                part.publish();
            }
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            throw new IOException(
                    "cannot write made-up data to " + folder + ": "
                            + e.getClass().getSimpleName() + " " + e.getMessage()
                            + "; give a folder that can be written and has the space",
                    e);
        }
        return folder;
    }

    private boolean isIn(Path folder) throws IOException {
        Path marker = folder.resolve(MARKER);
        return Files.isRegularFile(marker) && Files.readString(marker).equals(marker()) && complete.test(folder);
    }

    private String marker() {
        return TITLE + what + "\n";
    }

    private static void requireReplaceable(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        if (Files.isDirectory(folder)) {
            try (Stream<Path> content = Files.list(folder)) {
                List<String> names =
                        content.map(file -> file.getFileName().toString()).toList();
                if (names.isEmpty() || names.stream().anyMatch(MARKERS)) {
                    return;
                }
            }
        }
        throw new IOException(folder + " holds something other than made-up data, which is left as it is; give another"
                + " folder, or delete it");
    }
}
