package org.spike4j.layers.state;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * A state in bytes, big endian:
 *
 * <pre>
 * "S4JSTATE"  8 bytes
 * version     int, 1
 * length      int, bytes of the body
 * checksum    long, CRC-32 of the body
 * body        int layers; each: UTF name, UTF kind, long outputs, int arrays;
 *             each array: UTF name, UTF type, char order in memory, int rank, long sizes,
 *             values in c order
 * </pre>
 */
final class StateFormat {
    private static final byte[] MAGIC = "S4JSTATE".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 1;

    private StateFormat() {}

    static void write(List<LayerState> layers, OutputStream out) throws IOException {
        byte[] body = body(layers);
        DataOutputStream data = new DataOutputStream(out);
        data.write(MAGIC);
        data.writeInt(VERSION);
        data.writeInt(body.length);
        data.writeLong(checksum(body));
        data.write(body);
        data.flush();
    }

    private static byte[] body(List<LayerState> layers) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(bytes);
        data.writeInt(layers.size());
        for (LayerState layer : layers) {
            data.writeUTF(layer.name());
            data.writeUTF(layer.kind());
            data.writeLong(layer.outputs());
            data.writeInt(layer.arrays().size());
            for (Map.Entry<String, StateArray> entry : layer.arrays().entrySet()) {
                data.writeUTF(entry.getKey());
                data.writeUTF(entry.getValue().type().name());
                data.writeChar(entry.getValue().order());
                data.writeInt(entry.getValue().shape().length);
                for (long size : entry.getValue().shape()) {
                    data.writeLong(size);
                }
                data.write(entry.getValue().bytes());
            }
        }
        return bytes.toByteArray();
    }

    /** Reads one state; errors start with the name of its source. */
    static List<LayerState> read(InputStream in, String source) throws IOException {
        byte[] magic = in.readNBytes(MAGIC.length);
        if (!Arrays.equals(magic, MAGIC)) {
            throw new IOException(source + ": no state of a network, which starts with S4JSTATE; it starts with "
                    + Arrays.toString(magic));
        }
        byte[] header = exactly(in, 2 * Integer.BYTES + Long.BYTES, source, "header");
        DataInputStream data = new DataInputStream(new ByteArrayInputStream(header));
        int version = data.readInt();
        if (version != VERSION) {
            throw new IOException(
                    source + ": is of format version " + version + ", this Spike4J reads version " + VERSION);
        }
        int length = data.readInt();
        if (length < 0) {
            throw new IOException(source + ": is damaged, its length is " + length);
        }
        byte[] body = exactly(in, length, source, "body");
        if (checksum(body) != data.readLong()) {
            throw new IOException(source + ": is damaged, its checksum is wrong");
        }
        try {
            return layers(new DataInputStream(new ByteArrayInputStream(body)));
        } catch (IOException | IllegalArgumentException | ArithmeticException e) {
            throw new IOException(source + ": is damaged, " + e.getMessage(), e);
        }
    }

    private static byte[] exactly(InputStream in, int length, String source, String what) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new IOException(
                    source + ": is truncated, the " + what + " must have " + length + " bytes, had " + bytes.length);
        }
        return bytes;
    }

    private static List<LayerState> layers(DataInputStream data) throws IOException {
        List<LayerState> layers = new ArrayList<>();
        for (int count = data.readInt(); count > 0; count--) {
            String name = data.readUTF();
            String kind = data.readUTF();
            long outputs = data.readLong();
            Map<String, StateArray> arrays = new TreeMap<>();
            for (int left = data.readInt(); left > 0; left--) {
                arrays.put(data.readUTF(), array(data));
            }
            layers.add(new LayerState(name, kind, outputs, arrays));
        }
        return layers;
    }

    private static StateArray array(DataInputStream data) throws IOException {
        DataType type = DataType.valueOf(data.readUTF());
        char order = data.readChar();
        int rank = data.readInt();
        if (rank < 0 || rank > 32) {
            throw new IOException("an array has rank " + rank);
        }
        long[] shape = new long[rank];
        long bytes = type == DataType.DOUBLE ? Double.BYTES : Float.BYTES;
        for (int k = 0; k < rank; k++) {
            shape[k] = data.readLong();
            bytes = Math.multiplyExact(bytes, shape[k]);
        }
        return new StateArray(type, order, shape, data.readNBytes(Math.toIntExact(bytes)));
    }

    private static long checksum(byte[] body) {
        CRC32 crc = new CRC32();
        crc.update(body);
        return crc.getValue();
    }
}
