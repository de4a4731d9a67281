package org.spike4j.datasets.format.es;

/**
 * The kinds of streams. Generic events have no pixel, see {@link EsMessageReader}. The first byte of the others has the time since the event before in its upper
 * bits; all ones there are no event, but a reset or an overflow. Then come x and y, 16 bits each, and more bytes.
 *
 * <p>DVS: bit 0 polarity, bits 1 to 7 time; 0xff adds 127 us, 0xfe is a reset. ATIS: bit 0 is set for events of the
 * exposure, bit 1 polarity, bits 2 to 7 time; 0xfc + n adds 63 n us, 0xfc is a reset. Colour: bits 0 to 7 time; 0xff adds
 * 254 us, 0xfe is a reset; three bytes of colour and no polarity.
 */
enum StreamType {
    GENERIC(0, 0),
    DVS(1, 5),
    ATIS(2, 5),
    COLOR(4, 8);

    final int number;
    /** Bytes of an event; 0 if that differs. */
    final int eventBytes;

    StreamType(int number, int eventBytes) {
        this.number = number;
        this.eventBytes = eventBytes;
    }
}
