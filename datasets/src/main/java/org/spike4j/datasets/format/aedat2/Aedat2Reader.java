package org.spike4j.datasets.format.aedat2;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.spike4j.datasets.event.EventColumns;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.format.Corner;
import org.spike4j.datasets.format.FileCursor;
import org.spike4j.datasets.format.HeaderLines;
import org.spike4j.datasets.format.PieceReader;
import org.spike4j.datasets.format.ReadOptions;

/**
 * Reads the events of pixels and leaves external events and samples of frames and inertial sensors out. Columns and rows
 * are those of the file.
 *
 * <p>Times are unsigned and wrap at 2^32: each is taken as the one nearest to the time before. The camera comes from the
 * line {@code # AEChip:}, else the file is scanned once.
 */
final class Aedat2Reader extends PieceReader {
    private static final String LAST_LINE = "#End Of ASCII Header";
    private static final Pattern TICK = Pattern.compile("# *Timestamps tick(?: is|:) *(\\d{1,4}) *us");

    private final Words words;
    private final AddressLayout layout;
    private final int tick;
    private final EventColumns columns;
    private long time;
    private boolean started;

    private Aedat2Reader(FileCursor file, Words words, Camera camera, int tick) {
        super(file, words.addressBytes() == 2 ? "AEDAT 1.0" : "AEDAT 2.0", camera.width(), camera.height());
        this.words = words;
        this.columns = new EventColumns((int) Math.min(Words.PIECE, file.remaining() / words.bytes()));
        this.layout = camera.layout();
        this.tick = tick;
    }

    static Aedat2Reader open(FileCursor file, ReadOptions options) throws IOException {
        file.order(ByteOrder.BIG_ENDIAN);
        List<String> lines = HeaderLines.take(file, '#', LAST_LINE);
        boolean first = !lines.isEmpty() && lines.get(0).startsWith("#!AER-DAT1");
        Words words = new Words(first ? Short.BYTES : Integer.BYTES);
        words.requireWhole(file);
        Camera camera = camera(file, lines, words);
        if (options.hasSensor()) {
            camera = new Camera(camera.layout(), options.width(), options.height());
        }
        return new Aedat2Reader(file, words, camera, tick(lines));
    }

    /** As jAER turns the addresses of its cameras. */
    @Override
    public Corner origin() {
        return Corner.LOWER_RIGHT;
    }

    @Override
    public boolean darkerIsOne() {
        return layout.polarityFlip == 1;
    }

    @Override
    protected long[] state() {
        return new long[] {time, started ? 1 : 0};
    }

    @Override
    protected void restore(long[] state) {
        time = state[0];
        started = state[1] != 0;
    }

    @Override
    protected EventStream piece() throws IOException {
        long offset = file.position();
        ByteBuffer bytes = words.piece(file);
        if (!started) {
            time = words.time(bytes, 0) & 0xffffffffL;
            started = true;
        }
        long[] t = columns.t();
        short[] x = columns.x();
        short[] y = columns.y();
        byte[] polarity = columns.polarity();
        int wordBytes = words.bytes();
        int lastColumn = width() - 1;
        int lastRow = height() - 1;
        long now = time;
        int size = 0;
        for (int at = 0; at < bytes.limit(); at += wordBytes) {
            int address = words.address(bytes, at);
            now += words.time(bytes, at) - (int) now;
            if ((address & layout.otherMask) != 0) {
                continue;
            }
            int column = address >>> layout.xShift & layout.xMask;
            int row = address >>> layout.yShift & layout.yMask;
            if (((lastColumn - column) | (lastRow - row)) < 0) {
                throw outside(offset + at, column, row);
            }
            t[size] = now * tick;
            x[size] = (short) column;
            y[size] = (short) row;
            polarity[size] = (byte) ((address >>> layout.polarityShift ^ layout.polarityFlip) & 1);
            size++;
        }
        time = now;
        return columns.copy(width(), height(), size);
    }

    private static Camera camera(FileCursor file, List<String> lines, Words words) throws IOException {
        Optional<Camera> named = Camera.ofHeader(lines);
        if (named.isPresent()) {
            return named.get();
        }
        long start = file.position();
        Camera found = words.scan(file);
        file.moveTo(start);
        return found;
    }

    private static int tick(List<String> lines) {
        for (String line : lines) {
            Matcher tick = TICK.matcher(line);
            if (tick.matches()) {
                return Math.max(1, Integer.parseInt(tick.group(1)));
            }
        }
        return 1;
    }
}
