package org.spike4j.datasets.format;

/** What is wrong with a piece of a file: a packet, a block, a column. The reader that knows file and offset adds them. */
public final class ContentException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String wanted;
    private final String found;

    /**
     * Two parts of a sentence.
     *
     * @param wanted what should be there
     * @param found what is there
     */
    public ContentException(String wanted, String found) {
        super("wanted " + wanted + ", found " + found);
        this.wanted = wanted;
        this.found = found;
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
}
