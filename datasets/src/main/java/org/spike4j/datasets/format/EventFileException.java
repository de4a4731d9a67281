package org.spike4j.datasets.format;

import java.io.IOException;
import java.nio.file.Path;

/** An event file is not what its format asks for: names the place, what was wanted and found there, and a way out. */
public final class EventFileException extends IOException {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 200;

    private final transient Path path;
    private final long offset;
    private final String wanted;
    private final String found;
    private final String wayOut;

    /**
     * One sentence out of its parts.
     *
     * @param path the file
     * @param offset byte of the file at which the trouble starts
     * @param wanted what should be there
     * @param found what is there
     * @param wayOut what the reader of the message can do
     */
    public EventFileException(Path path, long offset, String wanted, String found, String wayOut) {
        super(path + ": wanted " + printable(wanted) + " at byte " + offset + ", found " + printable(found) + "; "
                + wayOut);
        this.path = path;
        this.offset = offset;
        this.wanted = printable(wanted);
        this.found = printable(found);
        this.wayOut = wayOut;
    }

    /** What is found, and what a name is wanted for, may be bytes of a damaged file: keeps the message one line of readable length. */
    private static String printable(String text) {
        String line = text.replaceAll("[^\\x20-\\x7e]", "?");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
    }

    /**
     * The file.
     *
     * @return path as the caller gave it; null after deserialisation
     */
    public Path path() {
        return path;
    }

    /**
     * Where the trouble starts.
     *
     * @return byte offset from the start of the file
     */
    public long offset() {
        return offset;
    }

    /**
     * What should be there.
     *
     * @return part of the message
     */
    public String wanted() {
        return wanted;
    }

    /**
     * What is there.
     *
     * @return part of the message
     */
    public String found() {
        return found;
    }

    /**
     * What can be done.
     *
     * @return part of the message
     */
    public String wayOut() {
        return wayOut;
    }
}
