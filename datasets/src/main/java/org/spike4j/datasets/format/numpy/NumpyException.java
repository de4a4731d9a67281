package org.spike4j.datasets.format.numpy;

/** What is wrong with an array; the reader adds the file. */
final class NumpyException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String wanted;
    private final String found;

    NumpyException(String wanted, String found) {
        super("wanted " + wanted + ", found " + found);
        this.wanted = wanted;
        this.found = found;
    }

    String wanted() {
        return wanted;
    }

    String found() {
        return found;
    }
}
