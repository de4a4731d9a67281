package org.spike4j.datasets.format;

import java.io.IOException;

/** A reader that changes what another one hands out; whatever it does not change is the other one's. */
abstract class ForwardingReader implements EventReader {
    /** The other reader; closed with this. */
    final EventReader reader;

    ForwardingReader(EventReader reader) {
        this.reader = reader;
    }

    @Override
    public String formatName() {
        return reader.formatName();
    }

    @Override
    public int width() {
        return reader.width();
    }

    @Override
    public int height() {
        return reader.height();
    }

    @Override
    public Corner origin() {
        return reader.origin();
    }

    @Override
    public boolean darkerIsOne() {
        return reader.darkerIsOne();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
