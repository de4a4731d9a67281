package org.spike4j.datasets.format.table;

/** What is wrong with the columns of a file; the reader adds the file. */
public final class TableException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String wanted;
    private final String found;

    /**
     * Two parts of a sentence.
     *
     * @param wanted what should be there
     * @param found what is there
     */
    public TableException(String wanted, String found) {
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
