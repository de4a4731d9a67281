package org.spike4j.datasets.format.matlab;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DeflaterOutputStream;
import org.spike4j.datasets.event.EventStream;

/** MATLAB 5 files for tests: ts (double), x (uint16), y (uint16), pol (int8), each of shape [N, 1]. */
public final class MatlabSample {
    private MatlabSample() {}

    public static byte[] file(EventStream events, ByteOrder order, boolean compressed) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] header = Arrays.copyOf("MATLAB 5.0 MAT-file".getBytes(StandardCharsets.US_ASCII), 128);
        ByteBuffer.wrap(header).order(order).putShort(124, (short) 0x100).putShort(126, (short) ('M' << 8 | 'I'));
        out.write(header);
        int n = events.size();
        ByteBuffer t = ByteBuffer.allocate(n * 8).order(order);
        ByteBuffer x = ByteBuffer.allocate(n * 2).order(order);
        ByteBuffer y = ByteBuffer.allocate(n * 2).order(order);
        ByteBuffer p = ByteBuffer.allocate(n).order(order);
        for (int i = 0; i < n; i++) {
            t.putDouble(events.t(i));
            x.putShort((short) events.x(i));
            y.putShort((short) events.y(i));
            p.put((byte) (events.polarity(i) == 1 ? 1 : -1));
        }
        write(out, matrix("ts", 6, 9, t, n), order, compressed);
        write(out, matrix("x", 11, 4, x, n), order, compressed);
        write(out, matrix("y", 11, 4, y, n), order, compressed);
        write(out, matrix("pol", 8, 1, p, n), order, compressed);
        return out.toByteArray();
    }

    private static byte[] matrix(String name, int matlabClass, int type, ByteBuffer numbers, int n) {
        int bytes = numbers.capacity();
        boolean small = bytes <= 4;
        int padded = small ? 0 : (bytes + 7) / 8 * 8;
        ByteBuffer matrix = ByteBuffer.allocate(8 + 16 + 16 + 8 + 8 + padded).order(numbers.order());
        matrix.putInt(Elements.MATRIX).putInt(matrix.capacity() - 8);
        matrix.putInt(6).putInt(8).putInt(matlabClass).putInt(0);
        matrix.putInt(5).putInt(8).putInt(n).putInt(1);
        matrix.putInt(name.length() << 16 | 1).put(Arrays.copyOf(name.getBytes(StandardCharsets.US_ASCII), 4));
        matrix.putInt(small ? bytes << 16 | type : type);
        if (!small) {
            matrix.putInt(bytes);
        }
        matrix.put(numbers.array());
        return matrix.array();
    }

    private static void write(ByteArrayOutputStream out, byte[] matrix, ByteOrder order, boolean compressed)
            throws IOException {
        if (!compressed) {
            out.write(matrix);
            return;
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
            deflater.write(matrix);
        }
        byte[] tag = ByteBuffer.allocate(8)
                .order(order)
                .putInt(Elements.COMPRESSED)
                .putInt(packed.size())
                .array();
        out.write(tag);
        out.write(packed.toByteArray());
    }
}
