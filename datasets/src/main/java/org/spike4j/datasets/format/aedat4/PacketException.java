package org.spike4j.datasets.format.aedat4;

/** What is wrong inside a packet; the reader adds file and offset. */
final class PacketException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String wanted;
    private final String found;

    PacketException(String wanted, String found) {
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
