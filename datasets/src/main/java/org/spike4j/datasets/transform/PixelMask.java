package org.spike4j.datasets.transform;

import org.spike4j.datasets.event.EventStream;

/** Which pixels of a sensor are dead; place y width + x of the mask. */
final class PixelMask {
    private PixelMask() {}

    /** The events of the pixels that are not dead. */
    static EventStream apply(EventStream events, boolean[] dead) {
        int width = events.width();
        Columns c = Columns.of(events);
        int kept = 0;
        for (int i = 0; i < c.t.length; i++) {
            if (!dead[c.y[i] * width + c.x[i]]) {
                c.keep(i, kept++);
            }
        }
        return c.kept(events, kept);
    }
}
