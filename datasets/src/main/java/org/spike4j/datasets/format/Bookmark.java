package org.spike4j.datasets.format;

/** A place between two packets of a recording, to come back to with {@link EventReader#goTo}; only of use for the same file. */
public final class Bookmark {
    private final long offset;
    private final long[] state;

    /**
     * Remembers a place, for the format packages.
     *
     * @param offset how far into the recording, in a unit of the format
     * @param state what decoding the next packet depends on beside the place; taken over
     */
    public Bookmark(long offset, long... state) {
        this.offset = offset;
        this.state = state;
    }

    /**
     * The place.
     *
     * @return how far into the recording, in a unit of the format; grows from packet to packet
     */
    public long offset() {
        return offset;
    }

    long[] state() {
        return state;
    }
}
