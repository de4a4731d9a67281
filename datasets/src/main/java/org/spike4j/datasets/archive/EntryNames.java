package org.spike4j.datasets.archive;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Turns the name of an entry into a path inside of a folder, or refuses it. */
final class EntryNames {
    private static final int LONGEST = 1000;

    private EntryNames() {}

    /**
     * The path of an entry.
     *
     * @param archive for the message
     * @param root folder that the path must not leave
     * @param name as the archive has it, with slashes
     */
    static Path resolve(Path archive, Path root, String name) throws ArchiveException {
        boolean absolute = name.startsWith("/") || name.matches("(?s)[A-Za-z]:.*");
        boolean strange = name.length() > LONGEST || name.indexOf('\0') >= 0 || name.indexOf('\\') >= 0;
        if (absolute || strange) {
            throw refused(archive, name);
        }
        Path path = root;
        try {
            for (String part : name.split("/")) {
                if (part.equals("..")) {
                    throw refused(archive, name);
                }
                if (!part.isEmpty() && !part.equals(".")) {
                    path = path.resolve(part);
                }
            }
        } catch (InvalidPathException e) {
            ArchiveException failure = refused(archive, name);
            failure.initCause(e);
            throw failure;
        }
        return path;
    }

    /** A name of an archive may hold anything: keeps the message one line of readable length. */
    static String printable(String name) {
        String line = name.replaceAll("[^\\x20-\\x7e]", "?");
        return "\"" + (line.length() <= 80 ? line : line.substring(0, 80) + "...") + "\"";
    }

    private static ArchiveException refused(Path archive, String name) {
        return new ArchiveException(
                archive,
                "entry " + printable(name) + " is no path inside of a folder (no .., no drive, no slash in front);"
                        + " do not trust this archive");
    }
}
