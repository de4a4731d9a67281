package org.spike4j.datasets.synthetic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A folder of made-up data: made once, as a whole or not at all. A marker file in it says how it was made; a folder
 * whose marker says something else is made again, one without a marker is left alone.
 *
 * @param what what is in it and how it was made: a change of it makes the folder anew
 */
public record MadeFolder(String what) {
    private static final String MARKER = "spike4j-made-up.txt";
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

    /** Checks that it says something. */
    public MadeFolder {
        Objects.requireNonNull(what, "what");
    }

    /**
     * Whether the data are there.
     *
     * @param folder where they should be
     * @return true if they were finished, by these very settings
     * @throws IOException if the marker cannot be read
     */
    public boolean isIn(Path folder) throws IOException {
        Path marker = folder.resolve(MARKER);
        return Files.isRegularFile(marker) && Files.readString(marker).equals(TITLE + what + "\n");
    }

    /**
     * Makes the data, unless these very ones are already there.
     *
     * @param folder where to; made if it is not there, replaced if it holds other data of this class
     * @param content writes them
     * @return the folder
     * @throws IOException if the folder holds something else, or cannot be written
     */
    public Path prepare(Path folder, Content content) throws IOException {
        if (isIn(folder)) {
            return folder;
        }
        Path target = folder.toAbsolutePath().normalize();
        requireReplaceable(target);
        Files.createDirectories(target.getParent());
        Path part = PartFolder.create(target);
        try {
            content.writeTo(part);
            Files.writeString(part.resolve(MARKER), TITLE + what + "\n");
            if (!isIn(target)) { // else another process was faster
                PartFolder.moveTo(part, target);
            }
        } finally {
            PartFolder.delete(part);
        }
        return folder;
    }

    private static void requireReplaceable(Path folder) throws IOException {
        if (!Files.exists(folder) || Files.isRegularFile(folder.resolve(MARKER))) {
            return;
        }
        if (Files.isDirectory(folder)) {
            try (Stream<Path> content = Files.list(folder)) {
                if (content.findAny().isEmpty()) {
                    return;
                }
            }
        }
        throw new IOException(folder + " holds something other than made-up data, which is left as it is; give another"
                + " folder, or delete it");
    }
}
