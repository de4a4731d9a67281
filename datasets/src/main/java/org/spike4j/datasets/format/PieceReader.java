package org.spike4j.datasets.format;

import java.io.IOException;
import java.util.Optional;
import org.spike4j.datasets.event.EventStream;

/**
 * What the readers of the formats share: a file that is read piece by piece, and a sensor whose size is known from the
 * start. A format extends it by {@link #piece}.
 */
public abstract class PieceReader implements EventReader {
    /** The file, at the next piece. */
    protected final FileCursor file;

    private final String formatName;
    private final int width;
    private final int height;

    /**
     * Takes a file over.
     *
     * @param file at its first piece
     * @param formatName the format, as people write it
     * @param width columns of the sensor
     * @param height rows of the sensor
     */
    protected PieceReader(FileCursor file, String formatName, int width, int height) {
        this.file = file;
        this.formatName = formatName;
        this.width = width;
        this.height = height;
    }

    /**
     * Decodes the next piece of the file, of bounded size, at least one byte.
     *
     * @return its events, none if all of it is something else
     * @throws EventFileException if the file breaks its format
     * @throws IOException if the file cannot be read
     */
    protected abstract EventStream piece() throws IOException;

    /**
     * Whether there is another piece.
     *
     * @return true before the end of the file, unless a format ends sooner or later
     * @throws EventFileException if the file breaks its format
     * @throws IOException if the file cannot be read
     */
    protected boolean hasPiece() throws IOException {
        return file.remaining() > 0;
    }

    /**
     * What decoding the next piece depends on beside its place in the file.
     *
     * @return numbers for {@link #restore}; none if a piece tells everything
     */
    protected long[] state() {
        return new long[0];
    }

    /**
     * Takes the state back.
     *
     * @param state what {@link #state} gave at the place that the file is at now
     */
    protected void restore(long[] state) {}

    /** A reader whose state is more than numbers overrides this to be empty. */
    @Override
    public Optional<Bookmark> bookmark() {
        return Optional.of(new Bookmark(file.position(), state()));
    }

    @Override
    public final void goTo(Bookmark place) {
        file.moveTo(place.offset());
        restore(place.state());
    }

    @Override
    public final String formatName() {
        return formatName;
    }

    @Override
    public final int width() {
        return width;
    }

    @Override
    public final int height() {
        return height;
    }

    @Override
    public final Optional<EventStream> next() throws IOException {
        while (hasPiece()) {
            EventStream events = piece();
            if (events.size() > 0) {
                return Optional.of(events);
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /**
     * The error of an event that is not on the sensor.
     *
     * @param offset byte of the file at which the event starts
     * @param column its column
     * @param row its row
     * @return the exception, to be thrown
     */
    protected final EventFileException outside(long offset, long column, long row) {
        return file.error(
                offset,
                "an event on the sensor of " + width + "x" + height,
                "one at (" + column + ", " + row + ")",
                "give the right size with ReadOptions.withSensor, or the file is damaged");
    }
}
