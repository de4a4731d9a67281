package org.spike4j.datasets.format.lz4;

/** What is wrong with an LZ4 block; the reader of its container adds where it is. */
public final class Lz4Exception extends Exception {
    private static final long serialVersionUID = 1L;

    private final String wanted;
    private final String found;

    Lz4Exception(String wanted, String found) {
        super("wanted " + wanted + ", found " + found);
        this.wanted = wanted;
        this.found = found;
    }

    /**
     * What should be there.
     *
     * @return part of a sentence
     */
    public String wanted() {
        return wanted;
    }

    /**
     * What is there.
     *
     * @return part of a sentence
     */
    public String found() {
        return found;
    }
}
