package org.spike4j.datasets.view;

import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.event.EventStreamBuilder;

/** Lays the events of a sensor of one row out over time, so that they can be drawn like those of any sensor. */
public final class EventRaster {
    private EventRaster() {}

    /**
     * Spikes of channels over time: an event of channel x at time t comes to the column
     *
     * <pre>
     * min(columns - 1, floor((t - first) columns / (last - first)))
     * </pre>
     *
     * <p>and the row width - 1 - x, so that channel 0 is at the bottom.
     *
     * @param events a recording of a sensor of one row, in order of time; not modified
     * @param columns columns of the result, at least 1
     * @return the same events on a sensor of columns x width, at their times
     * @throws IllegalArgumentException if the sensor has more than one row
     */
    public static EventStream over(EventStream events, int columns) {
        if (events.height() != 1) {
            throw new IllegalArgumentException(
                    "a raster needs a sensor of one row, was " + events.width() + "x" + events.height());
        }
        EventStreamBuilder raster = EventStream.builder(columns, events.width());
        long first = events.size() == 0 ? 0 : events.t(0);
        double span = events.size() == 0 ? 1 : Math.max(1, events.t(events.size() - 1) - first);
        for (int i = 0; i < events.size(); i++) {
            int column = (int) Math.min(columns - 1, (events.t(i) - first) / span * columns);
            raster.add(events.t(i), column, events.width() - 1 - events.x(i), events.polarity(i));
        }
        return raster.build();
    }
}
