package org.spike4j.datasets.format.text;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.spike4j.datasets.event.EventColumns;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.format.EventFileException;
import org.spike4j.datasets.format.FileCursor;
import org.spike4j.datasets.format.PieceReader;
import org.spike4j.datasets.format.ReadOptions;
import org.spike4j.datasets.format.SmallestSensor;

/**
 * Reads lines of numbers. Times are rounded to the nearest microsecond, halves away from zero; a polarity above 0 is
 * brighter, so that -1 and 1 work as 0 and 1 do.
 *
 * <p>The unit of the times is that of the options, else that of the file, else microseconds; times with a decimal point
 * are refused if no unit was told. Without a sensor in the options the file is read once for its largest x and y, and the
 * smallest common sensor that holds them is taken.
 */
final class TextReader extends PieceReader {
    private static final int PIECE_BYTES = 1 << 18;
    private static final int SHORTEST_LINE = 8;

    private final TextColumns names;
    private final Optional<TimeUnit> unit;
    private final int power;
    private final LineFields fields;
    private final EventColumns columns =
            new EventColumns((int) Math.min(PIECE_BYTES, file.remaining()) / SHORTEST_LINE + 1);
    private int size;

    private TextReader(
            FileCursor file, String format, TextColumns names, Optional<TimeUnit> unit, int width, int height) {
        super(file, format, width, height);
        this.names = names;
        this.unit = unit;
        this.power = switch (unit.orElse(TimeUnit.MICROSECONDS)) {
            case NANOSECONDS -> -3;
            case MILLISECONDS -> 3;
            case SECONDS -> 6;
            default -> 0;
        };
        this.fields = new LineFields(names.count());
    }

    static TextReader open(FileCursor file, ReadOptions options, String format, TextColumns names) throws IOException {
        Optional<TimeUnit> unit = options.timeUnit().or(names::unit);
        if (options.hasSensor()) {
            return new TextReader(file, format, names, unit, options.width(), options.height());
        }
        long start = file.position();
        int[] sensor =
                SmallestSensor.holding(new TextReader(file, format, names, unit, Short.MAX_VALUE, Short.MAX_VALUE));
        file.moveTo(start);
        return new TextReader(file, format, names, unit, sensor[0], sensor[1]);
    }

    @Override
    protected EventStream piece() throws IOException {
        long offset = file.position();
        ByteBuffer bytes = file.take((int) Math.min(file.remaining(), PIECE_BYTES), "lines");
        byte[] text = bytes.array();
        int from = bytes.arrayOffset();
        int end = from + bytes.limit();
        while (file.remaining() > 0 && end > from && text[end - 1] != '\n') {
            end--;
        }
        if (end == from) {
            throw file.damaged(offset, "lines of at most " + PIECE_BYTES + " bytes", "a longer line");
        }
        size = 0;
        int at = from;
        while (at < end) {
            int lineEnd = at;
            while (lineEnd < end && text[lineEnd] != '\n') {
                lineEnd++;
            }
            if (text[at] != '#') {
                add(text, at, lineEnd, offset + at - from);
            }
            at = lineEnd + 1;
        }
        file.moveTo(offset + end - from);
        return columns.copy(width(), height(), size);
    }

    private void add(byte[] text, int from, int to, long offset) throws EventFileException {
        int count = fields.read(text, from, to);
        if (count == 0) {
            return;
        }
        if (count < names.count()) {
            throw file.error(
                    offset,
                    "a line of " + names.count() + " numbers",
                    "\"" + new String(text, from, Math.min(to - from, 80), StandardCharsets.UTF_8) + "\"",
                    "remove the line or put # before it");
        }
        if (unit.isEmpty() && fields.hasFraction(names.t())) {
            throw file.error(
                    offset,
                    "whole microseconds",
                    "a time with a decimal point",
                    "name the column t_s, t_ms or t_us, or give the unit with ReadOptions.withTimeUnit");
        }
        long time = fields.scaled(names.t(), power);
        if (time == LineFields.OUT_OF_RANGE) {
            throw file.error(offset, "a time of less than 2^63 microseconds", "more", "check the unit of the times");
        }
        long column = fields.scaled(names.x(), 0);
        long row = fields.scaled(names.y(), 0);
        if (column < 0 || column >= width() || row < 0 || row >= height()) {
            throw outside(offset, column, row);
        }
        columns.t()[size] = time;
        columns.x()[size] = (short) column;
        columns.y()[size] = (short) row;
        columns.polarity()[size] = (byte) (fields.scaled(names.p(), 0) > 0 ? 1 : 0);
        size++;
    }
}
